// A memo goes through the editor unchanged, and what the editor does not know never gets into it.
// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBetween, openDocument, writeDocument } from '../../../src/renderer/memos/document-opening.ts'
import { memoSchema, schemaExtensions } from '../../../src/renderer/memos/memo-schema.ts'
import { checkDocument, citationsOf, plainTextOf } from '../../../src/shared/memo-document.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { aCitation, aDocument, anId, anyDocument, aParagraph, aText } from './memo-builders.ts'

const throughEditor = (stored: string): string => {
  const editor = new Editor({ element: null, extensions: [...schemaExtensions] })
  const opened = openDocument(editor.schema, stored)
  if ('problem' in opened) throw new Error(opened.problem)
  editor.destroy()
  const mounted = new Editor({ extensions: [...schemaExtensions], content: opened.doc.toJSON() })
  const written = writeDocument(mounted.state.doc)
  const { attrs, ...rest } = mounted.getJSON()
  const own = (attrs?.['comments'] as unknown[] | undefined)?.length ? { attrs } : {}
  expect(JSON.parse(written)).toEqual({ ...rest, ...own })
  mounted.destroy()
  return written
}

describe('a document that the editor knows', () => {
  it('comes out of the editor as it went in, whatever is in it', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(checkDocument(document)).toEqual({ problem: null })
        expect(JSON.parse(throughEditor(JSON.stringify(document)))).toEqual(document)
      }),
      { numRuns: 250 },
    )
  }, 120_000)

  it('keeps its words and citations', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const after = JSON.parse(throughEditor(JSON.stringify(document))) as DocumentNode
        expect([plainTextOf(after), citationsOf(after)]).toEqual([plainTextOf(document), citationsOf(document)])
      }),
      { numRuns: 50 },
    )
  }, 60_000)

  it('may have its marks in another order and a text in pieces', () => {
    const mixed = aText('a', { type: 'italic' }, { type: 'bold' })
    const stored = aDocument(aParagraph(mixed, aText('b'), aText('c'), aCitation(1)))
    expect(JSON.parse(throughEditor(JSON.stringify(stored)))).toEqual(
      aDocument(aParagraph(aText('a', { type: 'bold' }, { type: 'italic' }), aText('bc'), aCitation(1))),
    )
  })

  it('gets what it left out filled in', () => {
    const stored = '{"type":"doc","content":[{"type":"heading","content":[{"type":"text","text":"A"}]}]}'
    expect(JSON.parse(throughEditor(stored))).toEqual(
      aDocument({ type: 'heading', attrs: { level: 1 }, content: [aText('A')] }),
    )
  })
})

describe('a document that the editor does not know', () => {
  it('is not opened, and its words can still be read', () => {
    const stored = JSON.stringify(
      aDocument({ type: 'timeline', content: [aParagraph('It is likely.')] }, aParagraph('And more.')),
    )
    expect(openDocument(memoSchema(), stored)).toEqual({
      problem: 'a node “timeline”',
      plain: 'It is likely.\nAnd more.',
    })
  })

  it('is not opened when it is no JSON at all', () => {
    expect(openDocument(memoSchema(), '{"type":')).toEqual({ problem: 'text that is not a document', plain: '{"type":' })
  })

  it.each(['{"content":{"length":1e9}}', 'null', '[]', '{"type":"doc","content":[null,7,"x",{"text":{}}]}'])(
    'is not opened and harms nothing as %s',
    (stored) => {
      expect(openDocument(memoSchema(), stored)).toHaveProperty('problem')
    },
  )
})

describe('a change of a document', () => {
  const schema = memoSchema()
  const blocks = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 })
  const comments = fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 1 })
  const remark = (id: number) => ({ id: anId(id), text: `Remark ${id}`, at: '2026-11-26T12:00:00.000Z', resolved: null, replies: [] })
  const docOf = (texts: readonly number[], remarks: readonly number[]) =>
    schema.nodeFromJSON({ ...aDocument(...texts.map((text) => aParagraph(`𠮷 ${'word '.repeat(text)}“”`, aCitation(text + 1)))), attrs: { comments: remarks.map(remark) } })

  it('makes one text of the other, whatever came, went or moved, and sends no block that both have at their ends', () => {
    fc.assert(
      fc.property(blocks, comments, blocks, comments, (before, remarks, after, others) => {
        const [stored, now] = [docOf(before, remarks), docOf(after, others)]
        const [text, wanted] = [writeDocument(stored), writeDocument(now)]
        const change = changeBetween(stored, now)
        const { before: length, head, tail, middle } = change ?? { before: text.length, head: text.length, tail: 0, middle: '' }
        expect(length).toBe(text.length)
        expect(text.slice(0, head) + middle + text.slice(text.length - tail)).toBe(wanted)
      }),
      { numRuns: 500, seed: 290 },
    )
  })

  it('is no longer than the paragraph that was written in', () => {
    const stored = docOf([1, 2, 3, 4], [])
    const now = stored.replace(stored.child(0).nodeSize + 1, stored.child(0).nodeSize + 1, schema.nodeFromJSON(aDocument(aParagraph('x'))).slice(1, 2))
    const change = changeBetween(stored, now)
    expect(JSON.parse(change?.middle.replace(/^,|,$/g, '') ?? '')).toMatchObject({ type: 'paragraph', content: [{ text: expect.stringMatching(/^x𠮷 word word/u) }, { type: 'citation' }] })
    expect(changeBetween(now, now)).toBeNull()
    expect(changeBetween(stored, docOf([1, 2, 3, 4], []))).toBeNull()
  })
})
