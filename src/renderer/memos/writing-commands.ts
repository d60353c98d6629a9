// Commands of writing: templates and their prompts, find and replace, outline and target, versions, comments.
import type { Command } from '../commands/command-registry.ts'
import { say } from '../notices/notices.ts'
import { activeEditor, isOpen, onActiveEditor, withActive } from './active-memo.ts'
import { stepComment } from './comments-store.ts'
import { openMemoFind } from './finding-in-memo.ts'
import { useOutline } from './outline.tsx'
import { stepPrompt } from './prompt-node.ts'
import { useTemplates } from './template-dialog.tsx'
import { showVersions } from './versions-state.ts'
import { useWordTarget } from './word-target.tsx'

/** Offered with the other commands of the memo. */
export const writingCommands: Command[] = [
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
]
