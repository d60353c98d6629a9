// How keys and the mouse move through a list of any length, whose rows are known by key and by place. Pure.

/** A list's rows as far as moving goes: how many, the key at a place, the place of a key (-1 for none). */
export interface RowOrder {
  count: number
  keyAt: (place: number) => string
  placeOf: (key: string | null) => number
  /** The keys from one place to another, both included. */
  between: (one: number, other: number) => readonly string[]
}

/** What is held by key, so that it survives a new order; `row` says where, so that after a delete the neighbour takes over. */
export interface HeldRows {
  active: string | null
  row: number
  anchor: string | null
  chosen: ReadonlySet<string>
}

/** The place that the keyboard is on; -1 in an empty list or before anything was touched. */
export function activePlaceOf({ active, row }: HeldRows, { count, placeOf }: RowOrder): number {
  const place = placeOf(active)
  return place >= 0 ? place : Math.min(row, count - 1)
}

/** Goes to a place: alone, or with all from the anchor on when `extend`. */
export function goToPlace(held: HeldRows, order: RowOrder, place: number, extend: boolean): HeldRows {
  if (order.count === 0) return held
  const row = Math.max(0, Math.min(order.count - 1, place))
  const active = order.keyAt(row)
  if (!extend) return { active, row, anchor: active, chosen: new Set([active]) }
  const anchored = order.placeOf(held.anchor)
  const anchor = anchored < 0 ? row : anchored
  return { active, row, anchor: order.keyAt(anchor), chosen: new Set(order.between(anchor, row)) }
}

/** Adds the row at a place to the chosen ones, or takes it out. */
export function togglePlace(held: HeldRows, order: RowOrder, place: number): HeldRows {
  const key = order.keyAt(place)
  const chosen = new Set(held.chosen)
  if (!chosen.delete(key)) chosen.add(key)
  return { active: key, row: place, anchor: key, chosen }
}

/** Chooses every row and stays where it is. */
export function chooseAll(held: HeldRows, order: RowOrder): HeldRows {
  return { ...held, anchor: order.keyAt(0), chosen: new Set(order.between(0, order.count - 1)) }
}
