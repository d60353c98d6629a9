import { describe, expect, it } from 'vitest'
import { aCore } from '../a-core.ts'
import { addPassage, addSource, anOlderWorkspace, idOf as id, rowsOf, madeAt as at, undoably } from './an-older-workspace.ts'

const before = (quote: string) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Said.' },
        { type: 'citation', attrs: { id: id(8), passage: id(2), version: 1, quote } },
      ],
    },
  ],
})

const after = (quote: string) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Said.' },
        {
          type: 'citation',
          attrs: {
            id: id(8),
            cites: [{ passage: id(2), version: 1, quote, prefix: '', suffix: '', locator: null, suppressAuthor: false }],
          },
        },
      ],
    },
  ],
})

/** A workspace as migration 10 left it: a memo, a second one deleted and a source changed by commands that can be undone. */
const aWorkspaceAtTen = () =>
  anOlderWorkspace(20, (db) => {
    addSource(db, id(1), 'One fish.')
    addPassage(db, id(2), id(1), 'One fish')
    const memo = db.prepare(`INSERT INTO memo (id, title, authors, audience, status, language, created_at) VALUES (?, ?, '', '', 'draft', 'en', '${at}')`)
    const body = db.prepare(`INSERT INTO memo_body VALUES (?, ?, 'Said.', 1, 3, '${at}')`)
    const citation = db.prepare(`INSERT INTO memo_citation VALUES (?, 0, '${id(8)}', '${id(2)}', 1, ?)`)
    for (const [n, title] of [[3, 'Kept'], [4, 'Deleted']] as const) {
      memo.run(id(n), title)
      body.run(id(n), JSON.stringify(before(title)))
      citation.run(id(n), title)
    }
    undoably(db, 'Edit source', "UPDATE source SET title = 'New'")
    undoably(db, 'Delete memo', `DELETE FROM memo WHERE id = '${id(4)}'`)
  })

describe('migration 120', () => {
  it('gives every citation a list of one reference and keeps the rest of a memo', () => {
    const path = aWorkspaceAtTen()
    const core = aCore({ path })
    const memo = core.api.memos.get({ memo: id(3) })
    expect(JSON.parse(memo.document)).toEqual(after('Kept'))
    expect([memo.revision, memo.savedAt, memo.head.citationStyle]).toEqual([3, at, 'house'])
    expect(core.api.memos.list({})[0]).toMatchObject({ title: 'Kept', citations: 1, words: 1 })
    core.close()
    expect(rowsOf(path, 'memo_citation')).toEqual([
      { memo_id: id(3), position: 0, citation_id: id(8), cite: 0, passage_id: id(2), version: 1, quote: 'Kept' },
    ])
  })

  it('lets what was done before it be undone after it', () => {
    const core = aCore({ path: aWorkspaceAtTen() })
    expect(core.api.history.undo({})).toEqual({ label: 'Delete memo' })
    expect(JSON.parse(core.api.memos.get({ memo: id(4) }).document)).toEqual(after('Deleted'))
    expect(core.api.passages.get({ passage: id(2) }).citedIn.map(({ title }) => title)).toEqual(['Deleted', 'Kept'])
    expect(core.api.history.undo({})).toEqual({ label: 'Edit source' })
    expect(core.api.sources.get({ source: id(1) }).metadata.title).toBe('Old')
  })
})
