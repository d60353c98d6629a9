import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aDocument, aFolder } from '../a-core.ts'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const at = '2026-11-01T00:00:00.000Z'

/** A workspace from before migration 170 with a memo that cites a passage. */
function anOlderWorkspace(): string {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number < 170))
  const document = aDocument(['They met.[[0]]'], [{ id: id(2), quote: 'One fish' }])
  db.exec(`
    INSERT INTO workspace VALUES (1, '${id(9)}', '${at}');
    INSERT INTO source_original VALUES ('aa', x'61');
    INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version)
      VALUES ('${id(1)}', 'Fish', '[]', '{}', 'text/plain', 'aa', '${at}', 1);
    INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
      VALUES ('${id(1)}', 1, 'One fish.', '[{"kind":"paragraph","start":0,"end":9}]', '[]', '[]', 2, 1, '${at}');
    INSERT INTO passage (id, source_id, version, created_at) VALUES ('${id(2)}', '${id(1)}', 1, '${at}');
    INSERT INTO segment (passage_id, position, start, "end", quote, prefix, suffix) VALUES ('${id(2)}', 0, 0, 8, 'One fish', '', '.');
    INSERT INTO memo (id, title, authors, audience, status, language, created_at)
      VALUES ('${id(3)}', 'M', '', '', 'draft', 'en', '${at}');
    INSERT INTO memo_body VALUES ('${id(3)}', '${document}', 'They met.', 2, 1, '${at}');
    INSERT INTO memo_citation SELECT '${id(3)}', 0, json_extract('${document}', '$.content[0].content[1].attrs.id'), 0, '${id(2)}', 1, 'One fish';
  `)
  db.close()
  return path
}

describe('migration 170', () => {
  it('keeps for memos that were there what they cite as it is when they are first opened', () => {
    const core = aCore({ path: anOlderWorkspace() })
    expect(core.api.reviews.list({ memo: id(3) })).toEqual([])
    core.api.sources.update({ source: id(1), reliability: 'E' })
    expect(core.api.reviews.list({ memo: id(3) }).map(({ sentence, changes }) => [sentence, changes])).toEqual([
      ['They met.', [{ kind: 'reliability', before: null, after: 'E', about: null }]],
    ])
  })

  it('journals decisions, so that they can be undone and redone after a restart', () => {
    const path = anOlderWorkspace()
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
