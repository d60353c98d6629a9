// A passage within its paragraph, cut to what a card has room for.
import type { Span } from '../../shared/passages.ts'

export interface QuotePiece {
  text: string
  marked: boolean
}

/**
 * The paragraph as pieces, marked where `spans` (UTF-16 code units, in order) lie, with at most about `room` code
 * units before the first and after the last span, cut at spaces and shown by an ellipsis. `room` null cuts nothing.
 */
export function quoteWindow(paragraph: string, spans: readonly Span[], room: number | null): QuotePiece[] {
  const first = spans[0]?.start ?? 0
  const last = Math.min(spans.at(-1)?.end ?? 0, paragraph.length)
  const from = room === null ? 0 : startNear(paragraph, first - room)
  const to = room === null ? paragraph.length : endNear(paragraph, last + room)
  const pieces: QuotePiece[] = from > 0 ? [{ text: '… ', marked: false }] : []
  let at = from
  for (const span of spans) {
    const start = Math.max(at, span.start)
    const end = Math.min(paragraph.length, span.end)
    if (end <= start) continue
    if (start > at) pieces.push({ text: paragraph.slice(at, start), marked: false })
    pieces.push({ text: paragraph.slice(start, end), marked: true })
    at = end
  }
  if (at < to) pieces.push({ text: paragraph.slice(at, to), marked: false })
  if (to < paragraph.length) pieces.push({ text: ' …', marked: false })
  return pieces
}

function startNear(text: string, wanted: number): number {
  if (wanted <= 0) return 0
  const space = text.lastIndexOf(' ', wanted)
  return space < 0 || wanted - space > 40 ? whole(text, wanted) : space + 1
}

function endNear(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length
  const space = text.indexOf(' ', wanted)
  return space < 0 || space - wanted > 40 ? whole(text, wanted) : space
}

/** Never between the halves of a surrogate pair. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at)
