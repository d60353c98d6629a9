// The commands of the memo: new, close, export, cite, format; the editor's own keys are listed with them.
import { exportForms, type ExportFormat } from '../../shared/exports.ts'
import type { Command } from '../commands/command-registry.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { act, say } from '../notices/notices.ts'
import { active, activeEditor, isOpen, onActiveEditor, withActive } from './active-memo.ts'
import { addToCitation, editCitationOf, onCitationAtCaret } from './add-to-citation.ts'
import { catchTyping, takeTyping } from './early-typing.ts'
import { choiceFor, copyMemo, exportMemo } from './export-memo.ts'
import { openReviews } from '../reviews/reviews-panel-store.ts'
import { blockActions, commentAction, markActions, type FormatAction } from './format-actions.ts'
import { sessionOf } from './open-memos.ts'
import { addStyle } from './style-menu.tsx'
import { focusToolbar } from './toolbar-store.ts'
import { writingCommands } from './writing-commands.ts'

/** Makes a memo, opens it, and puts the caret into its title. */
export async function newMemo(): Promise<void> {
  catchTyping()
  const made = await act(() => api.memos.create({}))
  if (!made) return void takeTyping()
  sessionOf(made.id, { isNew: true })
  useDesk.getState().openMemo(made.id)
}

const asExport = ([format, form]: readonly [ExportFormat, string]): Command => ({
  name: `memo.export-${format}`,
  title: `Export memo as ${form}`,
  group: 'Write',
  keys: format === 'pdf' ? ['Mod+Shift+E'] : [],
  place: 'anywhere',
  enabled: isOpen,
  run: () => withActive((memo) => exportMemo(memo, { ...choiceFor(memo), format })),
})

/** Memos save themselves; the key that people press all the same saves a moment sooner. */
async function saveActive(): Promise<void> {
  if (await active()?.flush()) say('Saved')
}

function closeActive(): void {
  const { activeMemo, closeMemo } = useDesk.getState()
  if (activeMemo) closeMemo(activeMemo)
}

/** An action of the toolbar in the palette. Its keys are heard by the editor, and outside it by the window. */
const asCommand = ({ name, title, keys, run }: FormatAction): Command => ({
  name: `memo.${name}`,
  title,
  group: 'Write',
  keys: keys ? [keys] : [],
  place: 'memo',
  enabled: () => activeEditor() !== null,
  run: () => onActiveEditor(run),
})

/** Offered as long as the memo pane is there. */
export const memoCommands: Command[] = [
  {
    name: 'memo.new',
    title: 'New memo',
    group: 'Write',
    keys: ['Mod+Alt+N'],
    place: 'anywhere',
    run: () => void newMemo(),
  },
  ...writingCommands,
  ...exportForms.map(asExport),
  {
    name: 'memo.preview',
    title: 'Preview the pages',
    group: 'Write',
    keys: ['Mod+Alt+P'],
    place: 'anywhere',
    enabled: isOpen,
    run: () => useDesk.getState().openPage({ kind: 'preview', about: null }),
  },
  {
    name: 'memo.copy-rich-text',
    title: 'Copy memo as rich text',
    group: 'Write',
    keys: [],
    place: 'anywhere',
    enabled: isOpen,
    run: () => withActive(copyMemo),
  },
  {
    name: 'memo.save',
    title: 'Save memo now',
    group: 'Write',
    keys: ['Mod+S'],
    place: 'anywhere',
    enabled: isOpen,
    run: () => void saveActive(),
  },
  {
    name: 'memo.close',
    title: 'Close memo',
    group: 'Write',
    keys: ['Mod+Alt+W'],
    place: 'anywhere',
    enabled: isOpen,
    run: closeActive,
  },
  {
    name: 'memo.edit-citation',
    title: 'Edit citation',
    group: 'Write',
    keys: ['F2'],
    place: 'memo',
    enabled: () => activeEditor() !== null,
    run: () => onCitationAtCaret(active(), editCitationOf),
  },
  {
    name: 'memo.add-to-citation',
    title: 'Add to this citation',
    group: 'Write',
    keys: ['Mod+Alt+A'],
    place: 'memo',
    enabled: () => activeEditor() !== null,
    run: () => onCitationAtCaret(active(), addToCitation),
  },
  {
    name: 'memo.review',
    title: 'Review what changed',
    group: 'Write',
    keys: ['Mod+Alt+R'],
    place: 'anywhere',
    enabled: isOpen,
    run: openReviews,
  },
  {
    name: 'memo.add-style',
    title: 'Add citation style …',
    group: 'Write',
    keys: [],
    place: 'anywhere',
    enabled: isOpen,
    run: () => addStyle((citationStyle) => active()?.changeHead({ citationStyle })),
  },
  {
    name: 'memo.toolbar',
    title: 'Format toolbar',
    group: 'Write',
    keys: ['Alt+F10'],
    place: 'memo',
    enabled: () => activeEditor() !== null,
    run: () => {
      const editor = activeEditor()
      if (editor) focusToolbar(editor)
    },
  },
  ...[...markActions, ...blockActions, commentAction].map(asCommand),
]
