// Selectors: how a span of a source text is cut, kept and counted without ever splitting a character.
import { contextLength, type Segment, type Span } from './passages.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What stands between the segments of a discontinuous quotation. */
export const segmentSeparator = ' … '

/**
 * The segment that is stored for a span: its exact quote and up to 32 UTF-16 code units on either side,
 * one fewer where the cut would split a surrogate pair. The span must lie within the text.
 */
export function segmentAt(text: string, span: Span): Segment {
  const before = Math.max(0, span.start - contextLength)
  const after = Math.min(text.length, span.end + contextLength)
  return {
    start: span.start,
    end: span.end,
    quote: text.slice(span.start, span.end),
    prefix: text.slice(splitsPair(text, before) ? before + 1 : before, span.start),
    suffix: text.slice(span.end, splitsPair(text, after) ? after - 1 : after),
  }
}

/**
 * The smallest span around the given one whose ends lie between user-perceived characters (UAX #29
 * grapheme clusters), so that no emoji, flag or accented letter is cut in half. Clamped to the text.
 */
export function snapToGraphemes(text: string, span: Span): Span {
  const start = Math.max(0, Math.min(span.start, text.length))
  const end = Math.max(start, Math.min(span.end, text.length))
  return { start: clusterAt(text, start).start, end: boundaryFrom(text, end) }
}

/** The span without white space at its ends; null when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | null {
  const quote = text.slice(span.start, span.end)
  const start = span.start + (quote.length - quote.trimStart().length)
  const end = span.end - (quote.length - quote.trimEnd().length)
  return start < end ? { start, end } : null
}

/** The words of a passage as they are quoted: its segments joined with " … ". */
export function quoteOf(segments: readonly Pick<Segment, 'quote'>[]): string {
  return segments.map((segment) => segment.quote).join(segmentSeparator)
}

/**
 * The number of Unicode code points before an offset in UTF-16 code units, as the W3C Web Annotation
 * selectors count. An offset inside a surrogate pair counts the pair.
 */
export function toCodePoints(text: string, offset: number): number {
  let points = 0
  for (let at = 0; at < Math.min(offset, text.length); at += widthAt(text, at)) points += 1
  return points
}

/** The offset in UTF-16 code units before which lie so many code points; the text's end when it has fewer. */
export function fromCodePoints(text: string, points: number): number {
  let at = 0
  for (let left = points; left > 0 && at < text.length; left -= 1) at += widthAt(text, at)
  return at
}

function widthAt(text: string, at: number): number {
  return splitsPair(text, at + 1) ? 2 : 1
}

/** True when an offset lies between the two halves of a surrogate pair. */
function splitsPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at - 1)
  const low = text.charCodeAt(at)
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}

function boundaryFrom(text: string, offset: number): number {
  const cluster = clusterAt(text, offset)
  return cluster.start === offset ? offset : cluster.end
}

/** The cluster that holds the code unit at an offset. A line feed always ends a cluster, so one line is enough to look at. */
function clusterAt(text: string, offset: number): Span {
  if (offset >= text.length) return { start: text.length, end: text.length }
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const lineEnd = text.indexOf('\n', offset)
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd + 1)
  const cluster = graphemes.segment(line).containing(offset - lineStart)
  if (!cluster) return { start: offset, end: offset }
  const start = lineStart + cluster.index
  return { start, end: start + cluster.segment.length }
}
