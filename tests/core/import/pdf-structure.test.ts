// What of a PDF's structure survives: emphasis by its fonts, headings in bold, tables by their columns.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faceNamed } from '../../../src/core/import/pdf-faces.ts'
import { resources } from '../a-core.ts'
import { fixture, marksOf, outlineOf } from './documents.ts'
import { aPdf, printed, readPacked, type PdfParts } from './packed-files.ts'

const read = (parts: PdfParts) => readPacked(aPdf(parts), 'report.pdf')

const fontFolder = join(resources, 'fonts')
const fonts = readdirSync(fontFolder).filter((name) => /^SourceSerif4-.*\.ttf$/.test(name)).map((name) => readFileSync(join(fontFolder, name)))
const typst = (text: string) => {
  const compiler = NodeCompiler.create({ workspace: join(resources, 'typst'), fontArgs: [{ fontBlobs: fonts }] })
  return readPacked(compiler.pdf({ mainFileContent: `#set text(font: "Source Serif 4", size: 10pt)\n#set page(width: 300pt, height: 400pt, margin: 40pt)\n${text}` }), 'set.pdf')
}

describe('emphasis in a PDF', () => {
  it('is told by the names of fonts', () => {
    const told = (name: string) => Object.entries(faceNamed(name)).flatMap(([kind, is]) => (is ? [kind] : []))
    expect(['Helvetica-Bold', 'ABCDEF+TimesNewRomanPS-BoldItalicMT', 'SourceSerif4-It', 'Minion-BoldIt', 'CMBX12', 'CMTI10', 'Arial,Italic', 'LMRoman10-Regular', 'Bitter-Regular', 'Italiana', 'CMMI10'].map(told)).toEqual([
      ['strong'],
      ['strong', 'emphasis'],
      ['emphasis'],
      ['strong', 'emphasis'],
      ['strong'],
      ['emphasis'],
      ['emphasis'],
      [],
      [],
      [],
      [],
    ])
  })

  it('stays on its own words, where the same words stand before, over lines, and where a line parts them', async () => {
    const document = await read({
      pages: [
        [
          { y: 700, text: '', parts: [['plain', 'Grain and grain and '], ['bold', 'grain'], ['plain', ' leave the port, '], ['oblique', 'never to be seen in the har-']] },
          { y: 688, text: '', parts: [['oblique', 'bour again'], ['plain', ', said the harbour master of Odesa to those who asked him.']] },
        ],
      ],
    })
    expect(document.text).toBe('Grain and grain and grain leave the port, never to be seen in the harbour again, said the harbour master of Odesa to those who asked him.')
    expect(document.marks.map(({ kind, start, end }) => [kind, start, document.text.slice(start, end)])).toEqual([
      ['strong', 20, 'grain'],
      ['emphasis', 42, 'never to be seen in the harbour again'],
    ])
  })

  it('is none where everything is bold', async () => {
    const lines = printed('All of this text is set in bold letters, as some reports are from their first to their last page.', { x: 72, top: 700, perLine: 50 })
    const document = await read({ pages: [lines.map((line) => ({ ...line, parts: [['bold', line.text]] as const }))] })
    expect(marksOf(document)).toEqual([])
  })

  it('makes a heading of a short line in bold, and not of the words that open a paragraph', async () => {
    const document = await read({
      pages: [
        [
          { y: 760, text: '', parts: [['bold', 'What remains']] },
          ...printed('A paragraph follows below it at once. It is long enough for two lines.', { x: 72, top: 748, perLine: 50 }),
          { y: 700, text: '', parts: [['bold', 'In short.'], ['plain', ' This is one more paragraph of the same report,']] },
          { y: 688, text: 'and it goes on to its end here.' },
        ],
      ],
    })
    expect(outlineOf(document)).toEqual([
      'heading 1: What remains',
      'paragraph: A paragraph follows below it at once. It is long enough for two lines.',
      'paragraph: In short. This is one more paragraph of the same report, and it goes on to its end here.',
    ])
    expect(marksOf(document)).toEqual(['strong: In short.'])
  })
})

describe('a table in a PDF', () => {
  const cells = (y: number, ...texts: string[]) => texts.flatMap((text, at) => (text === '' ? [] : [{ text, x: 72 + at * 130, y }]))
  const prose = printed('A paragraph of prose that goes before the table and is longer than any of the cells that it has.', { x: 72, top: 760, perLine: 80 })

  it('is kept as rows, with empty cells, cells of two lines and the page that it is on', async () => {
    const table = [...cells(700, 'Port', 'Tonnes', 'Remark'), ...cells(684, 'Odesa', '12', ''), ...cells(668, 'Reni', '7', 'closed since the'), ...cells(656, '', '', 'summer'), ...cells(640, 'Izmail', '', 'open')]
    const document = await read({ pages: [prose, [...table, ...printed('Prose again, after it.', { x: 72, top: 600, perLine: 80 })]] })
    expect(outlineOf(document).slice(1)).toEqual([
      'table-row 0: Port\tTonnes\tRemark',
      'table-row 0: Odesa\t12\t',
      'table-row 0: Reni\t7\tclosed since the summer',
      'table-row 0: Izmail\t\topen',
      'paragraph: Prose again, after it.',
    ])
    expect(document.blocks.map(({ page }) => page)).toEqual([1, 2, 2, 2, 2, 2])
  })

  it('has a head when its first row is in bold, and its other marks', async () => {
    const bold = (line: { text: string; x: number; y: number }) => ({ ...line, parts: [['bold', line.text]] as const })
    const document = await read({ pages: [[...prose, ...cells(700, 'Port', 'Tonnes').map(bold), ...cells(688, 'Odesa', '12'), ...cells(676, 'Reni').map(bold), ...cells(676, '', '7')]] })
    expect(outlineOf(document).slice(1)).toEqual(['table-row 0 header: Port\tTonnes', 'table-row 0: Odesa\t12', 'table-row 0: Reni\t7'])
    expect(marksOf(document)).toEqual(['strong: Reni'])
  })

  it('is neither a numbered list nor notes nor lines that were stretched', async () => {
    const list = [1, 2, 3].flatMap((at) => [{ text: `${at}.`, x: 72, y: 700 - at * 12 }, { text: `Point ${at} of the list.`, x: 100, y: 700 - at * 12 }])
    const document = await read({ pages: [[...prose, ...list]] })
    expect(document.blocks.map(({ kind }) => kind)).not.toContain('table-row')
  })

  it('is not a description with something at the right of a few of its lines, nor begins with a point of a list', async () => {
    const signature = (y: number, name: string) => [{ text: `int ${name} (const char * text, int length)`, x: 72, y }, { text: '[Function]', x: 470, y }]
    const lines = ['text: What is read, in characters.', 'length: How much of it is read at one time.', 'Returns: How much was read, or an error.']
    const about = (top: number) => lines.map((text, at) => ({ text, x: 82, y: top - at * 14 }))
    const point = [{ text: '\x95', x: 72, y: 500 }, { text: 'A point', x: 90, y: 500 }]
    const document = await read({ pages: [[...prose, ...signature(700, 'read_text'), ...about(686), ...signature(620, 'read_all'), ...about(606), ...point, ...cells(480, 'Port', 'Tonnes'), ...cells(466, 'Odesa', '12')]] })
    expect(outlineOf(document).filter((line) => line.startsWith('table-row'))).toEqual(['table-row 0: Port\tTonnes', 'table-row 0: Odesa\t12'])
  })

  it('comes through from Typst, with emphasis in a paragraph beside it', async () => {
    const document = await typst(`= Ports
      Grain left *Odesa* again, and _nobody_ in the port believed it would last.

      #table(columns: (auto, auto, 1fr), [*Port*], [*Tonnes*], [*Remark*], [Odesa], [12], [Open again since the summer, though only for grain and for maize], [Reni], [7], [Closed])

      Nothing more is known of *them*.`)
    expect(outlineOf(document)).toEqual([
      'heading 1: Ports',
      'paragraph: Grain left Odesa again, and nobody in the port believed it would last.',
      'table-row 0 header: Port\tTonnes\tRemark',
      'table-row 0: Odesa\t12\tOpen again since the summer, though only for grain and for maize',
      'table-row 0: Reni\t7\tClosed',
      'paragraph: Nothing more is known of them.',
    ])
    expect(marksOf(document)).toEqual(['strong: Odesa', 'emphasis: nobody', 'strong: them'])
  })

  it('goes on over the end of a page, without the head that is printed again, with the rest of a row, and with the page of each row', async () => {
    const long = Array.from({ length: 26 }, (_, at) => `[Port ${at}], [${at * 7}], [Remark on port ${at}]`).join(', ')
    const document = await typst(`The ports of the Danube are named below with what they shipped.

      #table(columns: (70pt, 50pt, 1fr), table.header([*Port*], [*Tonnes*], [*Remark*]), ${long}, [Reni], [9], [Closed since the summer])

      Nothing more is known of them.`)
    const rows = document.blocks.filter(({ kind }) => kind === 'table-row')
    expect(new Set(rows.map(({ table }) => table))).toEqual(new Set([0]))
    expect(rows.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'Port\tTonnes\tRemark',
      ...Array.from({ length: 26 }, (_, at) => `Port ${at}\t${at * 7}\tRemark on port ${at}`),
      'Reni\t9\tClosed since the summer',
    ])
    const pages = rows.map(({ page }) => page)
    expect([pages[0], pages.at(-1), new Set(pages).size > 1]).toEqual([1, document.blocks.at(-1)?.page, true])
  })

  it('is two tables where the columns of the next page are others, and one where a single row went over', async () => {
    const table = [...cells(130, 'Port', 'Tonnes', 'Remark'), ...cells(114, 'Odesa', '12', 'open'), ...cells(98, 'Reni', '7', 'closed since the')]
    const after = printed('Prose again, after it, and it is long enough to be told from a table by its length alone.', { x: 72, top: 600, perLine: 80 })
    const split = await read({ pages: [[...prose, ...table], [...cells(760, '', '', 'summer'), ...cells(744, 'Izmail', '3', 'open'), ...after]] })
    expect(outlineOf(split).filter((line) => line.startsWith('table-row'))).toEqual(['table-row 0: Port\tTonnes\tRemark', 'table-row 0: Odesa\t12\topen', 'table-row 0: Reni\t7\tclosed since the summer', 'table-row 0: Izmail\t3\topen'])
    const single = await read({ pages: [[...prose, ...table], [...cells(760, 'Izmail', '3', 'open'), ...after]] })
    expect(outlineOf(single).filter((line) => line.startsWith('table-row')).at(-1)).toBe('table-row 0: Izmail\t3\topen')
    const shifted = (y: number, ...texts: string[]) => texts.map((text, at) => ({ text, x: 100 + at * 200, y }))
    const two = await read({ pages: [[...prose, ...table], [...shifted(760, 'Year', 'Ships'), ...shifted(744, '2024', '12'), ...after]] })
    expect(outlineOf(two).filter((line) => line.startsWith('table-row')).slice(3)).toEqual(['table-row 1: Year\tShips', 'table-row 1: 2024\t12'])
  })

  it('has heads over several columns in each of them', async () => {
    const document = await typst(`Grain left the ports again, in two years.

      #table(columns: (70pt, 1fr, 1fr, 1fr, 1fr), align: (left, right, right, right, right),
        [], table.cell(colspan: 2, align: center)[*Exports*], table.cell(colspan: 2, align: center)[*Imports by sea*],
        [*Port*], [*2023*], [*2024*], [*2023*], [*2024*],
        [Odesa], [1,200], [1,340], [11], [12], [Reni], [70], [81], [2], [4])

      Nothing more is known of them.`)
    expect(outlineOf(document).filter((line) => line.startsWith('table-row'))).toEqual([
      'table-row 0 header: \tExports\tExports\tImports by sea\tImports by sea',
      'table-row 0 header: Port\t2023\t2024\t2023\t2024',
      'table-row 0: Odesa\t1,200\t1,340\t11\t12',
      'table-row 0: Reni\t70\t81\t2\t4',
    ])
  })

  it('has one head over all but its first column, and takes no title for one', async () => {
    const table = (title: string) => typst(`Grain left the ports again.

      ${title}
      #table(columns: (70pt, 1fr, 1fr, 1fr), align: (left, right, right, right),
        [Port], [2022], [2023], [2024], [Odesa], [1,200], [1,340], [11], [Reni], [70], [81], [2])`)
    const rows = async (title: string) => outlineOf(await table(title)).filter((line) => line.startsWith('table-row'))
    expect((await rows('#align(center)[Table 1. Shipped in tonnes]'))[0]).toBe('table-row 0: Port\t2022\t2023\t2024')
    const spanned = await typst(`Grain left the ports again.

      #table(columns: (70pt, 1fr, 1fr, 1fr), align: (left, right, right, right),
        [], table.cell(colspan: 3, align: center)[Shipped in tonnes], [Port], [2022], [2023], [2024], [Odesa], [1,200], [1,340], [11], [Reni], [70], [81], [2])`)
    expect(outlineOf(spanned).filter((line) => line.startsWith('table-row')).slice(0, 2)).toEqual(['table-row 0: \tShipped in tonnes\tShipped in tonnes\tShipped in tonnes', 'table-row 0: Port\t2022\t2023\t2024'])
  })

  it('comes through from LibreOffice', async () => {
    const { bytes, fileName } = fixture('libreoffice.pdf')
    const document = await readPacked(bytes, fileName ?? '')
    expect(outlineOf(document)).toEqual([
      'heading 1: Ports of the Danube',
      'paragraph: Grain left Odesa again in the summer, and nobody in the port believed that the deal would last until the winter came.',
      'heading 2: What was shipped',
      'table-row 0 header: Port\tTonnes\tRemark',
      'table-row 0: Odesa\t12,000\tOpen again since the summer, though only for grain and for maize that was stored before',
      'table-row 0: Reni\t700\t',
      'table-row 0: Izmail\t3,400\tClosed',
      'paragraph: Nothing more is known of them, said the harbour master.',
      'list-item 1: First point of it',
      'list-item 1: Second point, with weight',
    ])
    expect(marksOf(document)).toEqual(['strong: Odesa', 'emphasis: nobody', 'strong: them', 'emphasis: them', 'strong: weight'])
  })
})
