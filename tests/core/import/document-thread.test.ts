import { expect, it, onTestFinished } from 'vitest'
import { closeDocumentThread } from '../../../src/core/import/document-thread.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aCore, aFolder } from '../a-core.ts'
import { aDocx, aPdf } from './packed-files.ts'

it('documents of packed formats are imported through their own thread, beside broken ones, and their pages are kept', async () => {
  onTestFinished(closeDocumentThread)
  const core = aCore()
  const folder = aFolder()
  const stage = (name: string, content: Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return core.files.stage(join(folder, name)).id
  }
  const pdf = aPdf({ pages: [[{ text: 'The first page holds some words.', y: 700 }], [{ text: 'The second page holds others.', y: 700 }]] })
  const files = [stage('a.pdf', pdf), stage('broken.pdf', pdf.subarray(0, 40)), stage('again.pdf', pdf), stage('b.docx', await aDocx())]
  const report = await core.api.sources.importFiles({ files, job: '00000000-0000-7000-8000-000000000001' })
  expect(report.outcomes.map(({ name, outcome, code }) => [name, outcome, code])).toEqual([
    ['a.pdf', 'imported', null],
    ['broken.pdf', 'failed', 'source.damaged'],
    ['again.pdf', 'duplicate', 'source.duplicate'],
    ['b.docx', 'imported', null],
  ])
  const source = report.outcomes[0]?.source ?? ''
  expect(core.api.sources.text({ source }).blocks.map(({ page }) => page)).toEqual([1, 2])
})
