// SQL of how often words stand in an index, without ever counting further than asked.
import type { Db } from '../database/open-database.ts'

/** The indexes that search looks in. */
export const searchIndexes = ['source_text_index', 'dense_text_index', 'source_index', 'segment_index', 'item_index', 'remark_index', 'memo_index'] as const
export type SearchIndex = (typeof searchIndexes)[number]

/** The vocabularies: words of texts, and runs of three letters of scripts without spaces. */
type Vocabulary = 'source_text_word' | 'dense_text_run'

/** Prepares the statements. */
export function vocabularyStore(db: Db) {
  const counts = new Map(
    searchIndexes.map((index) => [
      index,
      db.prepare<[string, number], number>(`SELECT count(*) FROM (SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT ?)`).pluck(),
    ]),
  )
  const next = (vocabulary: Vocabulary) =>
    db.prepare<[string, string], string>(`SELECT term FROM ${vocabulary} WHERE term >= ? AND term <= ? LIMIT 1`).pluck()
  const vocabularies = { source_text_word: next('source_text_word'), dense_text_run: next('dense_text_run') }
  return {
    /** How many rows of an index fit an expression; no more than `most` are counted. */
    countUpTo: (index: SearchIndex, match: string, most: number): number => counts.get(index)?.get(match, most) ?? 0,
    /** The words that begin with these letters, as the index has them, in its order. */
    *beginningWith(vocabulary: Vocabulary, letters: string): Generator<string> {
      // U+0001 is in no word: so the search goes on right behind the word before.
      const last = `${letters}\u{10FFFF}`
      for (let from = letters; ; ) {
        const word = vocabularies[vocabulary].get(from, last)
        if (word === undefined) return
        yield word
        from = `${word}\u0001`
      }
    },
  }
}

export type VocabularyStore = ReturnType<typeof vocabularyStore>
