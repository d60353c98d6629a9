// Typed quotation marks and apostrophes become those of the memo's language.
// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { schemaExtensions } from '../../../src/renderer/memos/memo-schema.ts'
import { quotesFor } from '../../../src/renderer/memos/typographic-quotes.ts'

function typed(language: string, text: string): string {
  const editor = new Editor({ extensions: [...schemaExtensions, quotesFor(language)] })
  onTestFinished(() => editor.destroy())
  for (const letter of text) {
    const { view, state } = editor
    const { from, to } = state.selection
    const insertion = () => state.tr.insertText(letter, from, to)
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insertion))) view.dispatch(insertion())
  }
  return editor.getText()
}

describe('quotation marks as one types', () => {
  it('keep an apostrophe within single marks', () => {
    expect(typed('de', `'wie geht's dir' und`)).toBe('‚wie geht’s dir‘ und')
    expect(typed('ru', `'it's' x`)).toBe('„it’s“ x')
  })

  it.each([
    ['en', '“a” it’s (“b” ‘c’) – “d”'],
    ['en-GB', '“a” it’s (“b” ‘c’) – “d”'],
    ['xx', '“a” it’s (“b” ‘c’) – “d”'],
    ['de', '„a“ it’s („b“ ‚c‘) – „d“'],
    ['de-AT', '„a“ it’s („b“ ‚c‘) – „d“'],
    ['fr', '«\u202fa\u202f» it’s («\u202fb\u202f» ‹\u202fc\u202f›) – «\u202fd\u202f»'],
    ['es', '«a» it’s («b» “c”) – «d»'],
    ['it', '«a» it’s («b» “c”) – «d»'],
    ['pl', '„a” it’s („b” ‚c’) – „d”'],
    ['sv', '”a” it’s (”b” ’c’) – ”d”'],
    ['ru', '«a» it’s («b» „c“) – «d»'],
    ['uk', '«a» it’s («b» „c“) – «d»'],
  ])('are those of %s', (language, expected) => {
    expect(typed(language, `"a" it's ("b" 'c') – "d"`)).toBe(expected)
  })
})
