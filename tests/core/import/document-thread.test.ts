import { deflateSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { closeDocumentThread, readInThread } from '../../../src/core/import/document-thread.ts'
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

it('a document for which bytes without end are unpacked is given up, and those behind it are read', async () => {
  onTestFinished(closeDocumentThread)
  const font = deflateSync(Buffer.alloc(150_000_000)).toString('latin1')
  const hostile = aPdf({
    pages: [[{ text: 'Words.', y: 700 }]],
    objects: {
      3: '<< /Type /Font /Subtype /TrueType /BaseFont /Big /FirstChar 32 /LastChar 33 /Widths [500 500] /FontDescriptor 900 0 R >>',
      900: '<< /Type /FontDescriptor /FontName /Big /Flags 32 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 /FontFile2 901 0 R >>',
      901: `<< /Length ${font.length} /Filter /FlateDecode >>\nstream\n${font}\nendstream`,
    },
  })
  const [first, second] = [readInThread({ bytes: hostile, fileName: 'font.pdf' }), readInThread({ bytes: new TextEncoder().encode('Words.'), fileName: 'a.txt' })]
  await expect(first).rejects.toMatchObject({ code: 'source.too-large' })
  expect((await second).text).toBe('Words.')
})
