import { describe, expect, it } from 'vitest'
import { aCore } from '../a-core.ts'
import { anOlderWorkspace, idOf, rowsOf, undoably } from './an-older-workspace.ts'

const [kept, deleted] = [idOf(1), idOf(2)]

/** A workspace as migration 30 left it: a code, and one deleted by a command that can be undone. */
const aWorkspaceAtThirty = () =>
  anOlderWorkspace(50, (db) => {
    db.exec(`INSERT INTO code (id, parent_id, name, colour, description, position) VALUES
      ('${kept}', NULL, 'Kept', 'teal', 'What it means', 1), ('${deleted}', '${kept}', 'Deleted', 'rose', '', 1)`)
    undoably(db, 'Delete code', `DELETE FROM code WHERE id = '${deleted}'`)
  })

describe('migration 50', () => {
  it('keeps every code as it was, without a key', () => {
    const path = aWorkspaceAtThirty()
    const codes = rowsOf(path, 'code')
    aCore({ path }).close()
    expect(rowsOf(path, 'code')).toEqual(codes.map((row) => ({ ...row, shortcut: null })))
  })

  it('lets what was deleted before it be undone after it, and a key be undone', () => {
    const core = aCore({ path: aWorkspaceAtThirty() })
    expect(core.api.history.undo({})).toEqual({ label: 'Delete code' })
    expect(core.api.codes.list({}).map(({ path, shortcut }) => [path, shortcut])).toEqual([['Kept', null], ['Kept / Deleted', null]])
    core.api.codes.update({ code: kept, shortcut: 'y' })
    expect(core.api.history.undo({})).toEqual({ label: 'Edit code' })
    expect(core.api.codes.list({})[0]?.shortcut).toBeNull()
  })
})
