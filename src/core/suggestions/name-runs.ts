// Runs of words that look like a name: capitals side by side, with the small words that may stand within a name.
import type { Span } from '../../shared/passages.ts'
import { isBodyWord, isKnownBody, stateNamed } from './known-names.ts'
import { notNames, titleWords } from './cue-words.ts'
import type { Sentence } from './sentences.ts'

/** A word in UTF-16 code units of the whole text; `text` and `end` leave a possessive ending out. */
export interface NameWord extends Span {
  text: string
  possessive: boolean
}

/** Words side by side that may be a name; never empty. */
export interface NameRun extends Span {
  words: NameWord[]
}

const wordPattern = /(?:\p{Lu}\.)+(?:\p{Lu}(?=['’]s|[^\p{L}]|$))?|\p{L}[\p{L}\p{M}\p{N}]*(?:[’'-][\p{L}\p{M}\p{N}]+)*|\p{N}+/gu
const particles = new Set('van von de der den del della di da du la le bin ibn al el'.split(' '))
const abbreviatedTitle = /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|Lt|Capt|St)$/u

/** The words of a sentence with possessive endings set apart. */
export function wordsOf(sentence: Sentence): NameWord[] {
  return [...sentence.text.matchAll(wordPattern)].map((match) => {
    const start = sentence.start + match.index
    const bare = match[0].replace(/[’'][sS]$/u, '')
    const after = sentence.text.slice(match.index + match[0].length, match.index + match[0].length + 2)
    const possessive = bare.length < match[0].length || /^[’'](?:s\b|\s)/u.test(after) && /s$|\.$/u.test(match[0])
    return { start, end: start + bare.length, text: bare, possessive }
  })
}

const isCapital = (word: NameWord): boolean => /^\p{Lu}/u.test(word.text) && !/^\p{Lu}[\p{L}]*-\p{Ll}/u.test(word.text)

/** Every run of a sentence, longest first from the left; none overlaps another. */
export function nameRuns(sentence: Sentence, text: string): NameRun[] {
  const words = wordsOf(sentence)
  const runs: NameRun[] = []
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index] as NameWord
    if (!isCapital(first) || notNames.has(first.text.toLowerCase())) continue
    const last = lastOfRun(text, words, index)
    const taken = words.slice(index, last + 1)
    runs.push({ words: taken, start: first.start, end: (taken.at(-1) ?? first).end })
    index = last
  }
  return runs
}

/** The index of the last word of a run; a possessive or punctuation ends it. */
function lastOfRun(text: string, words: readonly NameWord[], from: number): number {
  let last = from
  for (let index = from + 1; index < words.length; index += 1) {
    const before = words[index - 1] as NameWord
    const word = words[index] as NameWord
    const gap = text.slice(before.end, word.start)
    const abbreviated = gap === '. ' && (abbreviatedTitle.test(before.text) || /^\p{Lu}$/u.test(before.text))
    if (before.possessive || (!abbreviated && !/^[ \u00a0]$/u.test(gap))) break
    if (isCapital(word)) last = index
    else if (!joins(words, from, index)) break
  }
  return last
}

/** Whether a small word may go on a name: a particle, or "of", "for", "and" within the name of an office or a body. */
function joins(words: readonly NameWord[], from: number, index: number): boolean {
  const word = words[index]?.text ?? ''
  const before = words.slice(from, index)
  if (particles.has(word)) return true
  const last = before.at(-1)?.text ?? ''
  if (word === 'of' || word === 'for') return isBodyWord(last) || (word === 'of' && titleWords.has(last))
  if (word === 'the') return /^(?:of|for)$/u.test(words[index - 1]?.text ?? '')
  // "Department for Business and Trade", but not "the Treasury and Parliament" nor "President Trump and Putin".
  const joined = `${before.map(({ text }) => text).join(' ')} and ${words[index + 1]?.text ?? ''}`
  if (word === 'and' && (isKnownBody(joined) || stateNamed(joined) !== null)) return true
  if (word !== 'and' || !before.some(({ text }) => isBodyWord(text))) return false
  if (before.some(({ text }) => text === 'of' || text === 'for')) return true
  // "Police and Border Guard Board": one word, and behind "and" a body of at least two.
  const behind = words.slice(index + 1, index + 5)
  const end = behind.findIndex((next) => !isCapital(next))
  const rest = end < 0 ? behind : behind.slice(0, end)
  return before.length === 1 && rest.length >= 2 && isBodyWord(rest.at(-1)?.text ?? '')
}
