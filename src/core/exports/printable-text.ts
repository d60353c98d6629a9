// Text as a page can carry it: what a printer cannot set is made visible or taken out, and counted.
import type { Direction } from './paper.ts'

const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu
// PDF allows none of these in its text (ISO 32000-1 §9.10.3, PDF/UA-1 §7.21.7); they have no form to print.
const unprintable = /[\ufeff\p{Noncharacter_Code_Point}]/gu

/** Letters of scripts that run from right to left (Unicode Bidi_Class R and AL). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u

/** Counts what was taken out of texts, for one warning at the end. */
export interface Removals {
  controls: number
}

/** Text without control characters, noncharacters and byte-order marks; lone surrogates become U+FFFD. */
export function printable(text: string, removals?: Removals): string {
  let removed = 0
  const count = () => {
    removed += 1
    return ''
  }
  const clean = text.toWellFormed().replace(controls, count).replace(unprintable, count)
  if (removals) removals.controls += removed
  return clean
}

/** One line with the spaces at its edges: printable, with line ends and tabs as spaces. */
export const spaced = (text: string, removals?: Removals): string =>
  printable(text.split(lineEnds).join(' ').replaceAll('\t', ' '), removals)

/** One line: printable, with line ends and tabs as spaces. */
export const oneLine = (text: string, removals?: Removals): string => spaced(text, removals).trim()

/** The lines of a text, printable, tabs as spaces. */
export function lines(text: string, removals?: Removals): string[] {
  return text.split(lineEnds).map((line) => printable(line.replaceAll('\t', ' '), removals))
}

/** The direction of the first strong character (Unicode UAX 9, rules P2 and P3), null when there is none. */
export function directionOf(text: string): Direction {
  const letter = /\p{L}/u.exec(text)
  if (!letter) return null
  return rightToLeft.test(letter[0]) ? 'rtl' : 'ltr'
}

/** The language that a right-to-left script most likely is in, null for every other text. */
export function languageOfScript(text: string): string | null {
  const letter = /\p{L}/u.exec(text)?.[0]
  if (letter === undefined) return null
  if (/\p{Script=Hebrew}/u.test(letter)) return 'he'
  return /\p{Script=Arabic}/u.test(letter) ? 'ar' : null
}

/** At most `most` characters, cut after a word, with an ellipsis when something was cut. */
export function shortened(text: string, most: number): string {
  const clusters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
  if (clusters.length <= most) return text
  const cut = clusters.slice(0, most - 1).map((cluster) => cluster.segment).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/u, '')}…`
}
