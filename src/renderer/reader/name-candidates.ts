// Names that stand out in a text by their capitals, so that an actor can be picked with one key.
//
// A guess to move a cursor by, never a tag: it offers too much rather than too little and decides nothing.
import type { Span } from '../../shared/passages.ts'
import { wordsOfLineAt, type Word } from '../../shared/words.ts'
import type { Direction } from './reading-selection.ts'

/** Words that may stand inside a name without a capital. */
const connectors = new Set('of de del della der den di du da dos das la le van von zu bin ibn al el'.split(' '))

/** Capitalised words that are a name only beside another one. */
const ordinary = new Set(
  (
    'the a an this that these those it its he she they we i you his her their our my there here but and or so yet if ' +
    'when while as in on at by for from with after before since although though however meanwhile moreover instead ' +
    'nevertheless otherwise alternatively still then now what who why how where which is are was were no not to even ' +
    'both worse read more it’s that’s there’s monday tuesday wednesday thursday friday saturday sunday january ' +
    'february march april may june july august september october november december'
  ).split(' '),
)

/** Words after which, in a run of capitals, the name itself begins. */
const titles = new Set(
  (
    'president premier minister chancellor secretary envoy ambassador senator congressman congresswoman governor mayor ' +
    'representative commissioner chairman chairwoman director adviser advisor spokesman spokeswoman king queen prince ' +
    'princess pope colonel admiral lieutenant captain judge justice professor'
  ).split(' '),
)

const capital = /^\p{Lu}/u

/** The first name that starts after an offset, or the last that starts before it; null when there is none. */
export function nameBeside(text: string, offset: number, direction: Direction): Span | null {
  let at = Math.min(Math.max(0, offset), text.length)
  while (at >= 0 && at <= text.length) {
    const names = namesOfLine(text, at)
    const found =
      direction === 'forwards' ? names.find((name) => name.start > offset) : names.findLast((name) => name.start < offset)
    if (found) return found
    const next = direction === 'forwards' ? text.indexOf('\n', at) : at === 0 ? -1 : text.lastIndexOf('\n', at - 1)
    if (next < 0) return null
    at = direction === 'forwards' ? next + 1 : next
  }
  return null
}

/** Every name on the line that holds an offset. */
export function namesOfLine(text: string, offset: number): Span[] {
  const words = wordsOfLineAt(text, offset)
  const names: Span[] = []
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index] as Word
    if (!startsName(text, first)) continue
    const last = lastOfName(text, words, index)
    if (last === index && !standsAlone(text, first)) continue
    const end = words[last] as Word
    names.push({ start: afterTitle(text, words, index, last).start, end: end.bare })
    index = last
  }
  return names
}

/** The word with which a name begins: after the last title and what it is the title of, unless nothing is left then. */
function afterTitle(text: string, words: readonly Word[], from: number, last: number): Word {
  let begins = from
  for (let index = from; index <= last; index += 1) {
    if (!titles.has(read(text, words[index] as Word).toLowerCase())) continue
    const next = words[index + 1]
    begins = index + (next && read(text, next) === 'of' ? 3 : 1)
  }
  return (begins <= last ? words[begins] : words[from]) as Word
}

const read = (text: string, word: Word): string => text.slice(word.start, word.bare)

const startsName = (text: string, word: Word): boolean =>
  capital.test(read(text, word)) && !(ordinary.has(read(text, word).toLowerCase()) || ordinary.has(text.slice(word.start, word.end).toLowerCase()))

const standsAlone = (text: string, word: Word): boolean => {
  const name = read(text, word)
  return name.length > 1 && !/^\p{Lu}$/u.test(name)
}

/** The index of the last word of a name that begins at an index; a possessive or punctuation ends it. */
function lastOfName(text: string, words: readonly Word[], from: number): number {
  let last = from
  for (let index = from + 1; index < words.length; index += 1) {
    const before = words[index - 1] as Word
    const word = words[index] as Word
    const gap = text.slice(before.end, word.start)
    if (before.end !== before.bare || !/^(?: |-|\u00a0|\. )$/u.test(gap) || (gap === '. ' && read(text, before).length > 1)) break
    const name = read(text, word)
    if (startsName(text, word)) last = index
    else if (!connectors.has(name) && !(name === 'the' && read(text, before) === 'of')) break
  }
  return last
}
