// SQL of code queries and of those that are kept.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemKind } from '../../shared/items.ts'

/** A segment of a passage under one of its tags. Offsets are UTF-16 code units of the source's current text. */
export interface TaggedSpan {
  tag: Id
  passage: Id
  source: Id
  start: number
  end: number
}

/** A kept query as stored; `query` is JSON. */
export interface KeptRow {
  id: Id
  name: string
  query: string
}

/** Prepares the statements. Passages under review and sources in the trash are left out. */
export function codeQueriesStore(db: Db) {
  // CROSS JOIN keeps the order: from the few items of a term to their passages, never from all passages of the workspace.
  const spans = (items: string) => `
    SELECT tag.id AS tag, tag.passage_id AS passage, passage.source_id AS source, segment.start, segment."end"
    FROM ${items} CROSS JOIN tag ON tag.item_id = item.id
    CROSS JOIN passage ON passage.id = tag.passage_id AND passage.state = 'placed'
    CROSS JOIN source ON source.id = passage.source_id AND source.trashed_at IS NULL
    CROSS JOIN segment ON segment.passage_id = passage.id
    WHERE (@source IS NULL OR source.id = @source)
    ORDER BY source.title COLLATE NOCASE, source.row, segment.start, segment."end", tag.row`
  const ofCode = db.prepare<{ code: Id; source: Id | null }, TaggedSpan>(
    `WITH RECURSIVE below (id) AS (SELECT @code UNION SELECT code.id FROM below JOIN code ON code.parent_id = below.id)
     ${spans('below CROSS JOIN item ON item.code_id = below.id')}`,
  )
  const path = db
    .prepare<[Id], string | null>(
      `WITH RECURSIVE above (path, parent, depth) AS (
         SELECT name, parent_id, 0 FROM code WHERE id = ?
         UNION ALL SELECT code.name || ' / ' || path, code.parent_id, depth + 1 FROM above JOIN code ON code.id = above.parent
         WHERE depth < 1000)
       SELECT path FROM above ORDER BY depth DESC LIMIT 1`,
    )
    .pluck()
  const ofKind = db.prepare<{ kind: ItemKind; source: Id | null }, TaggedSpan>(spans('(SELECT id FROM item WHERE kind = @kind) AS item'))
  const ofItem = db.prepare<{ item: Id; source: Id | null }, TaggedSpan>(spans('(SELECT @item AS id) AS item'))
  const blocks = db
    .prepare<[Id], string>('SELECT blocks FROM source_text JOIN source ON source.id = source_id AND source.version = source_text.version WHERE source_id = ?')
    .pluck()
  const statement = db.prepare<[Id], string>('SELECT statement FROM item WHERE id = ?').pluck()
  const list = db.prepare<[], KeptRow>('SELECT id, name, query FROM code_query ORDER BY name COLLATE NOCASE, row')
  const named = db.prepare<[string], KeptRow>('SELECT id, name, query FROM code_query WHERE name = ?')
  const insert = db.prepare('INSERT INTO code_query (id, name, query) VALUES (@id, @name, @query)')
  const update = db.prepare('UPDATE code_query SET query = @query WHERE id = @id')
  const remove = db.prepare('DELETE FROM code_query WHERE id = ?')
  return {
    /** Of a code and all codes below it. */
    ofCode: (code: Id, source: Id | null) => ofCode.all({ code, source }),
    /** The names from the root to a code, joined by " / "; undefined for one that is gone. */
    path: (code: Id) => path.get(code) ?? undefined,
    ofKind: (kind: ItemKind, source: Id | null) => ofKind.all({ kind, source }),
    ofItem: (item: Id, source: Id | null) => ofItem.all({ item, source }),
    /** The blocks of a source's current text, as JSON. */
    blocks: (source: Id) => blocks.get(source) ?? '[]',
    statement: (item: Id) => statement.get(item),
    list: () => list.all(),
    named: (name: string) => named.get(name),
    insert: (row: KeptRow) => void insert.run(row),
    update: ({ id, query }: KeptRow) => void update.run({ id, query }),
    remove: (id: Id) => remove.run(id).changes === 1,
  }
}

export type CodeQueriesStore = ReturnType<typeof codeQueriesStore>
