// How many texts have a term, found out by counting no further than matters, and how it is best looked for then.
import type { Term } from '../../shared/search-query.ts'
import { quoted, termExpression } from './match-expression.ts'
import type { VocabularyStore } from './vocabulary-store.ts'
import { isDense, variantsOf } from './word-variants.ts'

/** From so many texts on a word is common: ranking reads every one of them. */
export const many = 2000

/** A beginning of so few letters fits too many words to be looked up as one. */
const shortBeginning = 2

/** Of a beginning so many words are looked at, of a short one fewer; FTS5 puts the lists of no more than these together. */
const mostWords = 64
const mostWordsOfShort = 24

/** A beginning of no more letters than this is looked for in the texts where its words are too many to tell. */
const readThrough = 3

/**
 * How a term is looked for. `rare`: by its expression, which may rank. `common`: by its expression, newest first.
 * `vague`: in the texts themselves, newest first; FTS5 would put the lists of all words of the beginning together
 * before it gave the first one.
 */
export type Weighed = { weight: 'rare' | 'common'; expression: string } | { weight: 'vague'; term: Term; part: string | null }

/** Whether these are one or two letters to begin with and nothing else: so much fits that the newest come first. */
export function isShortBeginning(terms: readonly Term[]): boolean {
  const [only, ...others] = terms
  const [word, ...more] = only?.words ?? []
  return others.length === 0 && more.length === 0 && only?.prefix === true && word !== undefined && [...word].length <= shortBeginning && !isDense(word)
}

/** A word as the index may have it: it folds case, and accents of some scripts only. */
const foldings = (word: string): string[] => {
  const lower = word.toLowerCase()
  return [...new Set([lower, lower.normalize('NFD').replace(/\p{M}/gu, '')])]
}

/** How many texts have words that begin so; null when there are too many such words to tell. */
function weighBeginning(vocabulary: VocabularyStore, word: string): 'rare' | 'common' | null {
  const most = [...word].length <= shortBeginning ? mostWordsOfShort : mostWords
  let [words, texts] = [0, 0]
  for (const letters of new Set(variantsOf(word).flatMap(foldings))) {
    for (const next of vocabulary.beginningWith('source_text_word', letters)) {
      words += 1
      texts += vocabulary.countUpTo('source_text_index', quoted([next]), many)
      if (texts >= many) return 'common'
      if (words > most) return null
    }
  }
  return 'rare'
}

function weighExact(vocabulary: VocabularyStore, term: Term): 'rare' | 'common' {
  const counts = term.words.map((word) => vocabulary.countUpTo('source_text_index', termExpression({ words: [word], prefix: false }), many))
  return Math.min(...counts) < many ? 'rare' : 'common'
}

/** Weighs a term by the texts of the workspace. */
export function weigh(vocabulary: VocabularyStore, term: Term): Weighed {
  const last = term.words.at(-1) ?? ''
  if (!term.prefix) return { weight: weighExact(vocabulary, term), expression: termExpression(term) }
  const weight = weighBeginning(vocabulary, last)
  if (weight === 'rare') return { weight, expression: termExpression(term) }
  // Its words are many and none of the first ones common: FTS5 has put their lists together sooner than texts are read.
  if (weight === null && [...last].length > readThrough) return { weight: 'common', expression: termExpression(term) }
  const before = { words: term.words.slice(0, -1), prefix: false }
  return { weight: 'vague', term, part: before.words.length > 0 ? termExpression(before) : null }
}
