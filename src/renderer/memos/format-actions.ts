// The actions on selected text and on tables, once, for the toolbar, the palette and `?`.
import type { ChainedCommands, Editor } from '@tiptap/core'
import {
  Bold,
  ChartBar,
  ChartBarStacked,
  ChartColumn,
  Code,
  Heading1,
  Heading2,
  Heading3,
  Image as ImageIcon,
  Italic,
  LibraryBig,
  Lightbulb,
  Link,
  List,
  ListOrdered,
  MessageSquare,
  Minus,
  NotebookPen,
  Quote,
  Scale,
  Strikethrough,
  Table,
  TableProperties,
  TextQuote,
  Underline,
  type LucideIcon,
} from 'lucide-react'
import type { ChartKind } from '../../shared/charts.ts'
import { lineBehindBlock, putBlock } from './blocks-in-one-piece.ts'
import { chooseImage } from './insert-image.ts'
import { startComment } from './comments-store.ts'
import { insertFootnote } from './footnote-node.ts'
import { startQuoting } from './quoting.ts'
import { editLink } from './toolbar-store.ts'

export interface FormatAction {
  name: string
  title: string
  icon: LucideIcon
  /** As commands write keys; the editor itself listens for them. Empty for none. */
  keys: string
  run: (editor: Editor) => boolean
  /** Whether the selection has it already; absent where that means nothing. */
  isOn?: (editor: Editor) => boolean
}

/** An action that `/` offers, too; `also` are other words it is found by. */
export interface BlockAction extends FormatAction {
  also: string
}

/** Focus comes back at once: TipTap's own way waits for a frame, and what is typed until then would be lost. */
function focused(editor: Editor): ChainedCommands {
  editor.view.focus()
  return editor.chain()
}

/** As `focused`; from a selected block in one piece first to a line behind it, so that it is not written over. */
function onALine(editor: Editor): ChainedCommands {
  const change = lineBehindBlock(editor.state)
  if (change) editor.view.dispatch(change)
  return focused(editor)
}

function insertBlock(editor: Editor, name: 'chart' | 'evidenceTable' | 'sourceList' | 'horizontalRule', attributes: Record<string, string> | null = null): boolean {
  editor.view.focus()
  const { state, view } = editor
  const node = state.schema.nodes[name]?.create(attributes)
  if (node) view.dispatch(putBlock(state, state.selection.to, state.selection.to, node).scrollIntoView())
  return node !== undefined
}

type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'code'

const mark = (name: Mark, title: string, icon: LucideIcon, keys: string): FormatAction => ({
  name,
  title,
  icon,
  keys,
  run: (editor) => focused(editor).toggleMark(name).run(),
  isOn: (editor) => editor.isActive(name),
})

/** What selected words can be made. */
export const markActions: readonly FormatAction[] = [
  mark('bold', 'Bold', Bold, 'Mod+B'),
  mark('italic', 'Italic', Italic, 'Mod+I'),
  mark('underline', 'Underline', Underline, 'Mod+U'),
  mark('strike', 'Strike through', Strikethrough, 'Mod+Shift+S'),
  mark('code', 'Code', Code, 'Mod+E'),
  {
    name: 'link',
    title: 'Link',
    icon: Link,
    keys: 'Mod+Alt+K',
    run: (editor) => editLink(editor),
    isOn: (editor) => editor.isActive('link'),
  },
]

const heading = (level: 1 | 2 | 3, icon: LucideIcon): BlockAction => ({
  name: `heading-${level}`,
  title: `Heading ${level}`,
  icon,
  keys: `Mod+Alt+${level}`,
  also: `title h${level}`,
  run: (editor) => focused(editor).toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
})

const chart = (of: ChartKind, title: string, icon: LucideIcon, also: string): BlockAction => ({
  name: `chart-${of}`,
  title,
  icon,
  keys: '',
  also: `chart graph figure ${also}`,
  run: (editor) => insertBlock(editor, 'chart', { chart: of, form: 'chart' }),
})

/** What a paragraph can be made, or what can be put in its place. */
export const blockActions: readonly BlockAction[] = [
  heading(1, Heading1),
  heading(2, Heading2),
  heading(3, Heading3),
  {
    name: 'bulleted-list',
    title: 'Bulleted list',
    icon: List,
    keys: 'Mod+Shift+8',
    also: 'unordered points',
    run: (editor) => focused(editor).toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    name: 'numbered-list',
    title: 'Numbered list',
    icon: ListOrdered,
    keys: 'Mod+Shift+7',
    also: 'ordered',
    run: (editor) => focused(editor).toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    name: 'quotation',
    title: 'Quotation',
    icon: Quote,
    keys: 'Mod+Shift+B',
    also: 'blockquote quote',
    run: (editor) => focused(editor).toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  {
    name: 'passage-quotation',
    title: 'Quotation of a passage',
    icon: TextQuote,
    keys: 'Mod+Alt+U',
    also: 'quote passage live blockquote source',
    run: startQuoting,
  },
  {
    name: 'evidence-table',
    title: 'Evidence table',
    icon: TableProperties,
    keys: 'Mod+Alt+Y',
    also: 'passages cited sources list',
    run: (editor) => insertBlock(editor, 'evidenceTable'),
  },
  {
    name: 'source-list',
    title: 'Source list',
    icon: LibraryBig,
    keys: '',
    also: 'bibliography references works cited',
    run: (editor) => insertBlock(editor, 'sourceList'),
  },
  {
    name: 'key-judgment',
    title: 'Key judgment',
    icon: Scale,
    keys: 'Mod+Alt+J',
    also: 'likelihood confidence assessment',
    run: (editor) => focused(editor).toggleNode('keyJudgment', 'paragraph').run(),
    isOn: (editor) => editor.isActive('keyJudgment'),
  },
  {
    name: 'callout',
    title: 'Callout',
    icon: Lightbulb,
    keys: 'Mod+Alt+C',
    also: 'note caution gap alternative box',
    run: (editor) => focused(editor).toggleWrap('callout').run(),
    isOn: (editor) => editor.isActive('callout'),
  },
  {
    name: 'footnote',
    title: 'Footnote',
    icon: NotebookPen,
    keys: 'Mod+Alt+L',
    also: 'endnote own note',
    run: (editor) => {
      editor.view.focus()
      return insertFootnote(editor)
    },
  },
  {
    name: 'table',
    title: 'Table',
    icon: Table,
    keys: 'Mod+Alt+G',
    also: 'grid rows columns',
    run: (editor) => onALine(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    name: 'rule',
    title: 'Rule',
    icon: Minus,
    keys: 'Mod+Alt+H',
    also: 'line divider separator',
    run: (editor) => insertBlock(editor, 'horizontalRule'),
  },
  { name: 'image', title: 'Image …', icon: ImageIcon, keys: 'Mod+Alt+I', also: 'picture photo figure png jpeg', run: (editor) => chooseImage(editor) },
  chart('claims-by-status', 'Chart: claims by status', ChartBar, 'open contested refuted'),
  chart('actors-by-stance', 'Chart: actors by stance', ChartBarStacked, 'supports opposes speakers'),
  chart('timeline', 'Chart: timeline of claims', ChartColumn, 'dates months'),
]

/**
 * The blocks of which a word begins with what was typed; all for nothing typed. Those whose title begins with it come first,
 * then those with a later word of their title, then those with one of their other words.
 */
export function blocksFor(query: string): BlockAction[] {
  const typed = query.trim().toLowerCase()
  const found = blockActions.filter(({ title, also }) => ` ${title} ${also}`.toLowerCase().includes(` ${typed}`))
  const rank = ({ title }: BlockAction): number => {
    const at = ` ${title}`.toLowerCase().indexOf(` ${typed}`)
    return at < 0 ? 2 : Math.min(at, 1)
  }
  return found.toSorted((a, b) => rank(a) - rank(b))
}

/** A comment on what is selected. */
export const commentAction: FormatAction = {
  name: 'comment',
  title: 'Comment',
  icon: MessageSquare,
  keys: 'Mod+Alt+M',
  run: (editor) => startComment(editor),
}

/** In groups, as the toolbar shows them. */
export const toolbarActions: readonly (readonly FormatAction[])[] = [
  markActions,
  blockActions.filter(({ name }) => name.startsWith('heading')),
  blockActions.filter(({ name }) => !name.startsWith('heading') && !name.startsWith('chart') && name !== 'image' && name !== 'rule'),
  [commentAction],
]

/** What can be done with the table that the caret is in. */
export const tableActions: readonly { title: string; run: (editor: Editor) => boolean }[] = [
  { title: 'Add a row above', run: (editor) => focused(editor).addRowBefore().run() },
  { title: 'Add a row below', run: (editor) => focused(editor).addRowAfter().run() },
  { title: 'Add a column before', run: (editor) => focused(editor).addColumnBefore().run() },
  { title: 'Add a column after', run: (editor) => focused(editor).addColumnAfter().run() },
  { title: 'Header row on or off', run: (editor) => focused(editor).toggleHeaderRow().run() },
  { title: 'Merge or split cells', run: (editor) => focused(editor).mergeOrSplit().run() },
  { title: 'Delete the row', run: (editor) => focused(editor).deleteRow().run() },
  { title: 'Delete the column', run: (editor) => focused(editor).deleteColumn().run() },
  { title: 'Delete the table', run: (editor) => focused(editor).deleteTable().run() },
]
