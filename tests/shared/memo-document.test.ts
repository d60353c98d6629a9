// What a memo's document may hold: everything known passes, everything else is named and refused.
import { describe, expect, it } from 'vitest'
import {
  checkDocument,
  citationsOf,
  deepestNesting,
  emptyDocument,
  parseDocument,
  plainTextOf,
} from '../../src/shared/memo-document.ts'
import { aCite, type DocumentNode } from '../../src/shared/memos.ts'

const id = (last: number): string => `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`
const text = (words: string, ...marks: DocumentNode['marks'] & object): DocumentNode =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })
const citation = (number: number): DocumentNode => ({
  type: 'citation',
  attrs: { id: id(number), cites: [aCite(id(number + 100), 1, `quote ${number}`)] },
})
const nested = (depth: number): DocumentNode => {
  let node = paragraph(text('deep'))
  for (let level = 0; level < depth; level += 1) node = { type: 'blockquote', content: [node] }
  return doc(node)
}
const problem = (value: unknown): string | null => checkDocument(value).problem

const rich = doc(
  { type: 'heading', attrs: { level: 2 }, content: [text('What happened'), citation(1)] },
  paragraph(
    text('Five hours', { type: 'bold' }),
    { type: 'hardBreak' },
    text('no text', { type: 'link', attrs: { href: 'https://example.org/' } }),
    citation(2),
    citation(3),
  ),
  {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [{ type: 'listItem', content: [paragraph(text('first')), { type: 'blockquote', content: [paragraph()] }] }],
  },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', content: [paragraph(text('actor'))] },
          { type: 'tableCell', attrs: { colspan: 2, colwidth: [80, 120] }, content: [paragraph(citation(4))] },
        ],
      },
    ],
  },
  { type: 'horizontalRule' },
  { type: 'codeBlock', attrs: { language: null }, content: [text('a = b')] },
)

describe('a document that this version knows', () => {
  it('passes with every kind of node and mark, presets left out', () => {
    expect(problem(rich)).toBeNull()
    expect(problem(emptyDocument())).toBeNull()
  })

  it('passes at the deepest nesting and not one deeper', () => {
    // The paragraph's text is the innermost node, the document the outermost.
    expect(problem(nested(deepestNesting - 2))).toBeNull()
    expect(problem(nested(deepestNesting - 1))).toBe('parts nested more than 200 deep')
  })

  it('gives its citations in reading order', () => {
    expect(citationsOf(rich).map((found) => found.cites[0]?.quote)).toEqual(['quote 1', 'quote 2', 'quote 3', 'quote 4'])
  })

  it('gives its words by line, citations as nothing', () => {
    expect(plainTextOf(rich)).toBe('What happened\nFive hours\nno text\nfirst\n\nactor\n\na = b')
    expect(plainTextOf(emptyDocument())).toBe('')
  })
})

describe('a document that this version does not know', () => {
  const refused: [string, unknown, string][] = [
    ['no object', null, 'something that is not a node'],
    ['no document', paragraph(), '“paragraph” in a place it cannot have'],
    ['an empty document', doc(), '“doc” with nothing in it'],
    ['an unknown node', doc({ type: 'timeline' }), 'a node “timeline”'],
    ['a node named like a method', doc({ type: 'constructor' }), 'a node “constructor”'],
    ['a node with no name', doc({ type: { toString: 1 } } as never), 'something that is not a node'],
    [
      'an unknown attribute',
      doc({ type: 'paragraph', attrs: { indent: 1 } }),
      'an attribute “indent” of “paragraph”',
    ],
    ['an unknown property', doc({ type: 'paragraph', note: 1 } as never), 'a property “note” of “paragraph”'],
    [
      'a heading of rank 4',
      doc({ type: 'heading', attrs: { level: 4 } }),
      '“heading” whose “level” is not a heading level from 1 to 3',
    ],
    ['an unknown mark', doc(paragraph(text('x', { type: 'remark' }))), 'a mark “remark”'],
    ['a mark that has no name', doc(paragraph(text('x', { type: { toString: 1 } } as never))), 'a mark without a name'],
    ['a mark on a block', doc({ type: 'paragraph', marks: [{ type: 'bold' }] }), 'marks on “paragraph”'],
    [
      'a mark in a code block',
      doc({ type: 'codeBlock', content: [text('x', { type: 'bold' })] }),
      'marks on “text”',
    ],
    ['empty text', doc(paragraph(text(''))), '“text” with the wrong kind of text'],
    ['a paragraph in a paragraph', doc(paragraph(paragraph())), '“paragraph” in a place it cannot have'],
    [
      'a list item that starts with a rule',
      doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'horizontalRule' }] }] }),
      '“horizontalRule” where “paragraph” belongs',
    ],
    [
      'a citation without a passage',
      doc(paragraph({ type: 'citation', attrs: { id: id(1), cites: [{ version: 1, quote: '' }] } })),
      '“citation” whose “cites” is not a list of 1 to 50 references to passages',
    ],
    [
      'marks that exclude each other',
      doc(paragraph(text('x', { type: 'code' }, { type: 'bold' }))),
      'code that is marked as something else, too',
    ],
    ['a quotation of two passages', doc({ type: 'passageQuotation', content: [citation(1), citation(2)] }), '“passageQuotation” with too much in it'],
    ['a quotation whose cuts overlap', doc({ type: 'passageQuotation', attrs: { edits: [{ start: 0, end: 4, text: '' }, { start: 3, end: 5, text: '' }] }, content: [citation(1)] }), '“passageQuotation” whose “edits” is not null or a list of 1 to 100 cuts and insertions in order'],
    [
      'contents that are no list',
      doc({ type: 'paragraph', content: {} } as never),
      '“paragraph” with contents that are no list',
    ],
  ]

  it.each(refused)('is refused for %s', (_what, value, expected) => {
    expect(problem(value)).toBe(expected)
  })

  const addresses = ['javascript:alert(1)', 'java\nscript:x', ' javascript:x', 'file:///etc/passwd', 'data:x', '//x', '']

  it.each(addresses)('is refused for a link to %j', (href) => {
    expect(problem(doc(paragraph(text('x', { type: 'link', attrs: { href } }))))).toBe(
      'the mark “link” whose “href” is not an http, https, mailto or groundwork address',
    )
  })

  it('never throws, however deep it nests', () => {
    const depth = 200_000
    const deep = `{"type":"doc","content":[${'{"type":"blockquote","content":['.repeat(depth)}${']}'.repeat(depth)}]}`
    expect(Object.keys(parseDocument(deep))).toEqual(['problem'])
  })
})

describe('parsing a stored document', () => {
  it('gives the document or the problem', () => {
    expect(parseDocument(JSON.stringify(rich))).toEqual({ document: rich })
    expect(parseDocument('{')).toEqual({ problem: 'text that is not a document' })
    expect(parseDocument('{"type":"doc","content":[{"type":"video"}]}')).toEqual({ problem: 'a node “video”' })
  })
})

describe('comments', () => {
  const remark = { text: 'Why?', at: '2026-11-26T12:00:00.000Z' }
  const thread = (number: number) => ({ id: id(number), ...remark, resolved: null, replies: [remark] })
  const commented = (comments: unknown, ...marks: DocumentNode['marks'] & object) => ({ ...doc(paragraph(text('two', ...marks))), attrs: { comments } })
  const mark = (number: number) => ({ type: 'comment', attrs: { id: id(number) } })

  it('stand in the document and, by their marks, on its words; several on the same, and on code', () => {
    expect(problem(commented([thread(1), thread(2)], mark(1), mark(2), { type: 'code' }))).toBeNull()
  })

  it.each([
    ['a thread twice', commented([thread(1), thread(1)])],
    ['no list', commented('x')],
    ['a stray key', commented([{ ...thread(1), author: 'x' }])],
    ['no instant', commented([{ ...thread(1), at: 'today' }])],
    ['an empty remark', commented([{ ...thread(1), text: '' }])],
    ['the same mark twice', commented([thread(1)], mark(1), mark(1))],
    ['a mark without an identifier', commented([], { type: 'comment', attrs: { id: 'x' } })],
  ])('are refused with %s', (_, document) => {
    expect(problem(document)).not.toBeNull()
  })
})
