// Prompts of templates: they go when something is typed over or beside them, and are no words of the memo.
// @vitest-environment jsdom
import './core-bridge.ts'
import { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { describe, expect, it, onTestFinished } from 'vitest'
import { schemaExtensions } from '../../../src/renderer/memos/memo-schema.ts'
import { wordsIn } from '../../../src/renderer/memos/memo-words.ts'
import { stepPrompt } from '../../../src/renderer/memos/prompt-node.ts'
import { aDocument, aParagraph } from './memo-builders.ts'

const prompt = (text: string) => ({ type: 'prompt', attrs: { text } })

function anEditor(): Editor {
  const editor = new Editor({ extensions: [...schemaExtensions], content: aDocument(aParagraph('Bottom: ', prompt('say it')), aParagraph(prompt('then why')), aParagraph('Plain.')) })
  onTestFinished(() => editor.destroy())
  return editor
}
const type = (editor: Editor, text: string): void => {
  const { view, state } = editor
  const { from, to } = state.selection
  const insertion = () => state.tr.insertText(text, from, to)
  const handled = view.someProp('handleTextInput', (handle) => handle(view, from, to, text, insertion))
  if (!handled) view.dispatch(insertion())
}
const asked = (editor: Editor): string[] => {
  const found: string[] = []
  editor.state.doc.descendants((node) => void (node.type.name === 'prompt' && found.push(String(node.attrs['text']))))
  return found
}

describe('a prompt', () => {
  it('goes when something is typed before, behind or over it', () => {
    for (const place of [9, 10, 'over'] as const) {
      const editor = anEditor()
      if (place === 'over') editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 9)))
      else editor.commands.setTextSelection(place)
      type(editor, 'A')
      expect([editor.state.doc.firstChild?.textContent, asked(editor)]).toEqual(['Bottom: A', ['then why']])
    }
  })

  it('stays when something is typed elsewhere', () => {
    const editor = anEditor()
    editor.commands.setTextSelection(3)
    type(editor, 'x')
    expect(asked(editor)).toEqual(['say it', 'then why'])
  })

  it('is taken in hand one after another', () => {
    const editor = anEditor()
    editor.commands.setTextSelection(1)
    const inHand = () => (editor.state.selection instanceof NodeSelection ? editor.state.selection.node.attrs['text'] : null)
    expect([stepPrompt(editor, 1), inHand(), stepPrompt(editor, 1), inHand(), stepPrompt(editor, 1), stepPrompt(editor, -1), inHand()]).toEqual([true, 'say it', true, 'then why', false, true, 'say it'])
  })

  it('is no word of the memo', () => {
    expect(wordsIn(anEditor().state.doc)).toBe(2)
  })
})
