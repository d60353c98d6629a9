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
  const spans = (condition: string) => `
    SELECT tag.id AS tag, tag.passage_id AS passage, passage.source_id AS source, segment.start, segment."end"
    FROM item JOIN tag ON tag.item_id = item.id
    JOIN passage ON passage.id = tag.passage_id AND passage.state = 'placed'
    JOIN source ON source.id = passage.source_id AND source.trashed_at IS NULL
    JOIN segment ON segment.passage_id = passage.id
    WHERE ${condition} AND (@source IS NULL OR source.id = @source)
    ORDER BY source.title COLLATE NOCASE, source.row, segment.start, segment."end", tag.row`
  const ofCodes = db.prepare<{ codes: string; source: Id | null }, TaggedSpan>(spans('item.code_id IN (SELECT value FROM json_each(@codes))'))
  const ofKind = db.prepare<{ kind: ItemKind; source: Id | null }, TaggedSpan>(spans('item.kind = @kind'))
  const ofItem = db.prepare<{ item: Id; source: Id | null }, TaggedSpan>(spans('item.id = @item'))
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
    ofCodes: (codes: readonly Id[], source: Id | null) => ofCodes.all({ codes: JSON.stringify(codes), source }),
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
