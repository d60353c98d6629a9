import { expect, it } from 'vitest'
import { aCore, aTag } from '../a-core.ts'
import { importing } from './a-file.ts'

const page = (words: string, url = 'https://example.org/grain') =>
  `<html><head><title>Grain and War</title><link rel="canonical" href="${url}"></head><body><article><h1>Grain and War</h1><p>${words}</p></article></body></html>`
const first = 'Negotiators left the capital late on Tuesday without a common text. Grain will leave the port again next week.'
const later = first.replace('late on Tuesday', 'early on Wednesday')

it('an article imported again after it changed is a new version with its passages carried over, and undoable', async () => {
  const core = aCore()
  const before = await importing(core, { 'grain.html': page(first) })
  const source = before.outcomes[0]?.source ?? ''
  core.api.sources.update({ source, metadata: { title: 'My own title' } })
  const passage = aTag(core, core.api.sources.text({ source }), 'Grain will leave the port', 'claim')
  const report = await importing(core, { 'saved later.html': page(later) })
  expect([report.imported, report.updated, report.outcomes]).toEqual([
    0,
    1,
    [
      {
        name: 'saved later.html',
        outcome: 'updated',
        source,
        reason: 'It had changed, and is kept as version 2 of the source that was here. 1 of its one passage was carried over.',
        code: null,
      },
    ],
  ])
  expect([core.api.sources.get({ source }).version, core.api.sources.get({ source }).metadata.title, core.api.sources.list({}).length]).toEqual([2, 'My own title', 1])
  expect(core.api.sources.text({ source }).text).toContain('early on Wednesday')
  expect(core.api.sources.text({ source, version: 1 }).text).toContain('late on Tuesday')
  expect(core.api.passages.get({ passage: passage.passage }).version).toBe(2)
  expect(core.api.history.undo({})).toEqual({ label: 'Import new version' })
  expect([core.api.sources.get({ source }).version, core.api.passages.get({ passage: passage.passage }).version]).toEqual([1, 1])
})

it('the same bytes are a duplicate, also when they are those of an older version', async () => {
  const core = aCore()
  await importing(core, { 'grain.html': page(first) })
  expect((await importing(core, { 'other.html': page(first) })).outcomes[0]?.outcome).toBe('duplicate')
})

it('a file of the same name and title is a new version when it says much the same, else a source of its own', async () => {
  const core = aCore()
  await importing(core, { 'notes.txt': first })
  expect((await importing(core, { 'notes.txt': later })).outcomes[0]?.outcome).toBe('updated')
  expect((await importing(core, { 'notes.txt': 'Something else entirely, about ships and rails.' })).outcomes[0]?.outcome).toBe('imported')
})

it('pages of a site that gives them all one address stay apart', async () => {
  const core = aCore()
  await importing(core, { 'a.html': page(first, 'https://example.org/') })
  const other = 'Steel mills of the north closed their last furnace, and nobody who worked there was asked.'
  expect((await importing(core, { 'b.html': page(other, 'https://example.org/') })).outcomes[0]?.outcome).toBe('imported')
})
