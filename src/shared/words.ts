// Words of a text under the Unicode rules (UAX #29), and the steps by which bounds and the word cursor move.
import type { Span } from './passages.ts'

/**
 * A word in UTF-16 code units of the whole text. `bare` is where its possessive ending begins
 * ("Putin" of "Putin’s"), else its end: the analyst who picks a name wants the name.
 */
export interface Word extends Span {
  bare: number
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The words of the line that holds an offset, in order; "U.S." is one word with its last full stop. */
export function wordsOfLineAt(text: string, offset: number): Word[] {
  const line = lineAt(text, offset)
  return joined(text, line).map(({ start, end }) => {
    const word = text.slice(start, end)
    const initials = text[end] === '.' && /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)
    const possessive = /(?<=\p{L}|\.)[’'][sS]$/u.exec(word)
    const whole = initials ? end + 1 : end
    return { start, end: whole, bare: possessive ? end - possessive[0].length : whole }
  })
}

/** Words as the engine cuts them; a full stop between two letters joins, which Chromium leaves out of the rules (WB6, WB7). */
function joined(text: string, line: Span): Span[] {
  const words: Span[] = []
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(line.start, line.end))) {
    if (!isWordLike) continue
    const start = line.start + index
    const last = words.at(-1)
    if (last && last.end === start - 1 && /^\p{L}\.\p{L}/u.test(text.slice(last.end - 1, start + 2))) last.end = start + segment.length
    else words.push({ start, end: start + segment.length })
  }
  return words
}

/** The last word start before an offset; null when there is none. */
export function wordStartBefore(text: string, offset: number): number | null {
  return lastBelow(text, offset, (word) => [word.start])
}

/** The first word start after an offset; null when there is none. */
export function wordStartAfter(text: string, offset: number): number | null {
  return firstAbove(text, offset, (word) => [word.start])
}

/** The last word end before an offset, the end before a possessive included; null when there is none. */
export function wordEndBefore(text: string, offset: number): number | null {
  return lastBelow(text, offset, (word) => [word.bare, word.end])
}

/** The first word end after an offset, the end before a possessive included; null when there is none. */
export function wordEndAfter(text: string, offset: number): number | null {
  return firstAbove(text, offset, (word) => [word.bare, word.end])
}

/** The first word that starts at or after an offset; null when there is none. */
export function wordFrom(text: string, offset: number): Word | null {
  for (let at = offset; at <= text.length; at = lineAt(text, at).end + 1) {
    const found = wordsOfLineAt(text, at).find((word) => word.start >= offset)
    if (found) return found
  }
  return null
}

/** The last word that ends at or before an offset; null when there is none. */
export function wordUpTo(text: string, offset: number): Word | null {
  for (let at = offset; at >= 0; at = lineAt(text, at).start - 1) {
    const found = wordsOfLineAt(text, at).findLast((word) => word.bare <= offset)
    if (found) return found
  }
  return null
}

function firstAbove(text: string, offset: number, stops: (word: Word) => number[]): number | null {
  for (let at = Math.max(0, offset); at <= text.length; at = lineAt(text, at).end + 1) {
    const found = wordsOfLineAt(text, at).flatMap(stops).find((stop) => stop > offset)
    if (found !== undefined) return found
  }
  return null
}

function lastBelow(text: string, offset: number, stops: (word: Word) => number[]): number | null {
  for (let at = Math.min(text.length, offset); at >= 0; at = lineAt(text, at).start - 1) {
    const found = wordsOfLineAt(text, at).flatMap(stops).findLast((stop) => stop < offset)
    if (found !== undefined) return found
  }
  return null
}

/** The line around an offset without its line break. */
function lineAt(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset)
  return { start: offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end }
}
