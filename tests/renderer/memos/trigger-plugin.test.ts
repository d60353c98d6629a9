// `@` and `/` open a list when they are typed where they are meant, and leave what was typed alone otherwise.
// @vitest-environment jsdom
import { TextSelection, type EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { openTrigger, triggerPlugin } from '../../../src/renderer/memos/trigger-plugin.ts'
import { aCitation, aDocument, aParagraph, aState } from './memo-builders.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'

const plugin = triggerPlugin({ changed: () => {}, key: () => false })

const at = (state: EditorState, position: number): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)))

/** A memo of one block with the caret at its end. */
function aMemo(block: DocumentNode): EditorState {
  const state = aState(aDocument(block), [plugin])
  return at(state, TextSelection.atEnd(state.doc).to)
}

const type = (state: EditorState, text: string): EditorState =>
  [...text].reduce((now, letter) => now.apply(now.tr.insertText(letter)), state)

const query = (state: EditorState): string | null => openTrigger(state)?.query ?? null

describe('an @ in the text', () => {
  const places = ['', 'A sentence ends here.', 'a word ', '(', 'he said: “', 'end”', 'dash—']

  it.each(places)('opens a list behind %j', (before) => {
    const state = type(aMemo(aParagraph(...(before ? [before] : []))), '@oil sanc')
    expect(openTrigger(state)).toEqual({
      kind: 'citation',
      from: before.length + 1,
      to: before.length + 10,
      query: 'oil sanc',
    })
  })

  it('opens one behind another citation', () => {
    expect(query(type(aMemo(aParagraph('So.', aCitation(1))), '@p'))).toBe('p')
  })

  it.each(['name', 'j.smith7', 'a@b', 'path/', 'x_'])('opens none behind %j', (before) => {
    expect(query(type(aMemo(aParagraph(before)), '@example.org'))).toBeNull()
  })

  it('opens none in code, and none before a space', () => {
    const code = { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: 'a ' }] }
    expect(query(type(aMemo(code), '@x'))).toBeNull()
    expect(query(type(aMemo(aParagraph()), '@ x'))).toBeNull()
  })

  it('closes when the caret leaves it, and does not open again for passing by', () => {
    const open = type(aMemo(aParagraph('Words.')), '@put')
    const away = at(open, 2)
    expect(query(away)).toBeNull()
    expect(query(at(away, open.selection.from))).toBeNull()
  })

  it('stays closed after it was left, and what was typed stays', () => {
    const open = type(aMemo(aParagraph('Words.')), '@put')
    const closed = type(open.apply(open.tr.setMeta('trigger$', 'close')), 'in')
    expect([query(closed), closed.doc.textContent]).toEqual([null, 'Words.@putin'])
  })

  it('follows its place when text comes in before it', () => {
    const open = type(aMemo(aParagraph('Words.')), '@put')
    const later = open.apply(open.tr.insertText('More. ', 1))
    expect(openTrigger(later)).toEqual({ kind: 'citation', from: 13, to: 17, query: 'put' })
  })

  it('opens for words that come in one go, but not for pasted ones', () => {
    const memo = aMemo(aParagraph('Words. '))
    expect(query(memo.apply(memo.tr.insertText('@put')))).toBe('put')
    expect(query(memo.apply(memo.tr.insertText('@put').setMeta('paste', true)))).toBeNull()
  })
})

describe('a / in the text', () => {
  it('opens a list at the start of a paragraph only', () => {
    expect(openTrigger(type(aMemo(aParagraph()), '/tab'))).toEqual({ kind: 'block', from: 1, to: 5, query: 'tab' })
    expect(query(type(aMemo(aParagraph('either')), '/or'))).toBeNull()
    expect(query(type(aMemo({ type: 'heading', attrs: { level: 1 } }), '/tab'))).toBeNull()
  })
})
