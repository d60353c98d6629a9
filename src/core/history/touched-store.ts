// SQL of which passages a journalled command touched, so that windows need not read thousands anew for one.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'
import { mostMarks } from '../../shared/passages.ts'

/** Beyond so many changes a command is no small one, and counting on would only delay it. */
const mostChanges = 2000

/** An inserted row is journalled by its key alone, so that what it refers to is looked up; any other row whole. */
const touched = `
WITH change AS (SELECT changed_table, operation, old_row AS old FROM history_change WHERE command_id = @command)
SELECT json_extract(old, '$.id') FROM change WHERE changed_table = 'passage' AND operation <> 'insert'
UNION SELECT passage.id FROM change JOIN passage ON passage.row = json_extract(old, '$.row')
  WHERE changed_table = 'passage' AND operation = 'insert'
UNION SELECT json_extract(old, '$.passage_id') FROM change
  WHERE changed_table IN ('tag', 'segment', 'memo_citation', 'passage_review') AND json_extract(old, '$.passage_id') IS NOT NULL
UNION SELECT tag.passage_id FROM change JOIN tag ON tag.row = json_extract(old, '$.row')
  WHERE changed_table = 'tag' AND operation <> 'delete'
UNION SELECT segment.passage_id FROM change JOIN segment ON segment.row = json_extract(old, '$.row')
  WHERE changed_table = 'segment' AND operation <> 'delete'
UNION SELECT memo_citation.passage_id FROM change
  JOIN memo_citation ON memo_citation.memo_id = json_extract(old, '$.memo_id') AND memo_citation.position = json_extract(old, '$.position')
  WHERE changed_table = 'memo_citation' AND operation = 'insert'
UNION SELECT tag.passage_id FROM change JOIN tag ON tag.item_id = json_extract(old, '$.id')
  WHERE changed_table = 'item' AND operation = 'update'
LIMIT ${mostMarks + 1}`

/**
 * The passages whose place, tags, labels or citations a command changed, those that it removed among them; null when
 * they are more than `mostMarks`, or when a whole source changed.
 */
export function touchedPassages(db: Db): (command: number, tables: readonly string[]) => Id[] | null {
  const count = db.prepare<[number], number>('SELECT count(*) FROM history_change WHERE command_id = ?').pluck()
  const ids = db.prepare<{ command: number }, Id>(touched).pluck()
  return (command, tables) => {
    if (tables.includes('source') || tables.includes('source_text')) return null
    if (Number(count.get(command)) > mostChanges) return null
    const found = ids.all({ command })
    return found.length > mostMarks ? null : found
  }
}
