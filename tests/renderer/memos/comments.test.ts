// Comments on ranges: they stay with their words through edits, undo and cut, and never stand in two places.
// @vitest-environment jsdom
import './core-bridge.ts'
import { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import { Slice } from '@tiptap/pm/model'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { commentPlaces, commentsIn, commentsPlugin, withPlacedComments } from '../../../src/renderer/memos/comments-plugin.ts'
import { deleteComment, keepComment, keepReply, settle, startComment, stepComment, useComments } from '../../../src/renderer/memos/comments-store.ts'
import { writeDocument } from '../../../src/renderer/memos/document-opening.ts'
import { schemaExtensions } from '../../../src/renderer/memos/memo-schema.ts'
import { parseDocument } from '../../../src/shared/memo-document.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { aCitation, aDocument, aParagraph, aText } from './memo-builders.ts'

function anEditor(document: DocumentNode): Editor {
  const editor = new Editor({ extensions: [...schemaExtensions], content: document })
  editor.registerPlugin(commentsPlugin())
  onTestFinished(() => editor.destroy())
  return editor
}

const select = (editor: Editor, words: string): void => {
  const text = editor.state.doc.textBetween(0, editor.state.doc.content.size, '\n', '\n')
  const at = text.indexOf(words)
  editor.commands.setTextSelection({ from: at + 1, to: at + 1 + words.length })
}
const comment = (editor: Editor, words: string, text: string): string => {
  select(editor, words)
  startComment(editor)
  keepComment(editor, text)
  return commentsIn(editor.state.doc).at(-1)?.id ?? ''
}
const placed = (editor: Editor) =>
  [...commentPlaces(editor.state.doc).values()].map(({ from, to }) => editor.state.doc.textBetween(from, to, '\n', '#'))
const threads = (editor: Editor) => commentsIn(editor.state.doc).map(({ text, resolved, replies }) => [text, resolved !== null, replies.map((reply) => reply.text)])

beforeEach(() => useComments.setState({ open: false, active: null, writing: null }))

describe('a comment', () => {
  it('stands on its words, over citations and paragraphs, and is part of what is saved', () => {
    const editor = anEditor(aDocument(aParagraph('One two.', aCitation(1), ' Three.'), aParagraph('Four.')))
    editor.commands.setTextSelection({ from: 5, to: 20 })
    startComment(editor)
    keepComment(editor, ' Is that so? ')
    expect([placed(editor), threads(editor)]).toEqual([['two.# Three.\nF'], [['Is that so?', false, []]]])
    const written = parseDocument(writeDocument(editor.state.doc))
    expect(written).toEqual({ document: expect.objectContaining({ attrs: { comments: [expect.objectContaining({ text: 'Is that so?' })] } }) })
  })

  it('is about the word at the caret where nothing is selected, in a block of code as elsewhere, and about nothing on a rule', () => {
    const editor = anEditor(aDocument(aParagraph('One two-fold thing.'), { type: 'codeBlock', attrs: { language: null }, content: [aText('rate = 1')] }, { type: 'horizontalRule' }))
    editor.commands.setTextSelection(8)
    expect(startComment(editor)).toBe(true)
    keepComment(editor, 'Which?')
    expect(placed(editor)).toEqual(['two-fold'])
    editor.commands.setTextSelection(24)
    expect(startComment(editor)).toBe(true)
    keepComment(editor, 'Of what?')
    expect(placed(editor)).toEqual(['two-fold', 'rate'])
    expect(parseDocument(writeDocument(editor.state.doc))).not.toHaveProperty('problem')
    editor.commands.setNodeSelection(31)
    expect(startComment(editor)).toBe(false)
  })

  it('survives edits around, within and between, and may lie over another and over code', () => {
    const editor = anEditor(aDocument(aParagraph('One two three four.', aText('code', { type: 'code' }))))
    comment(editor, 'two three', 'First')
    comment(editor, 'three four.code', 'Second')
    editor.commands.insertContentAt(1, 'Zero ')
    editor.commands.insertContentAt(14, 'and ')
    editor.commands.splitBlock()
    expect(placed(editor)).toHaveLength(2)
    expect(placed(editor)[0]).toBe('two and \nthree')
    expect(parseDocument(writeDocument(editor.state.doc))).not.toHaveProperty('problem')
  })

  it('is undone whole, by one step, and comes back', () => {
    const editor = anEditor(aDocument(aParagraph('One two.')))
    editor.commands.insertContentAt(9, ' Typed.')
    comment(editor, 'two', 'Why?')
    undo(editor.state, editor.view.dispatch)
    expect([placed(editor), threads(editor), editor.getText()]).toEqual([[], [], 'One two. Typed.'])
    redo(editor.state, editor.view.dispatch)
    expect([placed(editor), threads(editor)]).toEqual([['two'], [['Why?', false, []]]])
  })

  it('is answered, settled and deleted, each undone', () => {
    const editor = anEditor(aDocument(aParagraph('One two.')))
    const id = comment(editor, 'two', 'Why?')
    keepReply(editor, id, 'Because.')
    keepReply(editor, id, '  ')
    settle(editor, id)
    expect(threads(editor)).toEqual([['Why?', true, ['Because.']]])
    deleteComment(editor, id)
    expect([placed(editor), threads(editor)]).toEqual([[], []])
    undo(editor.state, editor.view.dispatch)
    undo(editor.state, editor.view.dispatch)
    expect([placed(editor), threads(editor)]).toEqual([['two'], [['Why?', false, ['Because.']]]])
  })

  it('goes with deleted words and comes back with them; its thread is kept', () => {
    const editor = anEditor(aDocument(aParagraph('One two.')))
    comment(editor, 'two', 'Why?')
    editor.commands.deleteRange({ from: 4, to: 8 })
    expect([placed(editor), threads(editor)]).toEqual([[], [['Why?', false, []]]])
    undo(editor.state, editor.view.dispatch)
    expect(placed(editor)).toEqual(['two'])
  })

  it('is carried by a cut but not doubled by a copy, nor brought by words from elsewhere', () => {
    const editor = anEditor(aDocument(aParagraph('One two.')))
    comment(editor, 'two', 'Why?')
    const copied = editor.state.doc.slice(5, 8)
    const marksOf = (slice: Slice) => slice.content.firstChild?.marks ?? slice.content.firstChild?.firstChild?.marks ?? []
    expect(marksOf(withPlacedComments(copied, editor.state))).toHaveLength(0)
    editor.commands.deleteRange({ from: 5, to: 8 })
    expect(marksOf(withPlacedComments(copied, editor.state))).toHaveLength(1)
    expect(marksOf(withPlacedComments(copied, anEditor(aDocument(aParagraph('Other.'))).state))).toHaveLength(0)
  })

  it('is reached by steps, round the ends, settled ones left out', () => {
    const editor = anEditor(aDocument(aParagraph('One two three.')))
    const [first, second] = [comment(editor, 'One', 'A'), comment(editor, 'two', 'B')]
    settle(editor, comment(editor, 'three', 'C'))
    editor.commands.setTextSelection(14)
    const reached = [1, 1, 1, -1].map((step) => {
      stepComment(editor, step as 1 | -1)
      return useComments.getState().active
    })
    expect(reached).toEqual([first, second, first, second])
  })
})
