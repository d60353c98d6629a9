import { describe, expect, it } from 'vitest'
import { aCore } from '../a-core.ts'
import { addPassage, addSource, anOlderWorkspace, idOf, rowsOf, undoably } from './an-older-workspace.ts'

const [source, kept, deleted] = [idOf(1), idOf(2), idOf(3)]

/** A workspace as migration 10 left it: two passages, the second one deleted by a command that can be undone. */
const aWorkspaceAtTen = () =>
  anOlderWorkspace(20, (db) => {
    addSource(db, source, 'One fish. Two fish.')
    addPassage(db, kept, source, 'One fish')
    addPassage(db, deleted, source, 'Two fish')
    undoably(db, 'Delete passage', `DELETE FROM passage WHERE id = '${deleted}'`)
  })

describe('migration 20', () => {
  it('keeps every passage as it was, placed', () => {
    const path = aWorkspaceAtTen()
    const [passages, segments] = [rowsOf(path, 'passage'), rowsOf(path, 'segment')]
    aCore({ path }).close()
    expect(rowsOf(path, 'passage')).toEqual(passages.map((row) => ({ ...row, state: 'placed' })))
    expect(rowsOf(path, 'segment')).toEqual(segments)
    expect(rowsOf(path, 'passage_review')).toEqual([])
  })

  it('lets what was deleted before it be undone after it', () => {
    const core = aCore({ path: aWorkspaceAtTen() })
    expect(core.api.history.undo({})).toEqual({ label: 'Delete passage' })
    expect(core.api.passages.get({ passage: deleted })).toMatchObject({ quote: 'Two fish', state: 'placed' })
    expect(core.api.history.redo({})).toEqual({ label: 'Delete passage' })
    expect(core.api.passages.list({ source }).map((mark) => mark.id)).toEqual([kept])
  })
})
