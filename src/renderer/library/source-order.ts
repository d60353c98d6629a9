// A packed order of sources: ids of 36 characters one after the other, looked into without taking it apart.
import type { Id } from '../../shared/identifiers.ts'
import { idLength, type LibraryOrder } from '../../shared/library.ts'

/** What a list shows: the packed ids, and for a copy of a text the source that it stands behind. */
export interface ShownSources {
  packed: string
  behind: ReadonlyMap<Id, Id>
}

export const noSources: ShownSources = { packed: '', behind: new Map() }

export const countIn = (packed: string): number => packed.length / idLength

/** The id at a place from 0; empty beyond the end. */
export const idAt = (packed: string, place: number): Id => (place < 0 ? '' : packed.slice(place * idLength, (place + 1) * idLength))

/** Where an id stands, -1 where it does not. Hyphens stand where ids have them, so that a match begins where an id does. */
export function placeIn(packed: string, id: Id | null): number {
  const at = id === null || id.length !== idLength ? -1 : packed.indexOf(id)
  return at < 0 ? -1 : at / idLength
}

/** The ids from one place to another, both included, in whichever order they are given. */
export function idsBetween(packed: string, one: number, other: number): Id[] {
  const [first, last] = one < other ? [one, other] : [other, one]
  return Array.from({ length: last - first + 1 }, (_, at) => idAt(packed, first + at))
}

/** Those of some ids that are in the order, in its order. */
export function idsOf(packed: string, ids: ReadonlySet<Id>): Id[] {
  // Few are looked up one by one; for many the order is walked through once.
  if (ids.size <= 50) {
    return [...ids].map((id) => ({ id, place: placeIn(packed, id) })).filter(({ place }) => place >= 0).toSorted((a, b) => a.place - b.place).map(({ id }) => id)
  }
  const found: Id[] = []
  for (let place = 0; place < countIn(packed); place += 1) {
    const id = idAt(packed, place)
    if (ids.has(id)) found.push(id)
  }
  return found
}

/** Puts the copies behind the sources that are opened. */
export function withCopies({ sources, copies }: LibraryOrder, opened: ReadonlySet<Id>): ShownSources {
  let packed = sources
  const behind = new Map<Id, Id>()
  for (const id of opened) {
    const own = copies[id]
    const place = own ? placeIn(packed, id) : -1
    if (!own || place < 0) continue
    const end = (place + 1) * idLength
    packed = packed.slice(0, end) + own.join('') + packed.slice(end)
    for (const copy of own) behind.set(copy, id)
  }
  return { packed, behind }
}

/** The next place after `from`, and around, at which one of some packed ids stands; -1 for none. */
export function nextPlace(packed: string, wanted: string, from: number): number {
  const count = countIn(packed)
  const ids = new Set(idsBetween(wanted, 0, countIn(wanted) - 1))
  if (wanted === '') return -1
  for (let step = 0; step < count; step += 1) {
    const place = (from + step) % count
    if (ids.has(idAt(packed, place))) return place
  }
  return -1
}
