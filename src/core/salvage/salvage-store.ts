// SQL of a workspace that is put together from what another one still holds.
import Database from 'better-sqlite3'
import { applicationId } from '../database/open-database.ts'
import { allMigrations } from '../database/migrations/all-migrations.ts'
import type { RawValue } from './raw-records.ts'

/** A column as SQLite describes it. */
export interface Column {
  name: string
  type: string
  required: boolean
  hasDefault: boolean
  isRow: boolean
}

/** A reference that leads nowhere. */
export interface Orphan {
  table: string
  rowid: number
  parent: string
  column: string
  setNull: boolean
}

interface KeyRow {
  id: number
  from: string
  table: string
  on_delete: string
}

/** A new workspace at `path` with the schema of `version`, open for filling. */
export function salvageStore(path: string, version: number) {
  const db = new Database(path)
  // The file is flushed once it is whole; until then it may be lost, but a row that does not fit must not spoil others.
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    for (const migration of allMigrations) if (migration.number <= version) migration.up(db)
    db.pragma(`user_version = ${version}`)
    db.pragma(`application_id = ${applicationId}`)
  })()

  // The history would undo into what was lost; what makes sources alike is read from their texts again.
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'history\\_%' ESCAPE '\\'
       AND name NOT LIKE 'likeness\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all()
  const columns = new Map<string, Column[]>(
    tables.map((table) => [
      table,
      (db.pragma(`table_info("${table}")`) as { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }[]).map(
        ({ name, type, notnull, dflt_value: byDefault, pk }) => ({
          name,
          type,
          required: notnull === 1,
          hasDefault: byDefault !== null,
          isRow: type === 'INTEGER' && pk === 1,
        }),
      ),
    ]),
  )
  const statements = new Map<string, Database.Statement<RawValue[]>>()
  const prepared = (sql: string) => {
    const found = statements.get(sql) ?? db.prepare<RawValue[]>(sql)
    statements.set(sql, found)
    return found
  }
  const rows = <T>(sql: string, ...values: RawValue[]): T[] => prepared(sql).all(...values) as T[]
  const run = (sql: string, ...values: RawValue[]): number => prepared(sql).run(...values).changes

  return {
    tables,
    columns: (table: string): Column[] => columns.get(table) ?? [],
    begin: (): void => void db.exec('BEGIN'),
    commit: (): void => void db.exec('COMMIT'),
    /** Adds a row; false when it breaks a rule of the table. */
    add(table: string, names: string[], values: RawValue[]): boolean {
      const list = names.map((name) => `"${name}"`).join(', ')
      try {
        return run(`INSERT OR IGNORE INTO "${table}" (${list}) VALUES (${names.map(() => '?').join(', ')})`, ...values) > 0
      } catch {
        return false
      }
    },
    count: (table: string): number => Number(rows<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)[0]?.n ?? 0),
    /** References that lead nowhere, by table. */
    orphans(): Orphan[] {
      const found = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string; fkid: number }[]
      return found.flatMap(({ table, rowid, parent, fkid }) => {
        const key = (db.pragma(`foreign_key_list("${table}")`) as KeyRow[]).find(({ id }) => id === fkid)
        if (!key) return []
        const column = columns.get(table)?.find(({ name }) => name === key.from)
        return [{ table, rowid, parent, column: key.from, setNull: column !== undefined && !column.required }]
      })
    },
    reference: (table: string, column: string, rowid: number): string =>
      String(rows<{ v: RawValue }>(`SELECT "${column}" AS v FROM "${table}" WHERE rowid = ?`, rowid)[0]?.v ?? ''),
    clear: (table: string, column: string, rowid: number) => run(`UPDATE "${table}" SET "${column}" = NULL WHERE rowid = ?`, rowid),
    remove: (table: string, rowid: number) => run(`DELETE FROM "${table}" WHERE rowid = ?`, rowid),
    addOriginal: (sha256: string, bytes: Buffer) => run('INSERT OR IGNORE INTO source_original (sha256, bytes) VALUES (?, ?)', sha256, bytes),
    setOriginal: (source: string, sha256: string) =>
      run("UPDATE source SET sha256 = ?, media_type = 'text/plain', encoding = 'utf-8', file_name = NULL WHERE id = ?", sha256, source),
    addSource: (id: string, title: string, sha256: string, at: string, version: number) =>
      run(
        `INSERT INTO source (id, title, authors, provenance, media_type, encoding, sha256, captured_at, version)
         VALUES (?, ?, '[]', '{}', 'text/plain', 'utf-8', ?, ?, ?)`,
        id, title, sha256, at, version,
      ),
    addText: (source: string, version: number, text: string, blocks: string, words: number, paragraphs: number, at: string) =>
      run(
        `INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
         VALUES (?, ?, ?, ?, '[]', '[]', ?, ?, ?)`,
        source, version, text, blocks, words, paragraphs, at,
      ),
    textOf: (source: string, version: number): string | null =>
      rows<{ text: string }>('SELECT text FROM source_text WHERE source_id = ? AND version = ?', source, version)[0]?.text ?? null,
    /** The newest version of a source's text that is still there. */
    newestText: (source: string): number | null =>
      rows<{ version: number | null }>('SELECT max(version) AS version FROM source_text WHERE source_id = ?', source)[0]?.version ?? null,
    setVersion: (source: string, version: number) => run('UPDATE source SET version = ? WHERE id = ?', version, source),
    /** Sources whose current text is not there. */
    sourcesWithoutText: () =>
      rows<{ id: string; version: number }>(
        `SELECT id, version FROM source WHERE NOT EXISTS
           (SELECT 1 FROM source_text WHERE source_id = source.id AND source_text.version = source.version)`,
      ),
    /** Sources whose original bytes are not there, with the text that they have. */
    sourcesWithoutOriginal: () =>
      rows<{ id: string; text: string }>(
        `SELECT source.id, source_text.text FROM source
         JOIN source_text ON source_text.source_id = source.id AND source_text.version = source.version
         WHERE sha256 NOT IN (SELECT sha256 FROM source_original)`,
      ),
    newestPassageVersion: (source: string): number =>
      Number(rows<{ v: number | null }>('SELECT max(version) AS v FROM passage WHERE source_id = ?', source)[0]?.v ?? 1),
    segmentsOf: (source: string) =>
      rows<{ row: number; quote: string; prefix: string; suffix: string }>(
        `SELECT segment.row, quote, prefix, suffix FROM segment JOIN passage ON passage.id = segment.passage_id
         WHERE passage.source_id = ? ORDER BY segment.start, segment.row`,
        source,
      ),
    place: (row: number, start: number, end: number) => run('UPDATE segment SET start = ?, "end" = ? WHERE row = ?', start, end, row),
    passagesTo: (source: string, version: number) => run('UPDATE passage SET version = ? WHERE source_id = ?', version, source),
    /** Passages placed in a text made anew are no longer under review. */
    settleReviews(source: string) {
      if (!columns.has('passage_review')) return
      run("UPDATE passage SET state = 'placed' WHERE source_id = ?", source)
      run('DELETE FROM passage_review WHERE passage_id IN (SELECT id FROM passage WHERE source_id = ?)', source)
    },
    addPassage: (id: string, source: string, version: number, at: string) =>
      run('INSERT INTO passage (id, source_id, version, created_at) VALUES (?, ?, ?, ?)', id, source, version, at),
    removeBarePassages: () => run('DELETE FROM passage WHERE id NOT IN (SELECT passage_id FROM segment)'),
    quoteFor: (item: string): string | null =>
      rows<{ quote: string }>(
        `SELECT quote FROM segment JOIN tag ON tag.passage_id = segment.passage_id WHERE tag.item_id = ? ORDER BY segment.row LIMIT 1`,
        item,
      )[0]?.quote ?? null,
    hasRow: (table: string, column: string, value: string): boolean => rows(`SELECT 1 FROM "${table}" WHERE "${column}" = ?`, value).length > 0,
    addItem: (id: string, kind: string, statement: string, at: string) =>
      run('INSERT INTO item (id, kind, statement, created_at) VALUES (?, ?, ?, ?)', id, kind, statement, at),
    /** Gives every item of a kind the row of its own that this kind has. */
    addDetails: (kind: 'claim' | 'actor' | 'recommendation') =>
      run(`INSERT INTO "${kind}" (item_id) SELECT id FROM item WHERE kind = ? AND id NOT IN (SELECT item_id FROM "${kind}")`, kind),
    addMemo: (id: string, title: string, at: string) =>
      run(
        `INSERT INTO memo (id, title, authors, audience, status, language, created_at) VALUES (?, ?, '[]', '', 'draft', 'en', ?)`,
        id, title, at,
      ),
    addBodies: (document: string, at: string) =>
      run(
        `INSERT INTO memo_body (memo_id, document, plain, words, revision, saved_at)
         SELECT id, ?, '', 0, 0, ? FROM memo WHERE id NOT IN (SELECT memo_id FROM memo_body)`,
        document, at,
      ),
    identify: (id: string, at: string) => {
      run('DELETE FROM workspace')
      run('INSERT INTO workspace (one, id, created_at) VALUES (1, ?, ?)', id, at)
    },
    /** Passages whose quotation is not what their text has at their place. */
    misquotes: (): number =>
      Number(
        rows<{ n: number }>(
          `SELECT count(*) AS n FROM segment JOIN passage ON passage.id = segment.passage_id
           JOIN source_text ON source_text.source_id = passage.source_id AND source_text.version = passage.version
           WHERE instr(source_text.text, segment.quote) = 0`,
        )[0]?.n ?? 0,
      ),
    close: (): void => void db.close(),
  }
}

export type SalvageStore = ReturnType<typeof salvageStore>
