// Where a passage stands in its source, in the fewest words.
import { isSeveral, pageAt, paragraphNumber } from '../../shared/blocks.ts'
import type { Block } from '../../shared/sources.ts'

/** `p. 4` or `pp. 4–5`; `¶ 6` in a source without pages. */
export function placeWords(place: { pages: string | null; paragraphNumber: number }): string {
  if (place.pages === null) return `¶ ${place.paragraphNumber}`
  return `${isSeveral(place.pages) ? 'pp.' : 'p.'} ${place.pages}`
}

/** The same of an offset of a text. */
export function placeWordsAt(blocks: readonly Block[], offset: number): string {
  return placeWords({ pages: pageAt(blocks, offset), paragraphNumber: paragraphNumber(blocks, offset) })
}

/** The same, to be heard: `page 4`, `pages 4–5`, `paragraph 6`. */
export function spokenPlace(place: { pages: string | null; paragraphNumber: number }): string {
  if (place.pages === null) return `paragraph ${place.paragraphNumber}`
  return `${isSeveral(place.pages) ? 'pages' : 'page'} ${place.pages}`
}
