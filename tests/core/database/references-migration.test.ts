import { expect, it } from 'vitest'
import { aCore } from '../a-core.ts'
import { addSource, anOlderWorkspace, idOf, rowsOf, undoably } from './an-older-workspace.ts'

const [kept, deleted] = [idOf(1), idOf(2)]

/** A workspace as the migrations before 80 left it: a source, and one deleted by a command that can be undone. */
const aWorkspaceBefore = () =>
  anOlderWorkspace(80, (db) => {
    addSource(db, kept, 'Words', { title: 'Kept', container: 'TIME' })
    addSource(db, deleted, 'Words', { title: 'Deleted' })
    undoably(db, 'Delete source', `DELETE FROM source WHERE id = '${deleted}'`)
  })

it('migration 80 keeps every source as it was, with an empty reference', () => {
  const path = aWorkspaceBefore()
  const sources = rowsOf(path, 'source')
  aCore({ path }).close()
  expect(rowsOf(path, 'source')).toEqual(sources.map((row) => expect.objectContaining({ ...row, csl: '{}' })))
})

it('migration 80 lets what was deleted before it be undone after it, and a change of the reference be undone', () => {
  const core = aCore({ path: aWorkspaceBefore() })
  expect(core.api.history.undo({})).toEqual({ label: 'Delete source' })
  expect(core.api.sources.get({ source: deleted }).reference).toEqual({})
  core.api.sources.update({ source: kept, reference: { type: 'report', DOI: '10.1000/182', publisher: 'A house' } })
  core.api.sources.update({ source: kept, reference: { publisher: null } })
  expect(core.api.sources.get({ source: kept }).reference).toEqual({ type: 'report', DOI: '10.1000/182' })
  core.api.history.undo({})
  core.api.history.undo({})
  expect(core.api.sources.get({ source: kept }).reference).toEqual({})
})
