// Two states of a memo beside each other: blocks pair up, words differ, structure counts, nothing is lost.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffMemos, type DiffRow } from '../../src/shared/memo-diff.ts'
import { aCite, type DocumentNode } from '../../src/shared/memos.ts'

const id = (last: number): string => `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`
const text = (words: string, ...marks: DocumentNode['marks'] & object): DocumentNode =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
const paragraph = (...content: (string | DocumentNode)[]): DocumentNode => ({ type: 'paragraph', content: content.map((one) => (typeof one === 'string' ? text(one) : one)) })
const heading = (level: number, words: string): DocumentNode => ({ type: 'heading', attrs: { level }, content: [text(words)] })
const item = (words: string): DocumentNode => ({ type: 'listItem', content: [paragraph(words)] })
const citation = (number: number): DocumentNode => ({ type: 'citation', attrs: { id: id(number), cites: [aCite(id(number), 1, `quote ${number}`)] } })
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

/** A row in brief: both kinds, and what was deleted and inserted. */
const brief = ({ before, after, changes }: DiffRow) =>
  [before?.kind ?? '–', after?.kind ?? '–', ...changes.map((one) => `${before?.text.slice(one.start, one.end) ?? ''}→${after?.text.slice(one.newStart, one.newEnd) ?? ''}`)].join(' | ')

describe('two states of a memo', () => {
  it('stand beside each other block by block, with the words that changed', () => {
    const before = doc(heading(2, 'Findings'), paragraph('Talks failed in Moscow on Tuesday.'), paragraph('This goes away entirely.'), paragraph('The end.'))
    const after = doc(heading(3, 'Findings'), paragraph('Something new and unlike the rest stands here.'), paragraph('Talks collapsed in Moscow on Tuesday.'), paragraph('The end.'))
    expect(diffMemos(before, after).rows.map(brief)).toEqual([
      'heading 2 | heading 3',
      '– | paragraph | →Something new and unlike the rest stands here.',
      'paragraph | paragraph | failed→collapsed',
      'paragraph | – | This goes away entirely.→',
      'paragraph | paragraph',
    ])
  })

  it('know lists, quotations, cells and rules, and a paragraph that became one of them', () => {
    const table: DocumentNode = { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('A cell.')] }] }] }
    const before = doc(paragraph('One point here.'), table, { type: 'horizontalRule' })
    const after = doc({ type: 'bulletList', content: [item('One point here.')] }, table, { type: 'blockquote', content: [paragraph('Said.')] }, { type: 'horizontalRule' })
    const { rows } = diffMemos(before, after)
    expect(rows.map(brief)).toEqual(['paragraph | list item', 'cell | cell', '– | quotation | →Said.', 'horizontal rule | horizontal rule'])
    expect(rows.map(({ differs }) => differs)).toEqual([true, false, true, false])
  })

  it('tell a citation that was put in, and marks alone', () => {
    const { rows, citations } = diffMemos(doc(paragraph('Said.', citation(1)), paragraph('Bold words.')), doc(paragraph('Said.', citation(1), citation(2)), paragraph(text('Bold', { type: 'bold' }), ' words.')))
    const [cited, marked] = rows
    expect(cited?.changes).toHaveLength(1)
    expect(citations.get(cited?.after?.text.at(-1) ?? '')).toBe('quote 2')
    expect(marked).toMatchObject({ changes: [], differs: true })
  })

  it('tell a judgment whose likelihood was changed, a note in other words, and tables that fill themselves', () => {
    const judgment = (likelihood: string | null): DocumentNode => ({ type: 'keyJudgment', attrs: { likelihood, confidence: 'low' }, content: [text('Talks fail.')] })
    const note = (words: string): DocumentNode => ({ type: 'footnote', attrs: { text: words } })
    const { rows, citations } = diffMemos(
      doc(judgment(null), paragraph('Said.', note('On Monday')), { type: 'evidenceTable' }),
      doc(judgment('likely'), paragraph('Said.', note('On Tuesday')), { type: 'evidenceTable' }),
    )
    expect(rows.map(({ before, after, differs }) => [before?.kind, after?.kind, differs])).toEqual([
      ['key judgment, low', 'key judgment, likely, low', true],
      ['paragraph', 'paragraph', true],
      ['evidence table', 'evidence table', false],
    ])
    expect([...citations.values()]).toEqual(['On Monday', 'On Tuesday'])
  })

  it('show every block of both, in order, whatever changed; equal states differ nowhere', () => {
    const words = fc.array(fc.constantFrom('talks', 'failed', 'Moscow', 'assets', '𠮷', '\uE000', 'x'), { minLength: 0, maxLength: 6 }).map((all) => all.join(' '))
    const block = fc.oneof(words.map((one) => (one === '' ? { type: 'paragraph' } : paragraph(one))), words.map((one) => heading(1, one || 'h')))
    const document = fc.array(block, { minLength: 1, maxLength: 12 }).map((content) => doc(...content))
    const shown = (node: DocumentNode) => node.content?.map((one) => (one.content?.[0]?.text ?? '').replaceAll('\uE000', '\uFFFD'))
    fc.assert(
      fc.property(document, document, (before, after) => {
        const { rows } = diffMemos(before, after)
        expect(rows.flatMap((row) => (row.before ? [row.before.text] : []))).toEqual(shown(before))
        expect(rows.flatMap((row) => (row.after ? [row.after.text] : []))).toEqual(shown(after))
        for (const row of rows) {
          if (!row.before || !row.after) continue
          let rebuilt = row.before.text
          for (const { start, end, newStart, newEnd } of row.changes.toReversed()) rebuilt = rebuilt.slice(0, start) + row.after.text.slice(newStart, newEnd) + rebuilt.slice(end)
          expect(rebuilt).toBe(row.after.text)
        }
        expect(diffMemos(before, before).rows.some(({ differs }) => differs)).toBe(false)
      }),
      { numRuns: 300, seed: 180 },
    )
  })

  it('are compared in bounded time when a long text was rewritten whole', () => {
    const many = (word: string) => doc(...Array.from({ length: 3000 }, (_, at) => paragraph(`${word} ${at} ${word}`)))
    expect(diffMemos(many('one'), many('two')).rows.length).toBeGreaterThanOrEqual(3000)
  })
})
