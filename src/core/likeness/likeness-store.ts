// SQL of likeness: keys of paragraphs, and the pairs of sources that follow from them. All of it follows from texts.
import type { Id } from '../../shared/identifiers.ts'
import type { LikeSource } from '../../shared/likeness.ts'
import type { Db } from '../database/open-database.ts'
import type { ParagraphKeys } from './paragraph-keys.ts'

/** A key that stands in more sources than this is boilerplate and joins nothing. */
const commonest = 500

/** Prepares the statements of likeness. */
export function likenessStore(db: Db) {
  // CROSS JOIN: from the short list to its sources, never the other way round.
  const missing = db.prepare<[number], { source: Id; version: number; text: string; blocks: string }>(
    `SELECT source.id AS source, source.version, source_text.text, source_text.blocks
     FROM likeness_wanted CROSS JOIN source ON source.id = likeness_wanted.source_id
     JOIN source_text ON source_text.source_id = source.id AND source_text.version = source.version LIMIT ?`,
  )
  const read = db.prepare('DELETE FROM likeness_wanted WHERE source_id = ?')
  const forget = db.prepare('DELETE FROM likeness_text WHERE source_id = ?')
  const insertText = db.prepare('INSERT INTO likeness_text (source_id, version, words) VALUES (?, ?, ?)')
  const insertKey = db.prepare('INSERT OR IGNORE INTO likeness_key (key, source_id, paragraph, words) VALUES (?, ?, ?, ?)')
  // How many words of each other source stand in paragraphs that this one has too, and the reverse.
  const shares = db.prepare<{ source: Id; least: number }, { other: Id; share: number }>(
    // Each side by itself: a paragraph that stands a hundred times in both would be joined ten thousand times.
    `WITH usable AS (
       SELECT mine.key FROM (SELECT DISTINCT key FROM likeness_key WHERE source_id = @source) AS mine
       WHERE (SELECT count(*) FROM (SELECT 1 FROM likeness_key WHERE key = mine.key LIMIT ${commonest + 1})) <= ${commonest}
     ), theirs AS (
       SELECT other, sum(words) AS words FROM (
         SELECT DISTINCT their.source_id AS other, their.paragraph, their.words
         FROM usable CROSS JOIN likeness_key AS their ON their.key = usable.key AND their.source_id <> @source
       ) GROUP BY other
     ), mine AS (
       SELECT other, sum(words) AS words FROM (
         SELECT DISTINCT shared.other, my.paragraph, my.words
         FROM (
           SELECT DISTINCT their.source_id AS other, usable.key
           FROM usable CROSS JOIN likeness_key AS their ON their.key = usable.key AND their.source_id <> @source
         ) AS shared
         CROSS JOIN likeness_key AS my ON my.key = shared.key AND my.source_id = @source
       ) GROUP BY other
     )
     SELECT other, share FROM (
       SELECT theirs.other,
         max(1.0 * theirs.words / their_text.words, 1.0 * mine.words / my_text.words) AS share
       FROM theirs JOIN mine ON mine.other = theirs.other
       JOIN likeness_text AS their_text ON their_text.source_id = theirs.other
       JOIN likeness_text AS my_text ON my_text.source_id = @source
     ) WHERE share >= @least`,
  )
  const insertPair = db.prepare('INSERT OR REPLACE INTO likeness_pair (source_id, other_id, share) VALUES (?, ?, ?)')
  const pairs = db
    .prepare<[], [Id, Id]>(
      `SELECT source_id, other_id FROM likeness_pair
       JOIN source AS one ON one.id = source_id AND +one.trashed_at IS NULL
       JOIN source AS other ON other.id = other_id AND +other.trashed_at IS NULL ORDER BY source_id, other_id`,
    )
    .raw()
  const of = db.prepare<{ source: Id }, LikeSource>(
    `SELECT source.id AS source, source.title, source.container_title AS containerTitle, source.issued, pair.share
     FROM (SELECT other_id AS other, share FROM likeness_pair WHERE source_id = @source
           UNION ALL SELECT source_id, share FROM likeness_pair WHERE other_id = @source) AS pair
     JOIN source ON source.id = pair.other AND +source.trashed_at IS NULL ORDER BY pair.share DESC, source.captured_at, source.row`,
  )
  return {
    missing: (limit: number) => missing.all(limit),
    keep(source: Id, version: number, paragraphs: readonly ParagraphKeys[]): void {
      read.run(source)
      forget.run(source)
      const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0)
      insertText.run(source, version, words)
      for (const [at, paragraph] of paragraphs.entries()) {
        for (const key of paragraph.keys) insertKey.run(key, source, at, paragraph.words)
      }
    },
    shares: (source: Id, least: number) => shares.all({ source, least }),
    insertPair: (a: Id, b: Id, share: number) => void insertPair.run(...([a, b].toSorted() as [Id, Id]), share),
    pairs: () => pairs.all(),
    of: (source: Id) => of.all({ source }),
  }
}
