// SQL of memos, their documents and the citations extracted from them.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { MemoHead, MemoSummary } from '../../shared/memos.ts'

export interface BodyRow {
  document: string
  revision: number
  savedAt: Instant
  words: number
}

/** One reference of a citation, in the order of the document; `cite` counts within its citation from 0. */
export interface CitationRow {
  citation: Id
  cite: number
  passage: Id
  version: number
  quote: string
}

const headColumns = 'title, authors, audience, date, tlp, status, language, citation_style'

/** Prepares the statements of memos. */
export function memosStore(db: Db) {
  const list = db.prepare<[], MemoSummary>(
    `SELECT memo.id, memo.title, memo.tlp, memo.status, memo_body.words, memo_body.saved_at AS savedAt,
       (SELECT count(DISTINCT citation_id) FROM memo_citation WHERE memo_id = memo.id) AS citations
     FROM memo JOIN memo_body ON memo_body.memo_id = memo.id ORDER BY memo_body.saved_at DESC, memo.row DESC`,
  )
  const head = db.prepare<[Id], MemoHead>(`SELECT ${headColumns} AS citationStyle FROM memo WHERE id = ?`)
  const body = db.prepare<[Id], BodyRow>(
    'SELECT document, revision, saved_at AS savedAt, words FROM memo_body WHERE memo_id = ?',
  )
  const insert = db.prepare(
    `INSERT INTO memo (id, ${headColumns}, created_at)
     VALUES (@id, @title, @authors, @audience, @date, @tlp, @status, @language, @citationStyle, @at)`,
  )
  const insertBody = db.prepare(
    `INSERT INTO memo_body (memo_id, document, plain, words, revision, saved_at) VALUES (@id, @document, @plain, @words, 0, @at)`,
  )
  const updateHead = db.prepare(
    `UPDATE memo SET title = @title, authors = @authors, audience = @audience, date = @date, tlp = @tlp,
       status = @status, language = @language, citation_style = @citationStyle WHERE id = @id`,
  )
  const updateBody = db.prepare(
    `UPDATE memo_body SET document = @document, plain = @plain, words = @words, revision = revision + 1, saved_at = @at
     WHERE memo_id = @id AND revision = @revision`,
  )
  const clearCitations = db.prepare('DELETE FROM memo_citation WHERE memo_id = ?')
  const insertCitation = db.prepare(
    `INSERT INTO memo_citation (memo_id, position, citation_id, cite, passage_id, version, quote)
     VALUES (@memo, @position, @citation, @cite, @passage, @version, @quote)`,
  )
  const citations = db.prepare<[Id], CitationRow>(
    `SELECT citation_id AS citation, cite, passage_id AS passage, version, quote FROM memo_citation
     WHERE memo_id = ? ORDER BY position`,
  )
  const remove = db.prepare('DELETE FROM memo WHERE id = ?')
  const target = db.prepare<[Id], number>('SELECT words FROM memo_target WHERE memo_id = ?').pluck()
  const setTarget = db.prepare(
    'INSERT INTO memo_target (memo_id, words) VALUES (?, ?) ON CONFLICT (memo_id) DO UPDATE SET words = excluded.words',
  )
  const removeTarget = db.prepare('DELETE FROM memo_target WHERE memo_id = ?')
  return {
    list: () => list.all(),
    head: (id: Id) => head.get(id),
    body: (id: Id) => body.get(id),
    insert(id: Id, newHead: MemoHead, body: Pick<BodyRow, 'document' | 'words'> & { plain: string }, at: Instant): void {
      insert.run({ ...newHead, id, at })
      insertBody.run({ ...body, id, at })
    },
    updateHead: (id: Id, newHead: MemoHead) => void updateHead.run({ ...newHead, id }),
    /** False when the stored revision is another one. */
    updateBody: (row: { id: Id; document: string; plain: string; words: number; revision: number; at: Instant }) =>
      updateBody.run(row).changes === 1,
    replaceCitations(memo: Id, rows: CitationRow[]): void {
      clearCitations.run(memo)
      for (const [position, row] of rows.entries()) insertCitation.run({ ...row, memo, position })
    },
    citations: (memo: Id) => citations.all(memo),
    remove: (id: Id) => void remove.run(id),
    target: (memo: Id) => target.get(memo) ?? null,
    setTarget: (memo: Id, words: number | null) => void (words === null ? removeTarget.run(memo) : setTarget.run(memo, words)),
  }
}
