// The commands of the memo: new, close, export, format; the editor's own keys are listed with them.
import type { Editor } from '@tiptap/core'
import { exportForms, type ExportFormat } from '../../shared/exports.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { Command } from '../commands/command-registry.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { act, say } from '../notices/notices.ts'
import { addToCitation, editCitationOf, onCitationAtCaret } from './add-to-citation.ts'
import { catchTyping, takeTyping } from './early-typing.ts'
import { choiceFor, copyMemo, exportMemo } from './export-memo.ts'
import { openReviews } from '../reviews/reviews-panel-store.ts'
import { stepComment } from './comments-store.ts'
import { blockActions, commentAction, markActions, type FormatAction } from './format-actions.ts'
import { openMemoFind } from './finding-in-memo.ts'
import { useOutline } from './outline.tsx'
import { useWordTarget } from './word-target.tsx'
import { openSession, sessionOf } from './open-memos.ts'
import { stepPrompt } from './prompt-node.ts'
import { addStyle } from './style-menu.tsx'
import { useTemplates } from './template-dialog.tsx'
import { focusToolbar } from './toolbar-store.ts'
import { showVersions } from './versions-state.ts'

const active = () => {
  const { activeMemo } = useDesk.getState()
  return activeMemo ? openSession(activeMemo) : null
}

const activeEditor = () => active()?.editor() ?? null

function onActiveEditor(run: (editor: Editor) => unknown): void {
  const editor = activeEditor()
  if (editor) run(editor)
}

/** Makes a memo, opens it, and puts the caret into its title. */
export async function newMemo(): Promise<void> {
  catchTyping()
  const made = await act(() => api.memos.create({}))
  if (!made) return void takeTyping()
  sessionOf(made.id, { isNew: true })
  useDesk.getState().openMemo(made.id)
}

function withActive(run: (memo: Id) => Promise<void>): void {
  const { activeMemo } = useDesk.getState()
  if (activeMemo) void run(activeMemo)
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

const isOpen = (): boolean => useDesk.getState().activeMemo !== null

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
  {
    name: 'memo.new-from-template',
    title: 'New memo from a template …',
    group: 'Write',
    keys: ['Mod+Alt+Shift+N'],
    place: 'anywhere',
    run: () => useTemplates.setState({ shown: 'choose' }),
  },
  {
    name: 'memo.save-template',
    title: 'Save memo as template …',
    group: 'Write',
    keys: [],
    place: 'anywhere',
    enabled: () => activeEditor() !== null,
    run: () => useTemplates.setState({ shown: 'save' }),
  },
  {
    name: 'memo.next-prompt',
    title: 'Go to the next prompt of the template',
    group: 'Write',
    keys: ['F9'],
    place: 'memo',
    enabled: () => activeEditor() !== null,
    run: () => onActiveEditor((editor) => stepPrompt(editor, 1) || say('No further prompt stands in this memo.')),
  },
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
    name: 'memo.find',
    title: 'Find in the memo',
    group: 'Find',
    keys: ['Mod+F'],
    place: 'memo',
    enabled: () => activeEditor() !== null,
    run: () => onActiveEditor((editor) => openMemoFind(editor, false)),
  },
  {
    name: 'memo.replace',
    title: 'Find and replace in the memo',
    group: 'Find',
    keys: ['Mod+H'],
    place: 'memo',
    enabled: () => activeEditor() !== null,
    run: () => onActiveEditor((editor) => openMemoFind(editor, true)),
  },
  {
    name: 'memo.outline',
    title: 'Show the outline of the memo',
    group: 'Find',
    keys: ['Mod+Shift+O'],
    place: 'anywhere',
    enabled: () => activeEditor() !== null,
    run: () => useOutline.setState({ open: true }),
  },
  {
    name: 'memo.word-target',
    title: 'Set the word target of the memo',
    group: 'Write',
    keys: ['Mod+Alt+T'],
    place: 'anywhere',
    enabled: isOpen,
    run: () => useWordTarget.setState({ open: true }),
  },
  {
    name: 'memo.versions',
    title: 'Show versions of the memo',
    group: 'Write',
    keys: ['Mod+Alt+V'],
    place: 'anywhere',
    enabled: isOpen,
    run: () => withActive(async (memo) => showVersions(memo)),
  },
  {
    name: 'memo.name-version',
    title: 'Name this version of the memo',
    group: 'Write',
    keys: ['Mod+Alt+Shift+V'],
    place: 'anywhere',
    enabled: isOpen,
    run: () => withActive(async (memo) => showVersions(memo, true)),
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
  {
    name: 'memo.next-comment',
    title: 'Go to the next comment',
    group: 'Write',
    keys: ['F8'],
    place: 'anywhere',
    enabled: () => activeEditor() !== null,
    run: () => onActiveEditor((editor) => stepComment(editor, 1)),
  },
  {
    name: 'memo.previous-comment',
    title: 'Go to the previous comment',
    group: 'Write',
    keys: ['Shift+F8'],
    place: 'anywhere',
    enabled: () => activeEditor() !== null,
    run: () => onActiveEditor((editor) => stepComment(editor, -1)),
  },
  ...[...markActions, ...blockActions, commentAction].map(asCommand),
]
