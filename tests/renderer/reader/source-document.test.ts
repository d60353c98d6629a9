// Every text-holding node of the document stands where its run says.
import { getSchema } from '@tiptap/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetOf, positionOf } from '../../../src/renderer/reader/offset-map.ts'
import { readerExtensions } from '../../../src/renderer/reader/reader-schema.ts'
import { documentOf } from '../../../src/renderer/reader/source-document.ts'
import type { SourceText } from '../../../src/shared/sources.ts'
import { aText, type Part } from './builders.ts'

const schema = getSchema(readerExtensions)

function nodeOf(text: SourceText) {
  const { content, runs } = documentOf(text)
  const node = schema.nodeFromJSON(content)
  node.check()
  return { node, runs }
}

const words = fc.array(fc.constantFrom('word', ' ', '🎉', '👨‍👩‍👧', 'e\u0323', 'שלום', '和平', '🇺🇦', '.'), { maxLength: 8 }).map((parts) => parts.join(''))
const part: fc.Arbitrary<Part> = fc.oneof(
  words,
  words.map((text) => ({ text, kind: 'heading' as const, level: 2 })),
  words.map((text) => ({ text, kind: 'quotation' as const })),
  words.map((text) => ({ text: `${text}\n  ${text}`, kind: 'preformatted' as const })),
  fc.record({ text: words, kind: fc.constant('list-item' as const), level: fc.integer({ min: 1, max: 3 }), ordered: fc.boolean() }),
  fc.record({
    text: fc.array(words, { minLength: 1, maxLength: 4 }).map((cells) => cells.join('\t')),
    kind: fc.constant('table-row' as const),
    table: fc.nat(1),
    header: fc.boolean(),
  }),
)
const anyText = fc
  .tuple(fc.array(part, { maxLength: 8 }), fc.array(fc.tuple(fc.nat(80), fc.nat(30), fc.constantFrom('emphasis', 'strong', 'link')), { maxLength: 4 }))
  .map(([parts, marks]) =>
    aText(
      parts,
      marks.map(([start, length, kind]) => ({ kind: kind as 'emphasis', start, end: start + length, href: 'https://example.org' })),
    ),
  )

describe('documentOf', () => {
  it('puts list items into one list, rows of a table into one table, and cells apart', () => {
    const { content } = documentOf(
      aText([
        { text: 'What was asked', kind: 'heading', level: 2 },
        { text: 'land', kind: 'list-item' },
        { text: 'and sea', kind: 'list-item', level: 2 },
        { text: 'Name\tRole', kind: 'table-row', table: 0, header: true },
        { text: 'Witkoff\tenvoy', kind: 'table-row', table: 0 },
        { text: 'other\ttable', kind: 'table-row', table: 1 },
      ]),
    )
    const shape = (node: typeof content): unknown => (node.content && node.type !== 'text' ? { [node.type ?? '']: node.content.map(shape) } : (node.text ?? node.type))
    expect(shape(content)).toEqual({
      doc: [
        { heading: ['What was asked'] },
        { list: [{ listItem: ['land'] }, { listItem: ['and sea'] }] },
        {
          table: [
            { tableRow: [{ tableHeading: ['Name'] }, { tableHeading: ['Role'] }] },
            { tableRow: [{ tableCell: ['Witkoff'] }, { tableCell: ['envoy'] }] },
          ],
        },
        { table: [{ tableRow: [{ tableCell: ['other'] }, { tableCell: ['table'] }] }] },
      ],
    })
  })

  it('puts a long text into stretches that end in no heading and part no quotations; lists and tables stand alone', () => {
    const word = 'x'.repeat(500)
    const parts: Part[] = Array.from({ length: 40 }, (_, at) => [
      { text: word },
      { text: `Heading ${at}`, kind: 'heading' as const, level: 2 },
      { text: word },
      ...(at % 10 === 5 ? [{ text: word, kind: 'list-item' as const }] : []),
      ...(at % 10 === 7 ? Array.from({ length: 6 }, () => ({ text: word, kind: 'quotation' as const })) : []),
    ]).flat()
    const text = aText(parts)
    const { node, runs } = nodeOf(text)
    const shapes: string[][] = []
    node.forEach((child) => void shapes.push(child.type.name === 'stretch' ? child.children.map(({ type }) => type.name) : [child.type.name]))
    expect(shapes.filter((shape) => shape.length > 1 && shape.at(-1) === 'heading')).toEqual([])
    expect(shapes.filter((shape, at) => shape.at(-1) === 'quotation' && shapes[at + 1]?.[0] === 'quotation')).toEqual([])
    expect(shapes.filter((shape) => shape.includes('list'))).toEqual([['list'], ['list'], ['list'], ['list']])
    expect(shapes.length).toBeLessThan(parts.length / 2)
    expect(runs.map(({ position, start, end }) => node.textBetween(position, position + end - start) === text.text.slice(start, end))).not.toContain(false)
  })

  it('numbers the items of each depth anew under each item', () => {
    const levels = [1, 1, 2, 2, 1, 2]
    const { content } = documentOf(aText(levels.map((level) => ({ text: 'x', kind: 'list-item', level, ordered: true }))))
    expect(content.content?.[0]?.content?.map((item) => item.attrs?.number)).toEqual([1, 2, 1, 2, 3, 1])
  })

  it('gives emphasis and links their own stretches of text', () => {
    const { content } = documentOf(
      aText(
        ['So far, no compromise', 'was found'],
        [
          { kind: 'strong', start: 8, end: 21 },
          { kind: 'link', start: 11, end: 40, href: 'https://example.org' },
        ],
      ),
    )
    const link = { type: 'link', attrs: { href: 'https://example.org' } }
    expect(content.content?.map((block) => block.content)).toEqual([
      [
        { type: 'text', text: 'So far, ' },
        { type: 'text', text: 'no ', marks: [{ type: 'bold' }] },
        { type: 'text', text: 'compromise', marks: [{ type: 'bold' }, link] },
      ],
      [{ type: 'text', text: 'was found', marks: [link] }],
    ])
  })

  it('makes an empty paragraph of an empty text', () => {
    expect(nodeOf(aText([])).runs).toEqual([{ start: 0, end: 0, position: 1 }])
  })

  it('holds every run at its position, whatever the blocks, marks and scripts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { node, runs } = nodeOf(text)
        const read = runs.map(({ start, end, position }) => node.textBetween(position, position + end - start))
        expect(read).toEqual(runs.map(({ start, end }) => text.text.slice(start, end)))
      }),
    )
  })

  it('maps every offset of a run to a position and back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { runs } = nodeOf(text)
        for (const run of runs) {
          for (let offset = run.start; offset <= run.end; offset += 1) {
            expect(offsetOf(runs, positionOf(runs, offset))).toBe(offset)
          }
        }
      }),
    )
  })
})
