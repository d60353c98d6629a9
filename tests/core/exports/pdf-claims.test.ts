// A PDF that claims PDF/A-3a and PDF/UA-1 at once: what each claim asks for and can be read off the file.
import { chartKey } from '../../../src/shared/charts.ts'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { withBothClaims } from '../../../src/core/exports/pdf-claims.ts'
import { typstInput } from '../../../src/core/exports/typst-input.ts'
import { templates, type ExportOptions } from '../../../src/shared/exports.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { aFolder, resources } from '../a-core.ts'
import { aHead } from './a-memo.ts'
import { aRandomMemo, type RandomMemo } from './a-random-memo.ts'
import { attachmentsOf, factsOf, metadataOf, objectionsTo, pagesOf } from './poppler.ts'

afterAll(closeTypst)

const exported = ({ document, ...memo }: RandomMemo, options: ExportOptions = {}) =>
  exportMemoToFile({ memo: { head: aHead(), document }, ...memo, format: 'pdf', options, resources, folder: aFolder(), fontFolders: [] })

/** The last cross-reference section: the objects it names and where they are said to be. */
function lastSection(file: string): { number: number; offset: number }[] {
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1])
  const section = file.slice(at, file.indexOf('trailer', at))
  return [...section.matchAll(/^(\d+) 1\n(\d{10}) 00000 n\r\n/gm)].map(([, number, offset]) => ({ number: Number(number), offset: Number(offset) }))
}

/** The compiler's own PDF/UA-1 and PDF/A-3a of a memo; throws when it takes exception to one. */
function bothOf(memo: RandomMemo, options: ExportOptions = {}): { accessible: Uint8Array; archived: Uint8Array } {
  const fonts = readdirSync(join(resources, 'fonts')).filter((name) => name.endsWith('.ttf'))
  const compiler = NodeCompiler.create({ workspace: join(resources, 'typst'), fontArgs: [{ fontBlobs: fonts.map((name) => readFileSync(join(resources, 'fonts', name))) }] })
  const material = { passages: new Map(memo.passages.map((one) => [one.id, one])), charts: new Map(memo.charts.map((one) => [chartKey(one), one])), images: memo.images }
  const { paper } = memoToPaper({ head: aHead(), document: memo.document, ...material, size: 'a4', options })
  for (const [name, { bytes }] of Object.entries(paper.images)) compiler.mapShadow(join(resources, 'typst/images', name), Buffer.from(bytes))
  const laidOut = compiler.compile({ mainFileContent: readFileSync(join(resources, 'typst/memo.typ'), 'utf8'), inputs: { paper: typstInput(paper), families: '[]', evidence: '{}' } }).result
  if (!laidOut) throw new Error('the paper was not laid out')
  const written = (pdfStandard: string) => compiler.pdf(laidOut, { pdfStandard, creationTimestamp: 0 })
  return { accessible: written('ua-1'), archived: written('a-3a') }
}

describe('an exported PDF', () => {
  it.each(templates)('claims both as %s, whatever is in the memo', async (template) => {
    for (const seed of [1, 2]) {
      const memo = aRandomMemo(randomFrom(seed))
      const { path, warnings } = await exported(memo, { template })
      expect(warnings.filter((warning) => /claim|No font/.test(warning))).toEqual([])
      const metadata = metadataOf(path)
      expect(metadata).toMatch(/<pdfuaid:part>1<\/pdfuaid:part><pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/)
      expect(metadata).toMatch(/<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/<[^]*<pdfaProperty:name>part</)
      expect(factsOf(path)).toMatchObject({ Tagged: 'yes', Title: 'Pressure before proposals' })
      expect(attachmentsOf(path)).toEqual(['evidence.json'])
    }
  })

  it('ends in an update that a reader finds its way by', async () => {
    const { path } = await exported(aRandomMemo(randomFrom(4)))
    expect(objectionsTo(path)).not.toContain('Suspects')
    const file = readFileSync(path, 'latin1')
    const section = lastSection(file)
    expect(section.length).toBeGreaterThan(1)
    for (const { number, offset } of section) expect(file.slice(offset).startsWith(`${number} 0 obj\n`)).toBe(true)
    const trailer = file.slice(file.lastIndexOf('trailer'))
    expect(trailer).toMatch(/\/Root \d+ 0 R[^]*\/ID \[[^]*\/Prev \d+/)
    const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1])
    const catalogue = file.slice(section.find(({ number }) => number === root)?.offset)
    expect(file.slice(section.at(-2)?.offset)).toMatch(/^\d+ 0 obj\n<<\s*\/Type \/OutputIntent[^>]*\/S \/GTS_PDFA1/)
    for (const part of [/\/DisplayDocTitle true/, /\/Lang \(en\)/, /\/MarkInfo <<\s*\/Marked true/, /\/OutputIntents/, /\/AF \[\d+ 0 R\]/, /\/StructTreeRoot/]) expect(catalogue).toMatch(part)
    expect(pagesOf(path)).toBeGreaterThan(1)
  })
})

describe('the second claim', () => {
  it('is not made of a file that lacks what it asks for, which is then left as it was', () => {
    const { accessible, archived } = bothOf(aRandomMemo(randomFrom(5)))
    const file = Buffer.from(accessible).toString('latin1')
    expect(withBothClaims(accessible, archived).lacking).toBeNull()
    // Same lengths, so that every object stays in its place.
    const spoiled: [RegExp, string, string][] = [
      [/\/Contents \(/, '/Kontents (', 'words for a link'],
      [/\/Alt \(/, '/Elt (', 'words for a figure'],
      [/\/Tabs \/S/, '/Tabs /R', 'the order of links'],
      [/\/Desc \(/, '/Dask (', 'words for an attached file'],
      [/\/Lang \(/, '/Long (', 'a language'],
      [/\/S \/H1/, '/S /H4', 'headings in order'],
      [/<dc:title>/, '<dc:titel>', 'a title'],
    ]
    for (const [what, by, lacking] of spoiled) {
      const worse = file.replace(what, by)
      expect(worse).not.toBe(file)
      const refused = withBothClaims(Buffer.from(worse, 'latin1'), archived)
      expect([refused.lacking, refused.bytes.length]).toEqual([lacking, worse.length])
    }
  })

  it('is not made of a file of another form', () => {
    const { accessible, archived } = bothOf(aRandomMemo(randomFrom(6)))
    const others = ['', '%PDF-1.7\n', '%PDF-1.7\nstartxref\n0\n%%EOF'].map((file) => Buffer.from(file, 'latin1'))
    for (const [one, other] of others.flatMap((file) => [[file, archived], [accessible, file]] as const)) expect(withBothClaims(one, other)).toMatchObject({ lacking: 'the form of file that is known' })
  })
})
