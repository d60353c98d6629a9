// SQL of the trash, and of deleting for good what is in it.
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { LosingMemo } from '../../shared/trash.ts'
import type { Db } from '../database/open-database.ts'

const inTrash = 'SELECT id FROM source WHERE trashed_at IS NOT NULL'

/** Prepares the statements of the trash. */
export function trashStore(db: Db) {
  const put = db.prepare('UPDATE source SET trashed_at = @at WHERE id = @source AND trashed_at IS NULL')
  const restore = db.prepare('UPDATE source SET trashed_at = NULL WHERE id = ? AND trashed_at IS NOT NULL')
  const counts = db.prepare<[], { sources: number; passages: number }>(
    `SELECT count(*) AS sources, (SELECT count(*) FROM passage WHERE source_id IN (${inTrash})) AS passages
     FROM source WHERE trashed_at IS NOT NULL`,
  )
  const losing = db.prepare<[], LosingMemo>(
    `SELECT memo.id AS memo, memo.title, count(DISTINCT memo_citation.citation_id) AS citations
     FROM passage JOIN memo_citation ON memo_citation.passage_id = passage.id JOIN memo ON memo.id = memo_citation.memo_id
     WHERE passage.source_id IN (${inTrash}) GROUP BY memo.id ORDER BY citations DESC, memo.title`,
  )
  // What the history holds of a source must go with it: undo would else bring back parts of what is gone.
  const forgetting = [
    `CREATE TEMP TABLE emptied AS ${inTrash}`,
    `CREATE TEMP TABLE emptied_passage AS SELECT id FROM passage WHERE source_id IN (SELECT id FROM emptied)
       UNION SELECT old_row ->> 'id' FROM history_change
       WHERE changed_table = 'passage' AND operation <> 'insert' AND old_row ->> 'source_id' IN (SELECT id FROM emptied)`,
    `DELETE FROM history_change WHERE operation <> 'insert' AND (
       (changed_table = 'source' AND old_row ->> 'id' IN (SELECT id FROM emptied))
       OR old_row ->> 'source_id' IN (SELECT id FROM emptied)
       OR old_row ->> 'passage_id' IN (SELECT id FROM emptied_passage))`,
    'DROP TABLE emptied',
    'DROP TABLE emptied_passage',
  ]
  const passages = db.prepare<[], Id>(`SELECT id FROM passage WHERE source_id IN (${inTrash})`).pluck()
  const sources = db.prepare<[], Id>(inTrash).pluck()
  const removePassage = db.prepare('DELETE FROM passage WHERE id = ?')
  const removeSource = db.prepare('DELETE FROM source WHERE id = ?')
  const clearing = [
    // Another source, or one that undo could still bring back, may have the same bytes.
    `DELETE FROM source_original WHERE sha256 NOT IN (SELECT sha256 FROM source)
       AND sha256 NOT IN (SELECT old_row ->> 'sha256' FROM history_change WHERE changed_table = 'source' AND operation <> 'insert')`,
    'DELETE FROM history_command WHERE NOT EXISTS (SELECT 1 FROM history_change WHERE command_id = history_command.id)',
  ]
  return {
    put: (source: Id, at: Instant) => void put.run({ source, at }),
    restore: (source: Id) => void restore.run(source),
    counts: () => counts.get() ?? { sources: 0, passages: 0 },
    losing: () => losing.all(),
    /** What emptying does, in steps that are about as long as each other; all of them inside one transaction. */
    emptying: (): (() => void)[] => [
      ...forgetting.map((sql) => () => void db.exec(sql)),
      // A source of thousands of passages would take them all along in one step.
      ...passages.all().map((passage) => () => void removePassage.run(passage)),
      ...sources.all().map((source) => () => void removeSource.run(source)),
      ...clearing.map((sql) => () => void db.exec(sql)),
    ],
    /** Whether freed pages are overwritten with zeros. */
    erase: (on: boolean) => void db.pragma(`secure_delete = ${on ? 'ON' : 'OFF'}`),
  }
}
