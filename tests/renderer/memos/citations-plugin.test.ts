// Citations are numbered in reading order, and counted again only when one came, went or moved.
// @vitest-environment jsdom
import type { EditorState } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationsIn, citationsPlugin, collectCitations, numbersIn } from '../../../src/renderer/memos/citations-plugin.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { notedIn, numbersOf } from '../../../src/shared/note-numbers.ts'
import { aCitation, aDocument, anyDocument, aParagraph, aState } from './memo-builders.ts'

const plugin = citationsPlugin(() => {})
const numbers = (state: EditorState): string[] => citationsIn(state).map(({ cites }) => cites[0]?.quote ?? '')

const document = aDocument(aParagraph('One.', aCitation(1), ' Two.', aCitation(2)), aParagraph('Three.', aCitation(3)))
const memo = () => aState(document, [plugin])

describe('the citations of a memo', () => {
  it('stand in reading order', () => {
    expect(numbers(memo())).toEqual(['quote 1', 'quote 2', 'quote 3'])
  })

  it('are the very same list after typing beside them', () => {
    const before = memo()
    const typed = before.apply(before.tr.insertText('x', 5))
    expect(citationsIn(typed)).toBe(citationsIn(before))
    const split = typed.apply(typed.tr.split(3))
    expect(citationsIn(split)).toBe(citationsIn(before))
    const bold = split.apply(split.tr.addMark(1, 12, split.schema.mark('bold')))
    expect(citationsIn(bold)).toBe(citationsIn(before))
  })

  it('are counted again when one goes, comes or moves', () => {
    const before = memo()
    const without = before.apply(before.tr.delete(5, 6))
    expect(numbers(without)).toEqual(['quote 2', 'quote 3'])
    const node = before.doc.nodeAt(5)
    const back = without.apply(without.tr.insert(without.doc.content.size - 1, node ? [node] : []))
    expect(numbers(back)).toEqual(['quote 2', 'quote 3', 'quote 1'])
    const block = back.doc.child(0)
    const moved = back.apply(back.tr.delete(0, block.nodeSize).insert(back.doc.content.size - block.nodeSize, block))
    expect(numbers(moved)).toEqual(['quote 3', 'quote 1', 'quote 2'])
  })

  it('are numbered with the footnotes between them, and anew when one says something', () => {
    const footnote = (text: string): DocumentNode => ({ type: 'footnote', attrs: { text } })
    const before = aState(aDocument(aParagraph('One.', aCitation(1), footnote(''), ' Two.', aCitation(2))), [plugin])
    expect([...numbersIn(before, false).values()]).toEqual([1, 2])
    const after = before.apply(before.tr.setNodeMarkup(6, undefined, { text: 'Asked twice.' }))
    expect([[...numbersIn(after, false).values()], [...numbersIn(after, true).values()]]).toEqual([[1, 3], [1, 2]])
  })

  it('agree with a count of the whole document after any edits', () => {
    const edit = fc.record({ from: fc.nat(400), to: fc.nat(400), how: fc.constantFrom('delete', 'type', 'cite', 'copy') })
    fc.assert(
      fc.property(anyDocument, fc.array(edit, { maxLength: 8 }), (document, edits) => {
        let state = aState(document, [plugin])
        for (const { from, to, how } of edits) {
          const places = [from, to].map((at) => at % (state.doc.content.size + 1))
          const [start, end] = [Math.min(...places), Math.max(...places)]
          const change = state.tr
          try {
            if (how === 'delete') change.deleteRange(start, end)
            else if (how === 'type') change.insertText('word ', start, end)
            else if (how === 'copy') change.replaceRange(end, end, state.doc.slice(start, end))
            else change.replaceRangeWith(start, end, state.schema.nodeFromJSON(aCitation(from)))
          } catch {
            // Not every place takes every edit.
            continue
          }
          state = state.apply(change)
          expect(citationsIn(state)).toEqual(collectCitations(state.doc))
          expect(numbersIn(state, false)).toEqual(numbersOf(notedIn(state.doc.toJSON() as DocumentNode), false))
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
