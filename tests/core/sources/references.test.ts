import { describe, expect, it } from 'vitest'
import { readReferenceFile } from '../../../src/core/import/reference-file.ts'
import { aCore, aSource } from '../a-core.ts'
import { importing } from './a-file.ts'

const read = (fileName: string, text: string) => readReferenceFile({ bytes: new TextEncoder().encode(text), fileName })

const work = {
  metadata: {
    title: 'Grün and War',
    containerTitle: 'Journal of Ports',
    url: 'https://example.org/grain',
    authors: [
      { family: 'Example', given: 'Ada' },
      { family: 'van Roe', given: 'Bo' },
    ],
    issued: '2025-03-07',
  },
  reference: { type: 'article-journal', volume: '12', issue: '2', page: '3–19', DOI: '10.1000/ports.7', publisher: 'A house', ISSN: '1234-5678' },
}

describe('a reference file', () => {
  it('in RIS gives its works', () => {
    const ris =
      'TY  - JOUR\r\nTI  - Grün and War\r\nAU  - Example, Ada\r\nAU  - van Roe, Bo\r\nPY  - 2025/03/07/\r\nT2  - Journal of Ports\r\nVL  - 12\r\nIS  - 2\r\n' +
      'SP  - 3\r\nEP  - 19\r\nDO  - 10.1000/Ports.7\r\nUR  - https://example.org/grain\r\nPB  - A house\r\nSN  - 1234-5678\r\nER  - \r\nTY  - BOOK\r\nTI  - Another\r\nER  - \r\n'
    expect(read('works.ris', ris)).toEqual([work, { metadata: { title: 'Another' }, reference: { type: 'book' } }])
  })

  it('in BibTeX gives its works, without TeX', () => {
    const bib =
      '@comment{not {a} work}\n@string{jp = "Journal of Ports"}\n@article{a,\n title = {Gr{\\"u}n and {War}}, author = "Example, Ada and Bo van Roe", date = {2025-03-07},\n' +
      ' journal = jp, volume = 12, number = {2}, pages = {3--19}, doi = {10.1000/Ports.7}, url = {https://example.org/grain}, publisher = {A house}, issn = {1234-5678} }\n@book{b, title = {Open'
    expect(read('works.bib', bib)).toEqual([work])
  })

  it('in CSL-JSON gives its works', () => {
    const { metadata, reference } = work
    const csl = {
      ...reference,
      title: metadata.title,
      author: [metadata.authors[0], { family: 'Roe', given: 'Bo', 'non-dropping-particle': 'van' }],
      'container-title': metadata.containerTitle,
      URL: metadata.url,
      issued: { 'date-parts': [[2025, 3, 7]] },
    }
    expect(read('works.json', JSON.stringify([csl]))).toEqual([work])
    expect(read('works.json', JSON.stringify({ items: [csl] }))).toEqual([work])
  })

  it.each([
    ['a.json', '{"a": 1}'],
    ['a.json', 'no JSON'],
    ['a.ris', 'words'],
    ['a.bib', '@article{'],
    ['a.json', '[null, 1, {"title": {}}]'],
  ])('%s without works is refused: %s', (name, text) => {
    expect(() => read(name, text)).toThrow('it holds no references in RIS, BibTeX or CSL-JSON.')
  })
})

it('references attach to sources by DOI, address or title, fill what is unknown, and are undone in one step', async () => {
  const core = aCore()
  const [byDoi, byAddress, byTitle] = [await aSource(core, 'First words.', 'One'), await aSource(core, 'Other words.', 'Two'), await aSource(core, 'Last words.', 'Grain: and War!')]
  core.api.sources.update({ source: byDoi.source, reference: { DOI: '10.1000/a' } })
  core.api.sources.update({ source: byAddress.source, metadata: { url: 'https://www.example.org/grain/?utm_source=x', containerTitle: 'Kept' } })
  const ris = [
    'TY  - RPRT\nTI  - A report\nDO  - https://doi.org/10.1000/A\nPB  - A house\nER  - ',
    'TY  - JOUR\nTI  - Else\nUR  - http://example.org/grain#top\nT2  - Not taken\nVL  - 7\nER  - ',
    'TY  - NEWS\nTI  - Grain and war\nAU  - Example, Ada\nER  - ',
    'TY  - BOOK\nTI  - Unknown to all\nER  - ',
  ].join('\n')
  const report = await importing(core, { 'works.ris': ris })
  expect(report.outcomes).toEqual([
    { name: 'works.ris', outcome: 'references', source: null, reason: '3 of its 4 references were attached to a source. No source was found for “Unknown to all”.', code: null },
  ])
  const of = ({ source }: { source: string }) => core.api.sources.get({ source })
  expect([of(byDoi).reference, of(byDoi).provenance.publisher, of(byDoi).metadata.title]).toEqual([{ DOI: '10.1000/a', type: 'report', publisher: 'A house' }, 'reference file', 'One'])
  expect([of(byAddress).metadata.containerTitle, of(byAddress).reference]).toEqual(['Kept', { type: 'article-journal', volume: '7' }])
  expect([of(byTitle).metadata.authors, of(byTitle).provenance.authors]).toEqual([[{ family: 'Example', given: 'Ada' }], 'reference file'])
  expect(core.api.history.undo({})).toEqual({ label: 'Attach references' })
  expect([of(byDoi).reference, of(byAddress).reference, of(byTitle).metadata.authors]).toEqual([{ DOI: '10.1000/a' }, {}, []])
})
