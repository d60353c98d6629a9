// The call exports.memo, from a workspace to a file.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCore, aDocument, aFolder, aSource, aTag } from '../a-core.ts'
import { textOf } from './poppler.ts'

describe('exporting a memo', () => {
  it('gathers head, text, notes and sources from the workspace', async () => {
    const core = aCore()
    const source = await aSource(core, 'Putin met Witkoff in Moscow for five hours.', 'Kremlin talks')
    core.api.sources.update({ source: source.source, metadata: { url: 'https://example.org/talks', containerTitle: 'The Wire' } })
    const { passage } = aTag(core, source, 'met Witkoff in Moscow', 'claim')
    const { id } = core.api.memos.create({ head: { title: 'A short memo', tlp: 'AMBER' } })
    const document = aDocument(['They met.[[0]]'], [{ id: passage, quote: 'met Witkoff in Moscow' }])
    core.api.memos.save({ memo: id, revision: 0, document })
    const exported = await core.api.exports.memo({ memo: id, format: 'pdf' })
    expect(exported).toMatchObject({ name: 'A short memo.pdf', warnings: [] })
    const text = textOf(core.files.served(exported.file).path)
    for (const words of ['A short memo', 'TLP:AMBER', 'They met.', 'met Witkoff in Moscow', 'The Wire', 'example.org/talks']) {
      expect(text).toContain(words)
    }
  })

  it('prints the words of a part it does not know, and says so', async () => {
    const path = join(aFolder(), 'W.groundwork')
    const core = aCore({ path })
    const { id } = core.api.memos.create({ head: { title: 'From the future' } })
    const db = new Database(path)
    const hologram = { type: 'doc', content: [{ type: 'hologram', content: [{ type: 'text', text: 'Seen from all sides.' }] }] }
    db.prepare('UPDATE memo_body SET document = ? WHERE memo_id = ?').run(JSON.stringify(hologram), id)
    db.close()
    const exported = await core.api.exports.memo({ memo: id, format: 'pdf' })
    expect(exported.warnings.join(' ')).toMatch(/hologram/)
    expect(textOf(core.files.served(exported.file).path)).toContain('Seen from all sides.')
  })

  it('refuses a document that is none, and a memo that is gone', () => {
    const path = join(aFolder(), 'W.groundwork')
    const core = aCore({ path })
    const { id } = core.api.memos.create({})
    const db = new Database(path)
    db.prepare('UPDATE memo_body SET document = ? WHERE memo_id = ?').run('[1]', id)
    db.close()
    expect(() => core.api.exports.memo({ memo: id, format: 'pdf' })).toThrow(expect.objectContaining({ code: 'export.failed' }))
    core.api.memos.remove({ memo: id })
    expect(() => core.api.exports.memo({ memo: id, format: 'pdf' })).toThrow(expect.objectContaining({ code: 'memo.gone' }))
  })
})
