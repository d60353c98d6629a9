// Whether a text has a term, asked of the text itself where the index would take too long.
import type { Term } from '../../shared/search-query.ts'
import { plainLetters } from './word-variants.ts'

const letter = String.raw`[\p{L}\p{N}\p{M}]`
const between = String.raw`[^\p{L}\p{N}\p{M}]+`

function patternOf({ words, prefix }: Term): RegExp {
  // Words are runs of letters, numbers and marks: nothing of them is a pattern.
  return new RegExp(`(?<!${letter})${words.join(between)}${prefix ? '' : `(?!${letter})`}`, 'u')
}

/** Makes the question for a term: case, accents and ligatures make no difference. */
export function termIn(term: Term): (text: string) => boolean {
  const asTyped = patternOf({ ...term, words: term.words.map((word) => word.toLowerCase()) })
  const plain = patternOf({ ...term, words: term.words.map(plainLetters) })
  return (text) => asTyped.test(text.toLowerCase()) || plain.test(plainLetters(text))
}
