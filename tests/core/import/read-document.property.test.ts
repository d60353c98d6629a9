// For any input at all: a well-formed document whose blocks tile its text, or a coded refusal.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GroundworkError } from '../../../src/shared/errors.ts'
import { metadataSchema, type Block } from '../../../src/shared/sources.ts'
import { readDocument, type DocumentInput, type ReadDocument } from '../../../src/core/import/read-document.ts'

const telling = fc.constantFrom(
  ...'\n|\r\n|\n\n|\t| |\u00a0|\u200d|\ufeff|\0|\u0301|e|\u1100|\u1161|\u2028|😀|👩‍👩‍👧|\ud83d|א|停'.split('|'),
)
const anyText = fc.string({ unit: fc.oneof(telling, fc.string({ unit: 'binary', maxLength: 3 })), maxLength: 200 })
const tags = '<p> </p> <b> </b> <br> <table><tr><td> <td> <tr> </table> <ul><li> </ul> <pre> </pre> <blockquote> <h2> </h2> <html> <body> <script> </script>'
const markup = fc.constantFrom(
  ...`${tags} </a> &#x301; &#0; &#xd800; &nbsp; &lt; # * ** _ > | [a](https://example.org)`.split(' '),
  '<a href="https://example.org">',
  '|-|-|\n',
  '```\n',
  '---\n',
  'title: x\n',
  '[x y="z"]\n',
  'Read more: X\n',
)
const anyMarkup = fc.array(fc.oneof(markup, anyText, fc.constant(' ')), { maxLength: 40 }).map((parts) => parts.join(''))

/** What must hold of every document that is read. */
function expectSound(document: ReadDocument): void {
  const { text, blocks, marks, metadata } = document
  const slices = blocks.map((block) => text.slice(block.start, block.end))
  expect(slices.join('\n')).toBe(text)
  expect(blocks.every((block) => block.start < block.end)).toBe(true)
  expect(blocks.slice(1).map((block) => block.start)).toEqual(blocks.slice(0, -1).map((block) => block.end + 1))
  expect(slices.filter((slice) => slice.trim() === '')).toEqual([])
  expect([text.isWellFormed(), text === text.normalize('NFC'), text.includes('\0'), text.includes('\r')]).toEqual([true, true, false, false])
  expect(slices.filter((slice, index) => slice.includes('\n') && blocks[index]?.kind !== 'preformatted')).toEqual([])
  expect(marks.filter((mark) => mark.start >= mark.end || !blocks.some((block) => holds(block, mark)))).toEqual([])
  expect(metadataSchema.safeParse(metadata).success).toBe(true)
}

function holds(block: Block, mark: { start: number; end: number }): boolean {
  return block.start <= mark.start && mark.end <= block.end
}

/** Reads and checks; a refusal must be coded and name the document. */
function read(input: DocumentInput): ReadDocument | null {
  try {
    const document = readDocument(input)
    expectSound(document)
    return document
  } catch (thrown) {
    if (!(thrown instanceof GroundworkError)) throw thrown
    expect([thrown.code.split('.')[0], thrown.message.includes(' was not imported: ')]).toEqual(['source', true])
    return null
  }
}

describe('any string', () => {
  it('between two sentences is plain text, unless it is full of control characters', () => {
    const fewControls = anyText.filter((text) => (text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0) <= 3)
    fc.assert(
      fc.property(fewControls, (text) => {
        const bytes = new TextEncoder().encode(`A sentence before it all, long enough.\n${text}\nA sentence after it.`)
        expect(read({ bytes, fileName: 'any.txt' })).not.toBeNull()
      }),
      { numRuns: 5000 },
    )
  })

  it.each(['text/plain', 'text/markdown', 'text/html'])('with any markup is %s or is refused', (mediaType) => {
    fc.assert(
      fc.property(anyMarkup, (text) => {
        read({ bytes: new TextEncoder().encode(text), fileName: null, mediaType, url: 'https://example.org/' })
      }),
      { numRuns: 5000 },
    )
  })
})

it('keeps every letter of plain text, in order', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', 'ß', '停', 'א', '😀', '’', '-'), minLength: 1, maxLength: 8 })
  const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n', '\n\n'), (written, lineEnd) => {
      const text = written.map((line) => line.join(' ')).join(lineEnd)
      const document = read({ bytes: new TextEncoder().encode(text), fileName: 'any.txt' })
      // Words may be joined where a wrapped line splits a compound: “cease-” and “fire”.
      expect(document?.text.replaceAll(/\s/g, '')).toBe(written.flat().join(''))
    }),
  )
})

it('reads or refuses any bytes under any name', () => {
  const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.uint8Array({ maxLength: 400, max: 0x7f }))
  fc.assert(
    fc.property(anyBytes, fc.constantFrom('a.txt', 'a.md', 'a.html', 'a', 'a.xyz'), (bytes, fileName) => {
      read({ bytes, fileName })
    }),
    { numRuns: 500 },
  )
})
