// The language of an open memo: of its text in the page, and of the words that blocks write by themselves.
import type { Editor } from '@tiptap/core'

/** Told to a block that writes words of its own once the memo's language is another. */
export const languageChanged = 'groundwork-language'

const blocks = '.key-judgment, .memo-chart'

/** The attributes of an editor's element. */
export const attributesIn = (language: string) => ({
  class: 'memo-text',
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': 'Memo body',
  spellcheck: 'true',
  lang: language,
  'data-pane-focus': '',
})

/** A BCP 47 tag. It is known before the editor has its element. */
export function languageOf({ options: { editorProps } }: Editor): string {
  const given = editorProps.attributes
  return (typeof given === 'object' ? given['lang'] : undefined) ?? 'en'
}

/** Gives an editor another language; nothing when it has it already. */
export function setLanguage(editor: Editor, language: string): void {
  if (languageOf(editor) === language) return
  editor.setOptions({ editorProps: { ...editor.options.editorProps, attributes: attributesIn(language) } })
  for (const block of editor.view.dom.querySelectorAll(blocks)) block.dispatchEvent(new Event(languageChanged))
}
