// What the paragraph of a passage does not hold of it: words in other paragraphs.
import type { PassageDetail } from './passages.ts'
import { segmentSeparator } from './selectors.ts'

/** Words of a passage beyond its paragraph. `before` stands between them and what comes before: a cut, or a space where they run on. */
export interface BeyondParagraph {
  before: string
  words: string
}

/** In reading order; empty for a passage that its paragraph holds whole. */
export function beyondParagraph({
  segments,
  paragraph,
  paragraphSpans,
}: Pick<PassageDetail, 'segments' | 'paragraph' | 'paragraphSpans'>): BeyondParagraph[] {
  // The paragraph is that of the first segment, and its first span is that segment's.
  const paragraphEnd = (segments[0]?.start ?? 0) - (paragraphSpans[0]?.start ?? 0) + paragraph.length
  return segments.flatMap(({ start, end, quote }) => {
    if (end <= paragraphEnd) return []
    const runsOn = start < paragraphEnd
    const words = runsOn ? quote.slice(paragraphEnd - start).trim() : quote
    return words === '' ? [] : [{ before: runsOn ? ' ' : segmentSeparator, words }]
  })
}
