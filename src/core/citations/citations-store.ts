// SQL of the user's own styles, of what citations point at, and of who cites what.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'

export interface StyleRow {
  id: string
  title: string
  text: string
}

/** Where a cited passage begins and ends: in which version of which source's text. */
export interface CitedRow {
  passage: Id
  start: number
  end: number
  source: Id
  version: number
}

export interface CitingMemo {
  memo: Id
  title: string
  language: string
  /** The name of its citation style. */
  style: string
  document: string
}

const passagesOf = {
  source: 'SELECT id FROM passage WHERE source_id = ?',
  passage: 'SELECT ?',
  item: 'SELECT passage_id FROM tag WHERE item_id = ?',
} as const

/** Prepares the statements of citations. Ids are given as a JSON array where many are asked for at once. */
export function citationsStore(db: Db) {
  const styles = db.prepare<[], StyleRow>('SELECT id, title, text FROM csl_style ORDER BY title, row')
  const style = db.prepare<[string], StyleRow>('SELECT id, title, text FROM csl_style WHERE id = ?')
  const insertStyle = db.prepare('INSERT INTO csl_style (id, title, text, added_at) VALUES (?, ?, ?, ?)')
  const removeStyle = db.prepare('DELETE FROM csl_style WHERE id = ?')
  const cited = db.prepare<[string], CitedRow>(
    `SELECT passage.id AS passage, passage.source_id AS source, passage.version, segment.start,
       (SELECT max("end") FROM segment AS any_part WHERE any_part.passage_id = passage.id) AS "end"
     FROM json_each(?) AS wanted JOIN passage ON passage.id = wanted.value
     JOIN segment ON segment.passage_id = passage.id AND segment.position = 0`,
  )
  const blocks = db.prepare<[Id, number], string>('SELECT blocks FROM source_text WHERE source_id = ? AND version = ?').pluck()
  const prepared = (kind: keyof typeof passagesOf) => ({
    passages: db.prepare<[Id], Id>(passagesOf[kind]).pluck(),
    memos: db.prepare<[Id], CitingMemo>(
      `SELECT memo.id AS memo, memo.title, memo.language, memo.citation_style AS style, memo_body.document
       FROM memo JOIN memo_body ON memo_body.memo_id = memo.id
       WHERE memo.id IN (SELECT memo_id FROM memo_citation WHERE passage_id IN (${passagesOf[kind]}))
       ORDER BY memo_body.saved_at DESC, memo.row DESC`,
    ),
  })
  const citing = { source: prepared('source'), passage: prepared('passage'), item: prepared('item') }
  return {
    styles: () => styles.all(),
    style: (id: string) => style.get(id),
    insertStyle: (row: StyleRow, at: Instant) => void insertStyle.run(row.id, row.title, row.text, at),
    removeStyle: (id: string) => removeStyle.run(id).changes === 1,
    cited: (passages: string) => cited.all(passages),
    blocks: (source: Id, version: number) => blocks.get(source, version) ?? '[]',
    /** The passages of a source, an item or a passage itself, and the memos that cite any of them. */
    passagesOf: (kind: keyof typeof passagesOf, id: Id) => citing[kind].passages.all(id),
    memosCiting: (kind: keyof typeof passagesOf, id: Id) => citing[kind].memos.all(id),
  }
}

export type CitationsStore = ReturnType<typeof citationsStore>
