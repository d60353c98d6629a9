// Do tables and their indexes tell the same? Pages that changed places leave a file that opens, and shows nothing.
import type Database from 'better-sqlite3'
import { GroundworkError } from '../../shared/errors.ts'

/** Up to so many rows are counted on both sides; of more only the ends are compared, so that opening takes no longer. */
const mostCounted = 200

interface IndexRow {
  name: string
  partial: 0 | 1
}

interface Pair {
  table: string
  index: string
  columns: string[]
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Every whole index on a table with row ids, with its columns. */
function pairsIn(db: Database.Database): Pair[] {
  const tables = db
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 0 AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
  const indexes = db.prepare<[string], IndexRow>('SELECT name, partial FROM pragma_index_list(?)')
  const columns = db.prepare<[string], string | null>('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck()
  return tables.flatMap((table) =>
    indexes.all(table).flatMap(({ name, partial }): Pair[] => {
      const named = columns.all(name)
      return partial === 1 || !named.every((column) => column !== null) ? [] : [{ table, index: name, columns: named }]
    }),
  )
}

/** Whether both sides have as many rows, and the ends of each are found on the other. */
function agree(db: Database.Database, { table, index, columns }: Pair): boolean {
  const [byTable, byIndex] = [`${quoted(table)} NOT INDEXED`, `${quoted(table)} INDEXED BY ${quoted(index)}`]
  const values = columns.map(quoted)
  const [value = ''] = values
  // All columns are looked for: many rows may have the same in the first one.
  const same = values.map((each) => `${each} IS ?`).join(' AND ')
  const count = (from: string): unknown => db.prepare(`SELECT count(*) FROM (SELECT ${value} FROM ${from} LIMIT ${mostCounted})`).pluck().get()
  if (count(byTable) !== count(byIndex)) return false
  type End = [row: number, ...values: unknown[]]
  const ends = (from: string, by: string): End[] =>
    ['ASC', 'DESC'].flatMap((way) => db.prepare<[], End>(`SELECT rowid, ${values.join(', ')} FROM ${from} ORDER BY ${by} ${way} LIMIT 1`).raw().all())
  const inIndex = db.prepare<unknown[]>(`SELECT 1 FROM ${byIndex} WHERE ${same} AND rowid = ?`).pluck()
  const inTable = db.prepare<unknown[]>(`SELECT 1 FROM ${byTable} WHERE rowid = ? AND ${same}`).pluck()
  return (
    ends(byTable, 'rowid').every(([row, ...found]) => inIndex.get(...found, row) === 1) && ends(byIndex, value).every((end) => inTable.get(...end) === 1)
  )
}

/**
 * Throws `workspace.damaged` when a table and one of its indexes hold different rows. Looks at no more than a few pages
 * of each, so that a large workspace opens as fast as a small one: the whole is checked in the background.
 */
export function checkTables(db: Database.Database, name: string): void {
  const torn = pairsIn(db).find((pair) => !agree(db, pair))
  if (!torn) return
  throw new GroundworkError(
    'workspace.damaged',
    `“${name}” is damaged: what “${torn.table}” holds does not fit its index. The file was left untouched. Restore a backup, or salvage what can be read.`,
  )
}
