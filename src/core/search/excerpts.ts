// Where words occur in a text, and the excerpt around the first of them.
import type { Span } from '../../shared/passages.ts'
import { isDense, plainLetters } from './word-variants.ts'

/** How much of a text an excerpt shows before and after the first match, in UTF-16 code units. */
const before = 48
const after = 132

/** Of a text longer than this only what is around the first match is looked at, in UTF-16 code units. */
const piece = 4000

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character)

/** A text in plain letters, and for each of its code units the one it came from. */
function fold(text: string): { folded: string; origin: number[] } {
  const origin: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const plain = character < '\u0080' ? character.toLowerCase() : plainLetters(character)
    folded += plain
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at)
    at += character.length
  }
  origin.push(at)
  return { folded, origin }
}

/** Words that stand next to each other, whatever is between them. */
function* phrases(text: string, words: string[]): Generator<Span> {
  // Words are letters, numbers and marks: nothing of them is a pattern.
  for (const { 0: found, index } of text.matchAll(new RegExp(words.join(String.raw`[^\p{L}\p{N}\p{M}]+`), 'gu'))) {
    if (!isLetter(text[index - 1])) yield { start: index, end: index + found.length }
  }
}

function* occurrences(text: string, word: string): Generator<Span> {
  // A lone accent is nothing in plain letters.
  const parts = word.split(' ').filter((part) => part !== '')
  if (parts.length === 0) return
  if (parts.length > 1) return yield* phrases(text, parts)
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (isDense(word) || !isLetter(text[at - 1])) yield { start: at, end: at + word.length }
  }
}

const firstOf = (text: string, words: string[]): number =>
  Math.min(...words.map((word) => occurrences(text, word).next().value?.start ?? Number.POSITIVE_INFINITY))

/** About where a long text has the first of the words: at most `before` and a piece earlier. 0 when it has none. */
function nearFirst(text: string, words: string[]): number {
  const lower = text.toLowerCase()
  const first = lower.length === text.length ? firstOf(lower, words.map((word) => word.toLowerCase())) : Number.POSITIVE_INFINITY
  if (first < text.length) return Math.max(0, first - 2 * before)
  const plain = words.map(plainLetters)
  for (let from = 0; from < text.length; from += piece / 2) {
    if (firstOf(plainLetters(text.slice(from, from + piece)), plain) < Number.POSITIVE_INFINITY) return Math.max(0, from - 2 * before)
  }
  return 0
}

/** Forward to behind the next white space, so that nothing begins within a word or a character. */
function toNextWord(text: string, at: number): number {
  const space = at === 0 ? -1 : text.slice(at, at + before).search(/\s/)
  return space < 0 ? at : at + space + 1
}

function someOf(text: string, word: string): Span[] {
  const found: Span[] = []
  for (const span of occurrences(text, word)) if (found.push(span) >= 200) break
  return found
}

/**
 * Where any of the words begins a word of the text, whatever case and accents, in order and without overlap. Words with
 * spaces between them are a phrase; of a text that has none of what is looked for, the words of phrases are found.
 */
export function findWords(text: string, words: string[]): Span[] {
  const spans = findEach(text, words)
  return spans.length > 0 || !words.some((word) => word.includes(' ')) ? spans : findEach(text, words.flatMap((word) => word.split(' ')))
}

function findEach(text: string, words: string[]): Span[] {
  if (words.length === 0) return []
  const lower = text.toLowerCase()
  const sameLength = lower.length === text.length
  let spans = sameLength ? words.flatMap((word) => someOf(lower, word.toLowerCase())) : []
  if (spans.length === 0) {
    const { folded, origin } = fold(text)
    spans = words
      .flatMap((word) => someOf(folded, plainLetters(word)))
      .map(({ start, end }) => ({ start: origin[start] ?? 0, end: origin[end] ?? text.length }))
  }
  return spans
    .toSorted((a, b) => a.start - b.start)
    .filter((span, at, all) => at === 0 || span.start >= (all[at - 1]?.end ?? 0))
}

function toWordEdge(text: string, at: number, direction: 1 | -1): number {
  let edge = at
  while (edge > 0 && edge < text.length && text[edge - 1] !== '\n' && !/\s/.test(text[edge - (direction < 0 ? 1 : 0)] ?? ' ')) {
    edge += direction
  }
  return edge
}

/** The text around the first match, with the matches inside it marked; line breaks become spaces. */
export function excerptOf(text: string, words: string[]): { excerpt: string; marks: Span[]; first: Span | null } {
  const from = text.length > piece && words.length > 0 ? toNextWord(text, nearFirst(text, words)) : 0
  const matches = findWords(text.slice(from, from + 2 * piece), words).map((span) => ({ start: span.start + from, end: span.end + from }))
  const first = matches[0] ?? null
  const middle = first?.start ?? 0
  const start = middle <= before ? 0 : toWordEdge(text, middle - before, 1)
  const end = middle + after >= text.length ? text.length : toWordEdge(text, middle + after, -1)
  const lead = start > 0 ? '… ' : ''
  const marks = matches
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ start: span.start - start + lead.length, end: span.end - start + lead.length }))
  const excerpt = `${lead}${text.slice(start, end).replaceAll('\n', ' ')}${end < text.length ? ' …' : ''}`
  return { excerpt, marks, first }
}
