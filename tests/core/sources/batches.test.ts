import { expect, it } from 'vitest'
import { aCore } from '../a-core.ts'
import { importing, job } from './a-file.ts'

it('a batch of 500 files with three broken ones imports 497 and names the three with their reasons', async () => {
  const core = aCore()
  const files = Object.fromEntries(Array.from({ length: 497 }, (_, at) => [`note-${at}.md`, `# Note ${at}\n\nWords of note number ${at}.`]))
  const report = await importing(core, { ...files, 'empty.txt': '', 'picture.txt': Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'table.xlsx': 'x' })
  expect([report.imported, report.duplicates, report.failed, report.cancelled]).toEqual([497, 0, 3, false])
  expect(report.outcomes.filter(({ outcome }) => outcome === 'failed').map(({ name, code }) => [name, code])).toEqual([
    ['empty.txt', 'source.empty'],
    ['picture.txt', 'source.binary'],
    ['table.xlsx', 'source.unsupported'],
  ])
  expect(core.api.sources.list({}).length).toBe(497)
})

it('a batch that is cancelled keeps what is done and says so', async () => {
  const core = aCore({ onEvent: (event) => void (event.name === 'progress' && event.data.done >= 3 && core.api.jobs.cancel({ job })) })
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`note-${at}.txt`, `Words of note number ${at}.`]))
  const report = await importing(core, files)
  expect([report.cancelled, report.imported, core.api.sources.list({}).length]).toEqual([true, report.outcomes.length, report.imported])
  expect(report.imported).toBeLessThan(200)
})
