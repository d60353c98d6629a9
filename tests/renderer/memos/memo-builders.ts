// Builders of memo documents for tests, by hand and by chance.
import { EditorState, type Plugin } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { memoSchema } from '../../../src/renderer/memos/memo-schema.ts'
import { confidences, likelihoods } from '../../../src/shared/items.ts'
import { calloutKinds } from '../../../src/shared/judgments.ts'
import type { QuotationEdit } from '../../../src/shared/passage-quotation.ts'
import { aCite, locatorLabels, type Cite, type DocumentNode } from '../../../src/shared/memos.ts'

/** An identifier with a number in it. */
export const anId = (number: number): string => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const aText = (text: string, ...marks: DocumentNode['marks'] & object): DocumentNode =>
  marks.length > 0 ? { type: 'text', marks, text } : { type: 'text', text }

export const aParagraph = (...content: (DocumentNode | string)[]): DocumentNode => {
  const inner = content.map((node) => (typeof node === 'string' ? aText(node) : node))
  return inner.length > 0 ? { type: 'paragraph', content: inner } : { type: 'paragraph' }
}

export const aCitation = (number: number, quote = `quote ${number}`): DocumentNode => ({
  type: 'citation',
  attrs: { id: anId(number), cites: [aCite(anId(number + 1000), 1, quote)] },
})

export const aDocument = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

/** An editor's state over a document. */
export function aState(document: DocumentNode, plugins: Plugin[] = []): EditorState {
  const schema = memoSchema()
  return EditorState.create({ doc: schema.nodeFromJSON(document), plugins })
}

/** Texts that break what is careless: markup, controls, combining marks, emoji, right-to-left, surrogate pairs. */
const naughty = [
  '<script>alert(1)</script>',
  '</span><img src=x onerror=alert(1)>',
  '\u200fשלום עולם\u200e hello',
  'مرحبا ۞ 123',
  '\u202eevil\u202c',
  '👩‍👩‍👧‍👦🏳️‍🌈e\u0301\u0323',
  '  two  spaces \u00a0 and\ttab ',
  'zero\u200bwidth\ufeff',
  '田中さん、𠮷野家',
  '@ / [3] “quoted” \\ " \' `',
  '\ud834\udd1e',
  'null',
]

const words = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.constantFrom(...naughty))

type Marks = NonNullable<DocumentNode['marks']>

/** In the schema's order; code stands alone. */
const dress: fc.Arbitrary<Marks> = fc.oneof(
  fc.constant<Marks>([]),
  fc.constant<Marks>([{ type: 'code' }]),
  fc
    .tuple(
      fc.option(fc.constantFrom('https://example.org/?a=1&b=2#c', 'mailto:a@b.org', 'groundwork:passage/1')),
      fc.subarray(['bold', 'italic', 'strike', 'underline']),
    )
    .map(([href, names]): Marks => [
      ...(href === null ? [] : [{ type: 'link', attrs: { href } }]),
      ...names.map((type) => ({ type })),
    ]),
)

/** Comments lie over anything, several over each other, and rank before the rest. */
const marks: fc.Arbitrary<Marks> = fc.tuple(dress, fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 2 })).map(([given, comments]) => {
  const about = comments.map((number) => ({ type: 'comment', attrs: { id: anId(9000 + number) } }))
  return [...about, ...given]
})

const remark = fc.record({ text: words, at: fc.constant('2026-11-26T12:00:00.000Z') })
const threads = fc.tuple(remark, fc.constantFrom(null, '2026-11-26T13:00:00.000Z'), fc.array(remark, { maxLength: 2 }))
const comments = fc.array(threads, { maxLength: 3 }).map((all) => all.map(([first, resolved, replies], index) => ({ id: anId(9001 + index), ...first, resolved, replies })))

const withMarks = (node: DocumentNode, given: Marks): DocumentNode =>
  given.length > 0 ? { ...node, marks: given } : node

const cite: fc.Arbitrary<Cite> = fc.record({
  passage: fc.uuid({ version: 7 }),
  version: fc.integer({ min: 1, max: 99 }),
  quote: words,
  prefix: fc.oneof(fc.constant(''), words),
  suffix: fc.oneof(fc.constant(''), words),
  locator: fc.oneof(
    fc.constant(null),
    fc.record({ label: fc.constantFrom(...locatorLabels), value: fc.string({ maxLength: 9 }) }),
  ),
  suppressAuthor: fc.boolean(),
})

const citation = fc
  .record({
    id: fc.uuid({ version: 7 }),
    cites: fc.array(cite, { minLength: 1, maxLength: 3 }),
  })
  .map((attrs): DocumentNode => ({ type: 'citation', attrs: { ...attrs } }))

const footnote = words.map((text): DocumentNode => ({ type: 'footnote', attrs: { text } }))

const prompt = words.map((text): DocumentNode => ({ type: 'prompt', attrs: { text } }))
/** Cuts and insertions in order: steps of a length, each with words or without. */
const edits = fc.option(
  fc.array(fc.record({ step: fc.integer({ min: 0, max: 9 }), length: fc.integer({ min: 1, max: 9 }), text: fc.string({ maxLength: 9 }) }), { minLength: 1, maxLength: 4 }).map((steps) => {
    let at = 0
    return steps.map(({ step, length, text }): QuotationEdit => {
      const start = at + step
      at = start + length
      return { start, end: at, text }
    })
  }),
)

const inlineNode = fc
  .tuple(fc.oneof(words.map((text) => aText(text)), citation, footnote, prompt, fc.constant<DocumentNode>({ type: 'hardBreak' })), marks)
  .map(([node, given]) => withMarks(node, given))

const sameMarks = (a: DocumentNode, b: DocumentNode): boolean =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])

/** Neighbouring texts with equal marks are one text, as in any document that an editor wrote. */
const joined = (nodes: DocumentNode[]): DocumentNode[] =>
  nodes.reduce<DocumentNode[]>((all, node) => {
    const before = all.at(-1)
    if (before?.text === undefined || node.text === undefined || !sameMarks(before, node)) return [...all, node]
    return [...all.slice(0, -1), { ...before, text: before.text + node.text }]
  }, [])

const filled = (node: DocumentNode, content: DocumentNode[]): DocumentNode =>
  content.length > 0 ? { ...node, content } : node
const inlineContent = fc.array(inlineNode, { maxLength: 6 }).map(joined)

const table = (block: fc.Arbitrary<DocumentNode>): fc.Arbitrary<DocumentNode> => {
  const cell = fc
    .record({
      type: fc.constantFrom('tableCell', 'tableHeader'),
      align: fc.constantFrom(null, 'left', 'center', 'right'),
      colwidth: fc.constantFrom(null, [80]),
      content: fc.array(block, { minLength: 1, maxLength: 2 }),
    })
    .map(({ type, align, colwidth, content }) => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth, align }, content }))
  return fc
    .integer({ min: 1, max: 3 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }))
    .map((rows) => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }))
}

const { block } = fc.letrec<{ block: DocumentNode; item: DocumentNode }>((tie) => ({
  item: fc
    .tuple(inlineContent, fc.array(tie('block'), { maxLength: 1 }))
    .map(([first, more]) => ({ type: 'listItem', content: [filled({ type: 'paragraph' }, first), ...more] })),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inlineContent.map((content) => filled({ type: 'paragraph' }, content)),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), inlineContent)
      .map(([level, content]) => filled({ type: 'heading', attrs: { level } }, content)),
    fc.constantFrom<DocumentNode>({ type: 'horizontalRule' }, { type: 'evidenceTable' }, { type: 'sourceList' }),
    fc
      .record({ likelihood: fc.constantFrom(null, ...likelihoods), confidence: fc.constantFrom(null, ...confidences), content: inlineContent })
      .map(({ content, ...attrs }) => filled({ type: 'keyJudgment', attrs }, content)),
    fc.tuple(citation, edits).map(([cited, made]) => ({ type: 'passageQuotation', attrs: { edits: made }, content: [cited] })),
    fc
      .tuple(fc.constantFrom(...calloutKinds), fc.array(tie('block'), { minLength: 1, maxLength: 2 }))
      .map(([kind, content]) => ({ type: 'callout', attrs: { kind }, content })),
    words.map((text) => ({ type: 'codeBlock', attrs: { language: null }, content: [aText(text)] })),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, content]) => ({ type: 'orderedList', attrs: { start }, content })),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'blockquote', content })),
    table(tie('block')),
  ),
}))

/** Any document a memo may hold, written as an editor writes it: every attribute there, marks in order. */
export const anyDocument: fc.Arbitrary<DocumentNode> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 8 }), comments)
  .map(([content, all]) => (all.length > 0 ? { type: 'doc', attrs: { comments: all }, content } : { type: 'doc', content }))
