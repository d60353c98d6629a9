// Where words occur in a text, and the excerpt around the first of them.
import type { Span } from '../../shared/passages.ts'
import { isDense, plainLetters } from './word-variants.ts'

/** How much of a text an excerpt shows before and after the first match, in UTF-16 code units. */
const before = 48
const after = 132

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character)

/** A text in plain letters, and for each of its code units the one it came from. */
function fold(text: string): { folded: string; origin: number[] } {
  const origin: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const plain = plainLetters(character)
    folded += plain
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at)
    at += character.length
  }
  origin.push(at)
  return { folded, origin }
}

function occurrences(text: string, word: string): Span[] {
  // A lone accent is nothing in plain letters.
  if (word === '') return []
  const found: Span[] = []
  for (let at = text.indexOf(word); at >= 0 && found.length < 200; at = text.indexOf(word, at + word.length)) {
    if (isDense(word) || !isLetter(text[at - 1])) found.push({ start: at, end: at + word.length })
  }
  return found
}

/** Where any of the words begins a word of the text, whatever case and accents, in order and without overlap. */
export function findWords(text: string, words: string[]): Span[] {
  const lower = text.toLowerCase()
  const sameLength = lower.length === text.length
  let spans = sameLength ? words.flatMap((word) => occurrences(lower, word.toLowerCase())) : []
  if (spans.length === 0) {
    const { folded, origin } = fold(text)
    spans = words
      .flatMap((word) => occurrences(folded, plainLetters(word)))
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
  const matches = findWords(text, words)
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
