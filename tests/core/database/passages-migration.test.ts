import { describe, expect, it } from 'vitest'
import { aCore } from '../a-core.ts'
import { addPassage, addSource, anOlderWorkspace, idOf, madeAt } from './an-older-workspace.ts'

/** A workspace as migration 120 left it: a passage with two tags, one of them with a remark. */
const aWorkspaceAtOneHundredTwenty = () =>
  anOlderWorkspace(130, (db) => {
    addSource(db, idOf(1), 'Some words.')
    addPassage(db, idOf(2), idOf(1), 'Some')
    db.exec(`
      INSERT INTO item (id, kind, statement, created_at) VALUES ('${idOf(3)}', 'note', 'One', '${madeAt}'), ('${idOf(4)}', 'note', 'Other', '${madeAt}');
      INSERT INTO tag (id, passage_id, item_id, role, comment, created_at) VALUES
        ('${idOf(5)}', '${idOf(2)}', '${idOf(3)}', 'mentions', 'an old remark', '${madeAt}'),
        ('${idOf(6)}', '${idOf(2)}', '${idOf(4)}', 'mentions', '', '${madeAt}');
    `)
  })

describe('migration 130', () => {
  it('finds remarks that were there before it, and follows those that change, go and come back', () => {
    const core = aCore({ path: aWorkspaceAtOneHundredTwenty() })
    const found = (text: string) => core.api.search.everything({ text }).hits.filter(({ kind }) => kind === 'remark').map(({ ref, excerpt }) => [ref, excerpt])
    expect(found('old remark')).toEqual([[idOf(5), 'an old remark']])
    core.api.items.setTag({ tag: idOf(6), comment: 'a fresh one' })
    core.api.items.setTag({ tag: idOf(5), comment: '' })
    expect([found('fresh'), found('remark')]).toEqual([[[idOf(6), 'a fresh one']], []])
    core.api.history.undo({})
    expect(found('remark')).toHaveLength(1)
    core.api.items.untag({ tag: idOf(5) })
    expect(found('remark')).toEqual([])
    core.api.history.undo({})
    expect(found('remark')).toHaveLength(1)
  })
})
