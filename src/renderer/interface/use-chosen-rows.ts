// Which rows of a list are active and chosen, held by their keys.
import { useMemo, useState } from 'react'
import type { ListState } from './list-moves.ts'

/**
 * What the keyboard and the mouse chose, by key, so that it survives a new order; `row` says where, so that after a
 * delete the neighbour takes over. It ends when something else becomes current than it was chosen `over`, unless that was
 * `asked` for from this list: what is opened becomes current a while later, when more may have been chosen.
 */
interface Held {
  over: string | null
  keys: string[]
  active: string | null
  anchor: string | null
  row: number
  asked: readonly string[]
}

/** Where each row stands by its key: a list is drawn many times while it is scrolled, and may hold thousands. */
const places = new WeakMap<readonly unknown[], Map<string, number>>()

function placesOf<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, number> {
  const known = places.get(rows) ?? new Map(rows.map((row, at) => [keyOf(row), at]))
  places.set(rows, known)
  return known
}

const nothing: Held = { over: null, keys: [], active: null, anchor: null, row: -1, asked: [] }

/**
 * The state of the list, and how to change it. A key belongs to its row in every list of the same array; `current` is the
 * key of the row that is open elsewhere, and `ask` tells that a row was asked to become that.
 */
export function useChosenRows<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  current: string | null,
): { state: ListState; hold: (next: ListState) => void; ask: (row: number) => void } {
  const [held, setHeld] = useState(nothing)
  const index = placesOf(rows, keyOf)
  // It must not come back when the row that it was chosen over is current once more.
  if (held.active !== null && held.over !== current) {
    const place = current === null ? -1 : held.asked.indexOf(current)
    setHeld(place < 0 ? { ...nothing, row: held.row } : { ...held, over: current, asked: held.asked.slice(place + 1) })
  }
  const keyAt = (row: number): string | null => (rows[row] === undefined ? null : keyOf(rows[row]))
  const hold = (next: ListState) =>
    setHeld(({ asked }) => ({
      asked,
      over: current,
      keys: next.chosen.map(keyAt).filter((key) => key !== null),
      active: keyAt(next.active),
      anchor: keyAt(next.anchor),
      row: next.active,
    }))
  const ask = (row: number) => {
    const key = keyAt(row)
    if (key !== null && key !== current) setHeld((before) => ({ ...before, asked: [...before.asked.filter((other) => other !== key), key] }))
  }
  const state = useMemo(() => stateOf(held, current, index, rows.length), [held, current, index, rows.length])
  return { state, hold, ask }
}

function stateOf(held: Held, current: string | null, index: Map<string, number>, length: number): ListState {
  const at = (key: string | null): number => (key === null ? -1 : (index.get(key) ?? -1))
  const fallback = Math.min(held.row, length - 1)
  if (held.active === null || held.over !== current) {
    const row = at(current)
    return row < 0 ? { active: fallback, anchor: fallback, chosen: [] } : { active: row, anchor: row, chosen: [row] }
  }
  const active = at(held.active) >= 0 ? at(held.active) : fallback
  const anchor = at(held.anchor) >= 0 ? at(held.anchor) : active
  const chosen = held.keys.map(at).filter((row) => row >= 0)
  return { active, anchor, chosen: chosen.length > 0 || active < 0 ? chosen : [active] }
}
