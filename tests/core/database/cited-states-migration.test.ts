import { describe, expect, it } from 'vitest'
import { aCore, aDocument } from '../a-core.ts'
import { addPassage, addSource, anOlderWorkspace, idOf as id, madeAt as at } from './an-older-workspace.ts'

/** A workspace from before migration 170 with a memo that cites a passage. */
const aWorkspaceBefore = () =>
  anOlderWorkspace(170, (db) => {
    addSource(db, id(1), 'One fish.', { title: 'Fish' })
    addPassage(db, id(2), id(1), 'One fish')
    const document = aDocument(['They met.[[0]]'], [{ id: id(2), quote: 'One fish' }])
    db.exec(`
      INSERT INTO memo (id, title, authors, audience, status, language, created_at)
        VALUES ('${id(3)}', 'M', '', '', 'draft', 'en', '${at}');
      INSERT INTO memo_body VALUES ('${id(3)}', '${document}', 'They met.', 2, 1, '${at}');
      INSERT INTO memo_citation SELECT '${id(3)}', 0, json_extract('${document}', '$.content[0].content[1].attrs.id'), 0, '${id(2)}', 1, 'One fish';
    `)
  })

describe('migration 170', () => {
  it('keeps for memos that were there what they cite as it is when they are first opened', () => {
    const core = aCore({ path: aWorkspaceBefore() })
    expect(core.api.reviews.list({ memo: id(3) })).toEqual([])
    core.api.sources.update({ source: id(1), reliability: 'E' })
    expect(core.api.reviews.list({ memo: id(3) }).map(({ sentence, changes }) => [sentence, changes])).toEqual([
      ['They met.', [{ kind: 'reliability', before: null, after: 'E', about: null }]],
    ])
  })

  it('journals decisions, so that they can be undone and redone after a restart', () => {
    const path = aWorkspaceBefore()
    const first = aCore({ path })
    first.api.sources.update({ source: id(1), reliability: 'E' })
    const [review] = first.api.reviews.list({ memo: id(3) })
    if (!review) throw new Error('nothing to review')
    first.api.reviews.accept({ memo: id(3), reviews: [{ citation: review.citation, passage: review.passage }] })
    first.close()
    const core = aCore({ path })
    expect(core.api.history.undo({})).toEqual({ label: 'Accept change' })
    expect(core.api.reviews.list({ memo: id(3) })).toHaveLength(1)
    expect(core.api.history.redo({})).toEqual({ label: 'Accept change' })
    expect(core.api.reviews.list({ memo: id(3) })).toEqual([])
  })
})
