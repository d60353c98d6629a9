// The sentences that the rules read: body text only, since headlines set every word in capitals.
import type { Span } from '../../shared/passages.ts'
import { sentencesOfBlock } from '../../shared/sentences.ts'
import type { Block } from '../../shared/sources.ts'

/** Longer ones are no prose, and patterns must not be run over them. In UTF-16 code units. */
const longestSentence = 1000

/** One sentence. `block` is the index of its block. */
export interface Sentence extends Span {
  text: string
  block: number
  kind: Block['kind']
}

/** The sentences of one block; none for a headline, a heading or code. */
export function readBlock(text: string, block: Block, index: number, language: string | null): Sentence[] {
  if (block.kind === 'heading' || block.kind === 'preformatted') return []
  return sentencesOfBlock(text, block, language)
    .map((span) => ({ ...span, text: text.slice(span.start, span.end), block: index, kind: block.kind }))
    .filter((sentence) => sentence.text.length <= longestSentence && !isHeadline(sentence.text))
}

/** Whether nearly all longer words have a capital, as titles of articles do. */
export function isHeadline(text: string): boolean {
  if (/[.!?]["”’»]?$/u.test(text) && text.length > 80) return false
  const words = text.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return (words.length >= 4 && capitals / words.length > 0.7 && !/[.!?]["”’»]?$/u.test(text)) || /^(?:Read|See) [Mm]ore\b/u.test(text)
}

const frequent = /\b(?:the|of|and|to|in|that|is|was|for|with)\b/giu

/** Whether the rules can read the text: they know English only. A language that is known decides, else the commonest words do. */
export function isEnglish(text: string, language: string | null): boolean {
  if (language) return /^en\b/iu.test(language)
  const sample = text.slice(0, 5000)
  const words = sample.match(/\p{L}+/gu)?.length ?? 0
  return words > 0 && (sample.match(frequent)?.length ?? 0) / words > 0.12
}
