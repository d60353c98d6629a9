// What a panel beside the text hangs from: the box around its words, as far as the page shows them.

/** A box in client pixels. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Farther than any panel is high, in pixels. */
const faraway = 10_000

/**
 * The box around some boxes, cut to the page so that what hangs from a long passage stays in reach; the page's own for
 * none. Out of sight it is the box itself, or for a panel that `leaves` one beyond the page that stays the same however
 * far the page is scrolled, so that nobody has to follow it.
 */
export function boundsIn(page: Box, boxes: readonly Box[], leaves: boolean): Box {
  if (boxes.length === 0) return page
  const top = Math.min(...boxes.map((box) => box.top))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  const left = Math.min(...boxes.map((box) => box.left))
  const right = Math.max(...boxes.map((box) => box.right))
  const outOfSight = bottom < page.top || top > page.bottom
  if (!outOfSight) return { left, top: Math.max(top, page.top), right, bottom: Math.min(bottom, page.bottom) }
  if (!leaves) return { left, top, right, bottom }
  const beyond = bottom < page.top ? page.top - faraway : page.bottom + faraway
  return { left: page.left, top: beyond, right: page.left, bottom: beyond }
}
