// Each template is a whole paper: what belongs to it, and the structure that assistive technology reads.
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { optionsWith, templates, withTemplate, type ExportOptions } from '../../../src/shared/exports.ts'
import { aFolder, resources } from '../a-core.ts'
import { aHead, aPassage, bullets, cite, doc, h, item, linked, p, quotation, row, table, td, th } from './a-memo.ts'
import { addressesOf, factsOf, languageOf, metadataOf, tagsOf, textOf } from './poppler.ts'

afterAll(closeTypst)

const passage = aPassage()
const document = doc(
  h(1, 'Key judgment'),
  p('It is very unlikely that Moscow accepts.', cite(passage)),
  bullets(item(p('a point'))),
  quotation(p('A quotation that stands apart.')),
  table(row(th('Instrument'), th('Effect')), row(td('Oil sanctions'), td('Revenue falls'))),
  p('See the ', linked('transcript', 'https://example.org/transcript'), '.'),
)

const pdfIn = (options: ExportOptions, language = 'en-GB') =>
  exportMemoToFile({ memo: { head: aHead({ language }), document }, passages: [passage], format: 'pdf', options, resources, folder: aFolder(), fontFolders: [] })

describe.each(templates)('a paper laid out as %s', (template) => {
  it('has title, language, tags for every kind of block, links and PDF/UA-1', async () => {
    const { path, warnings } = await pdfIn({ template })
    expect([warnings, metadataOf(path).includes('<pdfuaid:part>1</pdfuaid:part>'), languageOf(path)]).toEqual([[], true, 'en-GB'])
    expect(factsOf(path)).toMatchObject({ Title: 'Pressure before proposals', Tagged: 'yes', Author: 'Anna Lindqvist' })
    for (const tag of ['H1', 'P', 'L', 'LI', 'BlockQuote', 'Table', 'TH', 'TD', 'Link', 'Note']) expect(tagsOf(path)).toContain(tag)
    expect(addressesOf(path)).toEqual(['https://example.org/transcript'])
  })
})

describe('what belongs to a template', () => {
  it('is a cover with contents for an assessment, and no annex for a brief', async () => {
    const assessment = await pdfIn({ template: 'assessment' }, 'de')
    expect([textOf(assessment.path, 1), textOf(assessment.path, 2)].map((text) => [text.includes('Lagebeurteilung'), text.includes('Inhalt'), text.includes('Moscow')])).toEqual([
      [true, false, false],
      [true, true, true],
    ])
    const brief = textOf((await pdfIn({ template: 'brief' })).path)
    expect([brief.includes('To Policy director From Anna Lindqvist'), brief.includes('Evidence')]).toEqual([true, false])
  })

  it('goes with it when another one is chosen; what is the user’s own stays', () => {
    const chosen: ExportOptions = { paper: 'letter', notes: 'end', annex: false, template: 'brief' }
    expect(withTemplate(chosen, 'assessment')).toEqual({ paper: 'letter', notes: 'end', template: 'assessment' })
    expect(optionsWith(withTemplate(chosen, 'assessment'))).toMatchObject({ cover: true, contents: true, annex: true, notes: 'end' })
    expect(optionsWith({ template: 'assessment', cover: false })).toMatchObject({ cover: false, contents: true })
  })
})
