// How keys move through a list: pure, over indexes.

/** The active row, and the rows chosen with Shift or Ctrl; `anchor` is where a range began. */
export interface ListState {
  active: number
  anchor: number
  chosen: readonly number[]
}

const range = (a: number, b: number): number[] =>
  Array.from({ length: Math.abs(a - b) + 1 }, (_, at) => Math.min(a, b) + at)

/** Goes to a row: alone, or with all rows from the anchor on when `extend`. */
export function goTo(state: ListState, row: number, length: number, extend: boolean): ListState {
  if (length === 0) return { active: -1, anchor: -1, chosen: [] }
  const active = Math.max(0, Math.min(length - 1, row))
  if (!extend) return { active, anchor: active, chosen: [active] }
  const anchor = state.anchor < 0 ? active : Math.min(state.anchor, length - 1)
  return { active, anchor, chosen: range(anchor, active) }
}

/** Adds a row to the chosen ones, or takes it out. */
export function toggleRow(state: ListState, row: number): ListState {
  const chosen = state.chosen.includes(row) ? state.chosen.filter((other) => other !== row) : [...state.chosen, row]
  return { active: row, anchor: row, chosen: chosen.toSorted((a, b) => a - b) }
}

/** The row a navigation key leads to, null for any other key. `page` is how many rows are in sight. */
export function rowForKey(key: string, active: number, length: number, page: number): number | null {
  const rows: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active < 0 ? 0 : active - 1,
    Home: 0,
    End: length - 1,
    PageDown: active + page,
    PageUp: active - page,
  }
  const row = rows[key]
  return row === undefined ? null : Math.max(0, Math.min(length - 1, row))
}

/**
 * The row that typing leads to: the next one, from the active row on and around, whose text starts with what was
 * typed. The same letter again and again goes on to the next row that starts with it. -1 when there is none.
 */
export function typeAhead(texts: readonly string[], typed: string, active: number): number {
  const letters = [...typed.toLocaleLowerCase()]
  const repeated = letters.length > 1 && letters.every((letter) => letter === letters[0])
  const wanted = repeated ? (letters[0] as string) : letters.join('')
  const from = letters.length === 1 || repeated ? active + 1 : Math.max(active, 0)
  for (let step = 0; step < texts.length; step += 1) {
    const row = (from + step) % texts.length
    if (plain(texts[row] ?? '').startsWith(wanted)) return row
  }
  return -1
}

const plain = (text: string): string => text.toLocaleLowerCase().replace(/^[^\p{L}\p{N}]+/u, '')
