// Every row that is somebody's work, to compare a workspace with itself at another time.
import Database from 'better-sqlite3'

/** What follows from the rest, belongs to the journal itself, or is left in place on purpose (decisions 0004 and 0024). */
const leftOut = /^(history_|likeness_|sqlite_|desk$|source_original$|memo_version(_base)?$)|_index(_|$)/

/** What is saved with a memo's text: undone in its editor, so that between two commands it may change unjournalled. */
const withText = ['memo_body', 'memo_citation', 'cited_state']

/** Rows by table as JSON, in an order that does not depend on when they were written. */
export type Rows = Record<string, string[]>

/** Reads the rows of a workspace file that may be open elsewhere; a table that a migration adds is read, too. */
export function rowsReader(path: string): { everything(): Rows; withoutText(): Rows; close(): void } {
  const db = new Database(path, { readonly: true })
  const names = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  const tables = names.filter((name) => !leftOut.test(name)).toSorted()
  const statements = new Map(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`)]))
  const read = (wanted: readonly string[]): Rows =>
    Object.fromEntries(wanted.map((table) => [table, (statements.get(table)?.all() ?? []).map((row) => JSON.stringify(row)).toSorted()]))
  const journalled = tables.filter((table) => !withText.includes(table))
  return { everything: () => read(tables), withoutText: () => read(journalled), close: () => db.close() }
}
