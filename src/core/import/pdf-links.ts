// Links of a PDF: areas of a page, and the words that lie under them.
import type { DraftMark } from './reading.ts'
import { linkTarget } from './link-target.ts'
import { collapseSpaces } from './white-space.ts'
import { normaliseText } from '../../shared/normalise-text.ts'

/** An area that leads to the web, in points from the page's lower left. */
export interface LinkArea {
  href: string
  left: number
  bottom: number
  right: number
  top: number
}

/** Words under a link, as they stand in their line. */
export interface LinkedWords {
  text: string
  href: string
}

/** A page has at most so many links that are kept. */
const mostLinks = 2000

interface Annotation {
  subtype?: unknown
  url?: unknown
  unsafeUrl?: unknown
  rect?: unknown
}

/** The areas of a page's annotations that lead to an http, https or mailto address. */
export function linkAreas(annotations: readonly Annotation[]): LinkArea[] {
  return annotations.slice(0, mostLinks).flatMap(({ subtype, url, rect }): LinkArea[] => {
    const href = subtype === 'Link' && typeof url === 'string' ? linkTarget(url, null) : null
    if (href === null || !Array.isArray(rect) || !rect.every((one) => typeof one === 'number' && Number.isFinite(one))) return []
    const [a = 0, b = 0, c = 0, d = 0] = rect as number[]
    return [{ href, left: Math.min(a, c), right: Math.max(a, c), bottom: Math.min(b, d), top: Math.max(b, d) }]
  })
}

/**
 * The words of a piece of text, from `x` to `end` on the baseline `y`, that lie under links. Where a link begins within a
 * piece is told by its share of the width, to the nearest word.
 */
export function wordsUnder(areas: readonly LinkArea[], piece: { text: string; x: number; end: number; y: number; size: number }): LinkedWords[] {
  const { text, x, end, y, size } = piece
  const width = Math.max(end - x, 0.001)
  return areas.flatMap(({ href, left, right, bottom, top }): LinkedWords[] => {
    const middle = y + 0.3 * size
    if (middle < bottom || middle > top || right <= x + 0.2 * size || left >= end - 0.2 * size) return []
    const from = toWord(text, Math.round((text.length * (left - x)) / width))
    const to = toWord(text, Math.round((text.length * (right - x)) / width))
    const words = text.slice(from, to).trim()
    return words === '' ? [] : [{ text: words, href }]
  })
}

/** The edge of a word nearest to a place in a text. */
function toWord(text: string, place: number): number {
  if (place <= 0) return 0
  if (place >= text.length) return text.length
  for (let away = 0; away <= text.length; away += 1) {
    for (const at of [place - away, place + away]) {
      if (at <= 0 || at >= text.length || /\s/.test(text.charAt(at)) || /\s/.test(text.charAt(at - 1))) return Math.min(text.length, Math.max(0, at))
    }
  }
  return place
}

/** The links of a block: linked words are found again in the text that its lines became, in their order. */
export function linkMarks(linked: readonly LinkedWords[], text: string): DraftMark[] {
  const marks: DraftMark[] = []
  let from = 0
  for (const { text: words, href } of linked) {
    const tidy = collapseSpaces(normaliseText(words).replaceAll('\n', ' '))
    const found = [tidy, tidy.replace(/[-‐\u00ad]$/, '')].find((one) => one !== '' && text.indexOf(one, from) >= 0)
    if (!found) continue
    const start = text.indexOf(found, from)
    from = start + found.length
    const last = marks.at(-1)
    // A link that runs over a line is one.
    if (last?.href === href && start - last.end <= 1) last.end = from
    else marks.push({ kind: 'link', start, end: from, href })
  }
  return marks
}
