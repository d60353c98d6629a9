import { expect, it } from 'vitest'
import { aCore } from '../a-core.ts'
import { addSource, anOlderWorkspace, idOf, rowsOf } from './an-older-workspace.ts'

it('migration 70 leaves sources and their texts as they were, and finds the copies among them on opening', () => {
  const words = 'Negotiators left the capital late on Tuesday without a common text for either side to sign.'
  const ids = [idOf(1), idOf(2)]
  const path = anOlderWorkspace(70, (db) => {
    for (const id of ids) addSource(db, id, words)
  })
  const rows = () => ['source', 'source_text'].map((table) => rowsOf(path, table))
  const before = rows()
  const core = aCore({ path })
  expect(core.api.likeness.groups({})).toEqual([ids])
  core.close()
  // Later migrations may add columns.
  expect(rows()).toEqual(before.map((table) => table.map((row) => expect.objectContaining(row))))
})
