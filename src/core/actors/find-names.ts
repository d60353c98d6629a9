// Finds every occurrence of actors' names in a text: whole words, the longest name first.
import type { Id } from '../../shared/identifiers.ts'
import { isBodyWord } from '../suggestions/known-names.ts'
import { comparable, formsOf, isUnspaced, plainGap, wordsOf, type FormWord, type NameForm, type TextWord } from './name-forms.ts'

/** An actor with all its names. */
export interface NamedActor {
  item: Id
  names: readonly string[]
  /** Whether it can be a person, whose given names may be initials. */
  person: boolean
}

/** Where a name stands. `within`: the longer name that it may only be a part of. */
export interface FoundName {
  start: number
  end: number
  actors: Id[]
  within: string | null
}

export interface NameIndex {
  folding: boolean
  byFirst: Map<string, { form: NameForm; item: Id }[]>
}

/** Languages that put a bare s after a name for its possessive: "Putins Krieg". */
const bareGenitive = new Set(['de', 'sv', 'da', 'no', 'nb', 'nn', 'nl', 'fo', 'is'])
/** What is elided before a name in French, Italian and Catalan: "l'Ukraine", "dell'Ucraina". */
const elided = /^(?:[ldcnsmtj]|qu|all|dall|dell|nell|sull|un|quell)$/iu
/** How many words are read in one step. */
const wordsInStep = 20_000

/** The names of actors by their first word. */
export function indexNames(actors: readonly NamedActor[], folding: boolean): NameIndex {
  const byFirst: NameIndex['byFirst'] = new Map()
  for (const { item, names, person } of actors) {
    for (const form of names.flatMap((name) => formsOf(name, person))) {
      const first = comparable(form.words[0]?.letters ?? '', folding)
      const known = byFirst.get(first)
      if (known) known.push({ form, item })
      else byFirst.set(first, [{ form, item }])
    }
  }
  return { folding, byFirst }
}

function sameWord(word: FormWord, written: string, folding: boolean): boolean {
  if (word.letters === null) return /^\p{Lu}$/u.test(written)
  if (word.exact) return folding ? comparable(word.letters, true) === comparable(written, true) && !/\p{Ll}/u.test(written) : word.letters === written
  if (word.capital && /^\p{Ll}/u.test(written)) return false
  return comparable(word.letters, folding) === comparable(written, folding)
}

/** An initial may have a full stop, a space or both after it; other gaps are as in the name. */
function sameGap(word: FormWord, before: FormWord | undefined, written: string): boolean {
  const gap = plainGap(written)
  if (before?.exact && before.letters?.length === 1) return gap === '.' || gap === '. ' || gap === ' '
  if (before?.letters === null) return gap === '.' || gap === '. ' || gap === ' '
  return gap === word.gap
}

/** How many words of the text the form takes at `at`; the last may have a bare genitive s. 0 for no match. */
function matchAt(text: string, words: readonly TextWord[], at: number, form: NameForm, folding: boolean, genitive: boolean): number {
  for (const [step, word] of form.words.entries()) {
    const written = words[at + step]
    if (!written) return 0
    const before = words[at + step - 1]
    if (step > 0 && before && !sameGap(word, form.words[step - 1], text.slice(before.end, written.start))) return 0
    if (sameWord(word, written.letters, folding)) continue
    const last = step === form.words.length - 1
    if (!last || !genitive || !written.letters.endsWith('s') || !sameWord(word, written.letters.slice(0, -1), folding)) return 0
  }
  return form.words.length
}

/** Whether a word goes on beyond the match through an apostrophe that is neither a possessive nor an elision. */
function cutsWord(text: string, before: TextWord | undefined, first: TextWord, last: TextWord, after: TextWord | undefined): boolean {
  const joined = (left: TextWord | undefined, right: TextWord | undefined) => left && right && plainGap(text.slice(left.end, right.start)) === "'"
  if (joined(before, first) && !elided.test(before?.letters ?? '')) return true
  return Boolean(joined(last, after)) && after?.letters.toLowerCase() !== 's'
}

/** The name of a body around a match, "Bank of Ukraine" around "Ukraine"; or a compound of two names, "Jean-Paul". */
function longerName(text: string, words: readonly TextWord[], from: number, to: number): string | null {
  const gap = (left: number) => plainGap(text.slice(words[left]?.end, words[left + 1]?.start))
  const capital = (at: number) => /^\p{Lu}/u.test(words[at]?.letters ?? '') && !isUnspaced(words[at]?.letters ?? '')
  const hyphenBefore = from > 0 && gap(from - 1) === '-' && capital(from - 1)
  const hyphenAfter = to < words.length && gap(to - 1) === '-' && capital(to)
  if (hyphenBefore || hyphenAfter) {
    return text.slice(words[hyphenBefore ? from - 1 : from]?.start, words[hyphenAfter ? to : to - 1]?.end)
  }
  let first = from
  if (from > 1 && gap(from - 1) === ' ' && /^(?:of|for|de|du|der|des|di)$/u.test(words[from - 1]?.letters ?? '') && gap(from - 2) === ' ') {
    if (isBodyWord(words[from - 2]?.letters ?? '')) first = from - 2
    while (first < from && first > 0 && gap(first - 1) === ' ' && capital(first - 1) && words[first - 1]?.letters !== 'The') first -= 1
  }
  let last = to
  while (last < words.length && last < to + 4 && gap(last - 1) === ' ' && capital(last)) last += 1
  while (last > to && !isBodyWord(words[last - 1]?.letters ?? '')) last -= 1
  if (first === from && last === to) return null
  return text.slice(words[first]?.start, words[last - 1]?.end)
}

interface Hit {
  taken: number
  dotted: boolean
  actors: Id[]
}

function longestAt(text: string, words: readonly TextWord[], at: number, index: NameIndex, genitive: boolean): Hit | null {
  const word = words[at]
  if (!word) return null
  const keys = [comparable(word.letters, index.folding), ...(genitive && word.letters.endsWith('s') ? [comparable(word.letters.slice(0, -1), index.folding)] : [])]
  let best: Hit | null = null
  for (const { form, item } of keys.flatMap((key) => index.byFirst.get(key) ?? [])) {
    const taken = matchAt(text, words, at, form, index.folding, genitive)
    const last = words[at + taken - 1]
    if (taken === 0 || !last || taken < (best?.taken ?? 0)) continue
    if (cutsWord(text, words[at - 1], word, last, words[at + taken])) continue
    if (!best || taken > best.taken) best = { taken, dotted: form.dotted, actors: [item] }
    else if (!best.actors.includes(item)) best.actors.push(item)
  }
  return best
}

/**
 * Reads a text step by step and answers the places of every indexed name that `actor` may have, in order. Where names
 * overlap the longest wins, whoever's it is; a name that two actors have is answered with both.
 */
export function* findNames(text: string, index: NameIndex, actor: Id, language: string | null): Generator<void, FoundName[]> {
  const genitive = bareGenitive.has((language ?? '').split('-')[0] ?? '')
  const words = wordsOf(text)
  const found: FoundName[] = []
  let read = 0
  for (let at = 0; at < words.length; at += 1) {
    read += 1
    if (read % wordsInStep === 0) yield
    const hit = longestAt(text, words, at, index, genitive)
    if (!hit) continue
    if (hit.actors.includes(actor)) {
      const end = words[at + hit.taken - 1]?.end ?? 0
      found.push({
        start: words[at]?.start ?? 0,
        end: hit.dotted && text[end] === '.' ? end + 1 : end,
        actors: hit.actors,
        within: longerName(text, words, at, at + hit.taken),
      })
    }
    at += hit.taken - 1
  }
  return found
}
