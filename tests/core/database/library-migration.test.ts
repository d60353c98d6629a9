import { expect, it } from 'vitest'
import { aCore } from '../a-core.ts'
import { addSource, anOlderWorkspace, idOf, rowsOf, undoably } from './an-older-workspace.ts'

const [kept, deleted] = [idOf(1), idOf(2)]

/** A workspace as the migrations before 140 left it: a source, and one deleted by a command that can be undone. */
const aWorkspaceBefore = () =>
  anOlderWorkspace(140, (db) => {
    addSource(db, kept, 'Words', { title: 'Kept', container: 'TIME' })
    addSource(db, deleted, 'Words', { title: 'Deleted' })
    undoably(db, 'Delete source', `DELETE FROM source WHERE id = '${deleted}'`)
  })

it('migration 140 keeps every source, unread and not in the trash', () => {
  const path = aWorkspaceBefore()
  const sources = rowsOf(path, 'source')
  aCore({ path }).close()
  expect(rowsOf(path, 'source')).toEqual(
    sources.map((row) => expect.objectContaining({ ...row, progress: 'unread', trashed_at: null })),
  )
})

it('migration 140 lets what was deleted before it be undone after it, and has likeness read what it had not', () => {
  const core = aCore({ path: aWorkspaceBefore() })
  expect(core.api.history.undo({})).toEqual({ label: 'Delete source' })
  expect(core.api.sources.get({ source: deleted })).toMatchObject({ progress: 'unread', trashedAt: null })
  core.api.library.setProgress({ sources: [kept, deleted], progress: 'done' })
  core.api.history.undo({})
  expect(core.api.sources.get({ source: deleted }).progress).toBe('unread')
})
