// Which text stands at which heights of the page, asked without laying out what is out of sight.
//
// To ask for the place of a block within a stretch lays out the stretch, so that stretches are looked up first.
import type { Span } from '../../shared/passages.ts'
import { lastAtMost, type DomMap } from './offset-map.ts'

/** Answers which text stands between two heights, in client pixels; at least one block. */
export interface TextHeights {
  /** Whole blocks; lays out the stretches at both ends. */
  spanBetween(top: number, bottom: number): Span
  /** The same or a little more: whole stretches, of which none is laid out. */
  stretchesBetween(top: number, bottom: number): Span
}

/** The heights of a text whose root's children are its stretches, and blocks that are in none. */
export function textHeights(root: HTMLElement, { runs, elements }: DomMap): TextHeights {
  const parts = [...root.children] as HTMLElement[]
  // The first run of each part; the run after the last one ends it.
  const firsts = parts.map(() => elements.length)
  let at = parts.length
  for (let index = elements.length - 1; index >= 0; index -= 1) {
    while (at > 0 && !parts[at]?.contains(elements[index] as HTMLElement)) at -= 1
    firsts[at] = index
  }
  const lastOf = (part: number): number => (firsts[part + 1] ?? elements.length) - 1
  const partAt = (height: number): number => Math.max(0, lastAtMost(parts.length, (index) => parts[index]?.getBoundingClientRect().top ?? 0, height))
  const runAt = (part: number, height: number): number => {
    const first = firsts[part] ?? 0
    const within = lastAtMost(lastOf(part) - first + 1, (index) => elements[first + index]?.getBoundingClientRect().top ?? 0, height)
    return first + Math.max(0, within)
  }
  const between = (first: number, last: number): Span => ({ start: runs[first]?.start ?? 0, end: runs[Math.max(first, last)]?.end ?? 0 })
  const isWhole = (part: number): boolean => parts[part]?.classList.contains('stretch') ?? false
  return {
    spanBetween: (top, bottom) => between(runAt(partAt(top), top), runAt(partAt(bottom), bottom)),
    stretchesBetween(top, bottom) {
      const [from, to] = [partAt(top), partAt(bottom)]
      return between(isWhole(from) ? (firsts[from] ?? 0) : runAt(from, top), isWhole(to) ? lastOf(to) : runAt(to, bottom))
    },
  }
}
