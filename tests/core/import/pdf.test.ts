import { describe, expect, it } from 'vitest'
import { GroundworkError } from '../../../src/shared/errors.ts'
import { marksOf, outlineOf, textsOf } from './documents.ts'
import { aPdf, printed, readPacked, type PdfParts } from './packed-files.ts'

const read = (parts: PdfParts) => readPacked(aPdf(parts), 'report.pdf')

const refusalOf = async (bytes: Uint8Array) => {
  const thrown: unknown = await readPacked(bytes, 'report.pdf').catch((error: unknown) => error)
  if (!(thrown instanceof GroundworkError)) throw thrown
  return { code: thrown.code, message: thrown.message }
}

const sentence = 'Grain leaves the port again under a deal that few of those who signed it believe will last the winter.'
const left = `${sentence} ${sentence.replace('Grain', 'Coal')} ${sentence.replace('Grain', 'Oil')} The left column ends here and nowhere else.`
const right = `${sentence.replace('Grain', 'Steel')} ${sentence.replace('Grain', 'Wheat')} ${sentence.replace('Grain', 'Maize')} The right column ends here.`

describe('a PDF', () => {
  it('gives headings by their size, paragraphs by their gaps, and the page on which each begins', async () => {
    const document = await read({
      pages: [
        [
          { text: 'Grain and War', y: 780, size: 20 },
          { text: 'The deal', y: 750, size: 14 },
          ...printed(`${sentence} ${sentence}`, { x: 72, top: 720, perLine: 80 }),
          ...printed(`A second one. ${sentence}`, { x: 72, top: 660, perLine: 80 }),
        ],
        printed(`A third one. ${sentence}`, { x: 72, top: 780, perLine: 80 }),
      ],
    })
    expect(outlineOf(document)).toEqual([
      'heading 1: Grain and War',
      'heading 2: The deal',
      `paragraph: ${sentence} ${sentence}`,
      `paragraph: A second one. ${sentence}`,
      `paragraph: A third one. ${sentence}`,
    ])
    expect(document.blocks.map((block) => block.page)).toEqual([1, 1, 1, 1, 2])
    expect([document.metadata.title, document.encoding, document.mediaType]).toEqual(['Grain and War', null, 'application/pdf'])
  })

  it('is read column by column, below a title that goes across', async () => {
    const document = await read({
      pages: [
        [
          { text: 'A title that goes across both of the columns of its page', y: 780, size: 16 },
          ...printed(right, { x: 310, top: 745, perLine: 48 }),
          ...printed(left, { x: 60, top: 740, perLine: 48 }),
        ],
      ],
    })
    expect(textsOf(document)).toEqual(['A title that goes across both of the columns of its page', left, right])
  })

  it('leaves out running heads, running feet and page numbers, and says so', async () => {
    const texts = ['Grain is the first of three. It leaves the port.', 'Coal comes second, and by rail.', 'Steel was not part of any of the deals.']
    const page = (text: string, at: number) => [
      { text: 'Journal of Ports', y: 810, size: 9 },
      ...printed(text, { x: 72, top: 760, perLine: 20 }),
      { text: `Working paper 7, page ${at + 1}`, y: 40, size: 9 },
      { text: `${at + 1}`, x: 300, y: 25, size: 9 },
    ]
    const document = await read({ pages: texts.map(page) })
    expect(textsOf(document)).toEqual(texts)
    expect(document.setAside).toEqual([
      { text: 'Journal of Ports', rule: 'running head' },
      { text: '1', rule: 'page number' },
      { text: 'Working paper 7, page 1', rule: 'running foot' },
    ])
  })

  it('makes words whole that a line or a page parted, and keeps hyphens that belong', async () => {
    const document = await read({
      pages: [
        [
          { text: 'The cease-fire was signed after long nego-', y: 700 },
          { text: 'tiations, and the second cease-', y: 688 },
          { text: 'fire came with a paragraph that runs over a', y: 676 },
        ],
        [{ text: 'page in the middle of its sentence.', y: 780 }],
      ],
    })
    expect(textsOf(document)).toEqual([
      'The cease-fire was signed after long negotiations, and the second cease-fire came with a paragraph that runs over a page in the middle of its sentence.',
    ])
  })

  it('keeps a footnote after the paragraph that it interrupts', async () => {
    const document = await read({
      pages: [
        [
          ...printed('This paragraph is long enough to go on over the foot of the page where a note stands and', { x: 72, top: 760, perLine: 60 }),
          { text: '1 A note at the foot of the page.', y: 80, size: 8 },
        ],
        printed('continues on the next page. It ends there.', { x: 72, top: 760, perLine: 60 }),
      ],
    })
    expect(textsOf(document)).toEqual([
      'This paragraph is long enough to go on over the foot of the page where a note stands and continues on the next page. It ends there.',
      '1 A note at the foot of the page.',
    ])
  })

  it('has no headings in its text where its notes are longer than it', async () => {
    const text = printed(Array.from({ length: 4 }, (_, at) => `${sentence} ${at}`).join(' '), { x: 72, top: 780, perLine: 40, size: 12, leading: 15 })
    const notes = printed(`1 ${Array.from({ length: 9 }, () => sentence).join(' ')}`, { x: 72, top: 500, perLine: 90, size: 9 })
    expect(outlineOf(await read({ pages: [[...text, ...notes]] })).filter((line) => !line.startsWith('paragraph'))).toEqual([])
  })

  it('gives bullets as a list, and words of a table row in their order', async () => {
    const document = await read({
      pages: [[{ text: '\x95 First point of it', y: 700 }, { text: '\x95 Second point of it', y: 688 }, { text: 'Odesa', y: 640 }, { text: '12', x: 200, y: 640 }]],
    })
    expect(outlineOf(document)).toEqual(['list-item 1: First point of it', 'list-item 1: Second point of it', 'paragraph: Odesa 12'])
  })

  it('is described by XMP before its information, and by a DOI on its first page', async () => {
    const words = printed(`${sentence} https://doi.org/10.1000/Ports.7.`, { x: 72, top: 760, perLine: 80 })
    const info = { Title: 'Microsoft Word - draft.docx', Author: 'Ada Example; Bo Roe', CreationDate: "D:20250307101500+01'00'" }
    const plain = await read({ pages: [words], info })
    expect([plain.metadata.authors, plain.metadata.issued, plain.reference, plain.metadata.title]).toEqual([
      [{ literal: 'Ada Example' }, { literal: 'Bo Roe' }],
      '2025-03-07',
      { DOI: '10.1000/ports.7' },
      'report',
    ])
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">' +
      '<dc:title><rdf:Alt><rdf:li>Grain</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Cy Doe</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>'
    const described = await read({ pages: [words], info, xmp })
    expect([described.metadata.title, described.provenance.title, described.metadata.authors]).toEqual(['Grain', 'XMP', [{ literal: 'Cy Doe' }]])
  })
})

describe('a PDF that cannot be read', () => {
  const page = [printed(sentence, { x: 72, top: 760, perLine: 80 })]

  it('is refused with the reason: a password, pages of pictures, damage', async () => {
    const zeros = '<' + '00'.repeat(32) + '>'
    const locked = aPdf({ pages: page, objects: { 900: `<< /Filter /Standard /V 1 /R 2 /O ${zeros} /U ${zeros} /P -4 >>` }, trailer: '/Encrypt 900 0 R /ID [<00> <00>]' })
    expect(await refusalOf(locked)).toEqual({
      code: 'source.protected',
      message: '“report.pdf” was not imported: it is protected by a password. Save a copy without one and import that.',
    })
    expect(await refusalOf(aPdf({ pages: [[], []] }))).toEqual({
      code: 'source.scanned',
      message: '“report.pdf” was not imported: its pages are pictures without text. Run text recognition (OCR) over it and import the result.',
    })
    for (const bytes of [new TextEncoder().encode('no PDF at all'), aPdf({ pages: page }).subarray(0, 30)]) {
      expect((await refusalOf(bytes)).code).toBe('source.damaged')
    }
    expect((await refusalOf(new Uint8Array())).code).toBe('source.empty')
  })

  it('is refused when its pages name each other, and read when its drawing names itself', async () => {
    expect((await refusalOf(aPdf({ pages: page, objects: { 2: '<< /Type /Pages /Count 1 /Kids [2 0 R] >>' } }))).code).toBe('source.damaged')
    const form = '/Fm 900 0 R'
    const stream = `/Fm Do BT /F1 10 Tf 72 700 Td (${sentence}) Tj ET`
    const drawing = `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << ${form} >> >> /Length ${stream.length} >>\nstream\n${stream}\nendstream`
    const document = await readPacked(aPdf({ pages: page, content: '/Fm Do', objects: { 900: drawing }, resources: `/XObject << ${form} >>` }), 'report.pdf')
    expect(document.text).toContain('Grain leaves the port')
  })
})

describe('the pages of a PDF', () => {
  const paragraphOver = [
    [...printed(`${sentence} It runs over a`, { x: 72, top: 100, perLine: 60 })],
    [...printed(`page in the middle of its sentence. ${sentence}`, { x: 72, top: 780, perLine: 60 })],
  ]
  const reached = (document: Awaited<ReturnType<typeof read>>) =>
    document.blocks.map(({ page, pageLabel, pageTurns = [], start }) => [page, pageLabel, ...pageTurns.map(({ at, ...turn }) => ({ ...turn, from: document.text.slice(start + at, start + at + 8) }))])

  it('are kept where a paragraph turns them', async () => {
    const document = await read({ pages: paragraphOver })
    expect(reached(document)).toEqual([[1, undefined, { page: 2, from: 'page in ' }]])
  })

  it('are called what is printed on them, when the numbers run on', async () => {
    const pages = paragraphOver.map((lines, at) => [...lines, { text: `${147 + at}`, x: 300, y: 25, size: 9 }])
    expect(reached(await read({ pages }))).toEqual([[1, '147', { page: 2, pageLabel: '148', from: 'page in ' }]])
  })

  it('are called what the document calls them, before anything printed', async () => {
    const pages = [['Foreword words that stand alone.'], ['Chapter words that stand alone.']].map(([text = ''], at) => [{ text, y: 700 }, { text: `${40 + at}`, x: 300, y: 25, size: 9 }])
    const labelled = await readPacked(aPdf({ pages, catalog: '/PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /P (A-) /S /D /St 9 >>] >>' }), 'report.pdf')
    expect(labelled.blocks.map(({ pageLabel }) => pageLabel)).toEqual(['iv', 'A-9'])
  })
})

it('a page of a PDF with text without end is refused before it is read to its end', async () => {
  const content = `BT /F1 1 Tf 72 700 Td ${`(${'a'.repeat(1000)}) Tj 0 -0.1 Td\n`.repeat(5000)} ET`
  expect(await refusalOf(aPdf({ pages: [[]], content }))).toEqual({ code: 'source.too-large', message: '“report.pdf” was not imported: one of its pages holds more text than can be read.' })
})

it('a page of a PDF that inflates beyond all measure is refused, and one of a map is not', async () => {
  const words = 'BT /F1 10 Tf 72 700 Td (Words of the page that is inflated here.) Tj ET'
  expect(await refusalOf(aPdf({ pages: [[]], content: `${words}${' '.repeat(40_000_000)}` }))).toEqual({
    code: 'source.too-large',
    message: '“report.pdf” was not imported: one of its pages would take up too much room. It may be made to fill the memory.',
  })
  expect((await read({ pages: [[]], content: `${words}${' '.repeat(10_000_000)}` })).text).toContain('Words of the page')
})

describe('the links of a PDF', () => {
  const lines = [
    { text: 'Grain leaves the port under the new corridor', y: 700 },
    { text: 'agreement of the summer, and few believe in it.', y: 688 },
  ]
  // Helvetica of 10 points: “the new corridor” begins at about 185 points, “agreement” ends at about 120.
  const over = [
    { to: 'https://example.org/deal', area: [182, 697, 300, 710] },
    { to: 'https://example.org/deal', area: [72, 685, 119, 698] },
  ] as const

  it('are kept on the words under them, as one where they run over a line', async () => {
    expect(marksOf(await read({ pages: [lines], links: over }))).toEqual(['link: the new corridor agreement → https://example.org/deal'])
  })

  it('lead to the web or nowhere', async () => {
    const links = ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '/relative', 'https://'].map((to) => ({ to, area: [182, 697, 300, 710] as const }))
    expect(marksOf(await read({ pages: [lines], links }))).toEqual([])
    expect(marksOf(await read({ pages: [lines], links: [{ to: 'mailto:a@example.org', area: [72, 685, 119, 698] }] }))).toEqual(['link: agreement → mailto:a@example.org'])
  })
})
