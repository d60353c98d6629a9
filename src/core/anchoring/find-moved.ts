// Words that were taken out at one place and put in at another: looked for exactly, and only in what is new.
import type { Segment, Span } from '../../shared/passages.ts'
import { similarity } from '../../shared/text-diff.ts'
import type { Versions } from './carry-span.ts'

/** A place with the exact words; `certain` when nothing else in either version could be meant. */
export interface Found {
  span: Span
  certain: boolean
}

/** Characters that all searches of one correction may look through together, so that none holds the core for long. */
const mostSearched = 200_000_000

/** From this length on, words that occur once in both versions are the same words wherever they stand. In UTF-16 code units. */
const tellingLength = 48

/** So much of the context on one side must be the same for shorter words. In UTF-16 code units. */
const tellingContext = 16

/** Makes the search between two versions; it answers null when the words are not among what is new. */
export function findMoved({ before, after, changes }: Versions): (segment: Segment) => Found | null {
  // Words at the edge of an insertion may share a letter or a space with what was there before.
  const margin = 64
  const regions = changes
    .filter((change) => change.newEnd > change.newStart)
    .map((change) => ({ start: Math.max(0, change.newStart - margin), end: Math.min(after.length, change.newEnd + margin), change }))
  const total = regions.reduce((sum, region) => sum + region.end - region.start, 0)
  let searched = 0
  return (segment) => {
    searched += total
    if (searched > mostSearched || segment.quote.trim().length < 3) return null
    const places = new Set<number>()
    for (const { start, end, change } of regions) {
      if (end - start < segment.quote.length) continue
      const region = after.slice(start, end)
      for (let at = region.indexOf(segment.quote); at >= 0 && places.size < 20; at = region.indexOf(segment.quote, at + 1)) {
        const common = Math.min(start + at + segment.quote.length, change.newEnd) - Math.max(start + at, change.newStart)
        if (common * 2 > segment.quote.length) places.add(start + at)
      }
    }
    return best(before, after, segment, [...places])
  }
}

function best(before: string, after: string, { quote, prefix, suffix }: Segment, places: number[]): Found | null {
  const rated = places
    .map((start) => {
      const span = { start, end: start + quote.length }
      const likePrefix = similarity(prefix, after.slice(Math.max(0, start - prefix.length), start))
      const likeSuffix = similarity(suffix, after.slice(span.end, span.end + suffix.length))
      const same = (prefix.length >= tellingContext && likePrefix === 1) || (suffix.length >= tellingContext && likeSuffix === 1)
      return { span, same, likeness: likePrefix + likeSuffix }
    })
    .toSorted((a, b) => b.likeness - a.likeness)
  const [first, second] = rated
  if (!first) return null
  const once = !second && occursOnce(before, quote) && occursOnce(after, quote)
  const certain = once && (first.same || quote.length >= tellingLength)
  return { span: first.span, certain }
}

const occursOnce = (text: string, words: string): boolean => text.indexOf(words) === text.lastIndexOf(words)
