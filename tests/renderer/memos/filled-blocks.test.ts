// Blocks that fill themselves: where quotations come in, what the clipboard makes of them, what tables list, what judgments offer.
// @vitest-environment jsdom
import { DOMParser, Slice } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { insertQuotation } from '../../../src/renderer/memos/quotation-node.ts'
import { likelihoodChoices, rowIn } from '../../../src/renderer/memos/judgment-node.ts'
import { evidenceRows } from '../../../src/renderer/memos/listing-nodes.ts'
import { copiedSpans } from '../../../src/renderer/memos/paste-passage.ts'
import { fittingSlice, htmlSerializer, textOfSlice } from '../../../src/renderer/memos/memo-clipboard.ts'
import { memoSchema } from '../../../src/renderer/memos/memo-schema.ts'
import { collectCitations } from '../../../src/renderer/memos/citations-plugin.ts'
import { numbersOf } from '../../../src/shared/note-numbers.ts'
import type { CitationAttributes, DocumentNode } from '../../../src/shared/memos.ts'
import { aCitation, aDocument, anId, aParagraph, aState } from './memo-builders.ts'

const attributes = aCitation(1, 'the two men met').attrs as unknown as CitationAttributes
const quotation = (edits: object[] | null = null): DocumentNode => ({ type: 'passageQuotation', attrs: { edits }, content: [aCitation(1, 'the two men met')] })
const put = (document: DocumentNode, from: number, to = from) => {
  const state = aState(document)
  const change = insertQuotation(state, from, to, attributes)
  return { after: aDocument(...(change.doc.content.toJSON() as DocumentNode[])), caret: change.selection.$head }
}

describe('a quotation that comes in', () => {
  it('takes the place of an empty line, and the caret stands on the line behind it', () => {
    const { after, caret } = put(aDocument(aParagraph('One.'), aParagraph(), aParagraph('Two.')), 7)
    expect(after).toEqual(aDocument(aParagraph('One.'), quotation(), aParagraph('Two.')))
    expect(caret.parent.textContent).toBe('Two.')
  })

  it('stands behind the line that says something, and makes the line that the writing goes on in', () => {
    const { after, caret } = put(aDocument(aParagraph('One.')), 3)
    expect(after).toEqual(aDocument(aParagraph('One.'), quotation(), aParagraph()))
    expect([caret.parent.type.name, caret.parent.content.size]).toEqual(['paragraph', 0])
  })

  it('takes the place of what was typed to find it', () => {
    expect(put(aDocument(aParagraph('@met')), 1, 5).after).toEqual(aDocument(quotation(), aParagraph()))
  })
})

describe('a quotation on the clipboard', () => {
  const edits = [{ start: 0, end: 3, text: '' }]
  const doc = memoSchema().nodeFromJSON(aDocument(quotation(edits)))
  const slice = new Slice(doc.content, 0, 0)

  it('is its words and its number for other programs', () => {
    expect(textOfSlice(slice, numbersOf(collectCitations(doc).map(({ id }) => id), false))).toBe('“[…] two men met”[1]')
    const box = document.createElement('div')
    box.append(htmlSerializer(memoSchema(), () => numbersOf(collectCitations(doc).map(({ id }) => id), false)).serializeFragment(doc.content))
    expect(box.textContent).toBe('[…] two men met[1]')
  })

  it('comes back as a quotation with its cuts and a citation of its own', () => {
    const box = document.createElement('div')
    box.append(htmlSerializer(memoSchema(), () => numbersOf(collectCitations(doc).map(({ id }) => id), false)).serializeFragment(doc.content))
    const [pasted] = fittingSlice(DOMParser.fromSchema(memoSchema()).parseSlice(box)).content.toJSON() as DocumentNode[]
    expect([pasted?.type, pasted?.attrs, pasted?.content?.[0]?.attrs?.['cites']]).toEqual(['passageQuotation', { edits }, attributes.cites])
    expect(pasted?.content?.[0]?.attrs?.['id']).not.toBe(attributes.id)
  })

  it('is no quotation where it was tampered with', () => {
    const box = document.createElement('div')
    box.innerHTML = '<blockquote data-passage-quotation data-edits="[1]"><span>x</span><span data-citation="1" data-cites="[]">[1]</span></blockquote>'
    const { content } = DOMParser.fromSchema(memoSchema()).parse(box)
    expect(content.toJSON()).not.toEqual(expect.arrayContaining([expect.objectContaining({ content: [expect.objectContaining({ type: 'citation' })] })]))
  })
})

describe('copied words of the Reader', () => {
  it('are taken only as a source, a version and spans', () => {
    const spans = { source: anId(1), version: 1, spans: [{ start: 0, end: 4 }] }
    expect(copiedSpans(JSON.stringify(spans))).toMatchObject(spans)
    for (const text of ['', 'null', '{"source":"x"}', JSON.stringify({ ...spans, spans: [] }), '[]']) expect(copiedSpans(text)).toBeNull()
  })
})

describe('the rows of an evidence table', () => {
  it('name each passage once with the numbers of the citations that cite it', () => {
    const cited = (number: number, ...passages: number[]): CitationAttributes => ({
      id: anId(number),
      cites: passages.map((passage) => ({ ...(attributes.cites[0] as CitationAttributes['cites'][0]), passage: anId(passage), quote: `quote ${passage}` })),
    })
    expect(evidenceRows([cited(1, 7), cited(2, 8, 7, 7), cited(3, 7)], numbersOf([anId(1), null, anId(2), anId(3)], false)).map(({ quote, numbers }) => [quote, numbers])).toEqual([['quote 7', [1, 3, 4]], ['quote 8', [3]]])
  })
})

describe('the likelihoods on offer', () => {
  const judgment = (likelihood: string | null): DocumentNode => ({ type: 'keyJudgment', attrs: { likelihood, confidence: null } })
  const rowOfDocument = (...judgments: (string | null)[]) => rowIn(aState(aDocument(...judgments.map(judgment))).doc)

  it('are those of the row that the memo’s first likelihood is of', () => {
    expect([rowOfDocument(null), rowOfDocument(null, 'probable', 'likely'), rowOfDocument('likely', 'probable')]).toEqual([null, 'second', 'first'])
    const offered = (...given: Parameters<typeof likelihoodChoices>) => likelihoodChoices(...given).map(({ value }) => value)
    expect(offered(null, null)).toHaveLength(15)
    expect(offered('first', null)).toEqual(['', 'almost no chance', 'very unlikely', 'unlikely', 'roughly even chance', 'likely', 'very likely', 'almost certain', 'other row'])
    expect(offered('first', 'probable')).toContain('probable')
  })
})
