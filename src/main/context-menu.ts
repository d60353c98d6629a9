// The menu under the right mouse button: spelling first, then what can be done with the selection.
import { Menu, type BrowserWindow, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron'

const suggestionsShown = 5

function spelling(window: BrowserWindow, params: ContextMenuParams): MenuItemConstructorOptions[] {
  const word = params.misspelledWord
  if (word === '') return []
  const { webContents } = window
  const suggestions = params.dictionarySuggestions.slice(0, suggestionsShown).map((suggestion) => ({
    label: suggestion,
    click: () => webContents.replaceMisspelling(suggestion),
  }))
  return [
    ...(suggestions.length > 0 ? suggestions : [{ label: 'No suggestions', enabled: false }]),
    { type: 'separator' },
    { label: `Add “${word}” to dictionary`, click: () => webContents.session.addWordToSpellCheckerDictionary(word) },
    { type: 'separator' },
  ]
}

function clipboardItems({ isEditable, selectionText, editFlags }: ContextMenuParams): MenuItemConstructorOptions[] {
  if (isEditable) {
    return [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', label: 'Paste as plain text', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ]
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy' }]
}

/** Shows the menu where it has something to offer; a page's own menus never reach this. */
export function showContextMenu(window: BrowserWindow, params: ContextMenuParams): void {
  const template = [...spelling(window, params), ...clipboardItems(params)]
  if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
}
