// The editor of a source's words: plain lines that keep what each block is; emphasis and links are carried by the core.
import { baseKeymap, chainCommands, splitBlockAs } from '@tiptap/pm/commands'
import { history, redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import { Fragment, Schema, Slice, type Node as DocumentNode } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import type { Span } from '../../shared/passages.ts'
import type { CorrectedBlock, SourceText } from '../../shared/sources.ts'

type BlockFacts = Omit<CorrectedBlock, 'text'>

const paragraph: BlockFacts = { kind: 'paragraph' }

const schema = new Schema({
  nodes: {
    doc: { content: 'line+' },
    line: {
      content: 'text*',
      whitespace: 'pre',
      attrs: { block: { default: paragraph } },
      parseDOM: [{ tag: 'p', preserveWhitespace: 'full' }],
      toDOM: ({ attrs }) => {
        const { kind, level } = attrs.block as BlockFacts
        const tag = kind === 'heading' ? `h${Math.min(6, Math.max(2, level ?? 2))}` : kind === 'preformatted' ? 'pre' : 'p'
        return [tag, { class: 'block', dir: 'auto', 'data-kind': kind, 'data-level': String(level ?? 1) }, 0]
      },
    },
    text: {},
  },
})

/** The blocks of a text with their words. */
export function blocksOf({ text, blocks }: SourceText): CorrectedBlock[] {
  return blocks.map(({ start, end, ...block }) => ({ ...block, text: text.slice(start, end) }))
}

const lineOf = ({ text, ...block }: CorrectedBlock): DocumentNode =>
  schema.node('line', { block }, text === '' ? [] : [schema.text(text)])

function blocksIn(doc: DocumentNode): CorrectedBlock[] {
  const blocks: CorrectedBlock[] = []
  doc.forEach((line) => blocks.push({ ...(line.attrs.block as BlockFacts), text: line.textContent }))
  return blocks
}

/** Below a heading comes a paragraph; any other block goes on as it is. */
const splitLine = splitBlockAs((node) => {
  const block = node.attrs.block as BlockFacts
  return { type: node.type, attrs: { block: block.kind === 'heading' ? paragraph : block } }
})

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.insertText('\n').scrollIntoView())
  return true
}

interface EditorParts {
  element: HTMLElement
  text: SourceText
  blocks: CorrectedBlock[]
  at: Span
  language: string | null
  onChange: (blocks: CorrectedBlock[]) => void
  onSave: () => void
  onCancel: () => void
}

/** An open editor. */
export interface CorrectingEditor {
  blocks(): CorrectedBlock[]
  destroy(): void
}

/** Puts the editor on the page, with the keyboard in it and the words at `at` (offsets of `text`) in sight. */
export function createCorrectingEditor({ element, text, blocks, at, language, onChange, onSave, onCancel }: EditorParts): CorrectingEditor {
  const run = (work: () => void): Command => () => {
    work()
    return true
  }
  const always = (command: Command): Command => chainCommands(command, run(() => {}))
  const keys = keymap({
    'Mod-z': always(undo),
    'Mod-y': always(redo),
    'Shift-Mod-z': always(redo),
    Enter: splitLine,
    'Shift-Enter': breakLine,
    'Mod-Enter': run(onSave),
    'Mod-s': run(onSave),
    Escape: run(onCancel),
  })
  const doc = schema.node('doc', null, blocks.length > 0 ? blocks.map(lineOf) : [schema.node('line')])
  const state = EditorState.create({ doc, plugins: [history(), keys, keymap(baseKeymap)] })
  const view = new EditorView(element, {
    state,
    attributes: {
      class: 'reader-text correct-text',
      role: 'textbox',
      tabindex: '0',
      'aria-multiline': 'true',
      'aria-label': 'Text of the source',
      'data-pane-focus': '',
      ...(language ? { lang: language } : {}),
    },
    handlePaste: (_, event) => pastePlain(view, event.clipboardData?.getData('text/plain') ?? ''),
    handleDrop: () => true,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged) onChange(blocksIn(view.state.doc))
    },
  })
  goTo(view, text, at)
  return { blocks: () => blocksIn(view.state.doc), destroy: () => view.destroy() }
}

/** Pasted text is words alone; its lines become blocks. */
function pastePlain(view: EditorView, pasted: string): true {
  const lines = pasted.split(/\r\n?|\n/)
  if (lines.length === 1) view.dispatch(view.state.tr.insertText(pasted).scrollIntoView())
  else {
    const slice = new Slice(Fragment.from(lines.map((words) => lineOf({ ...paragraph, text: words }))), 1, 1)
    view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView())
  }
  return true
}

/** Every block is one line of the document, which has one more place at either end than its text. */
function goTo(view: EditorView, text: SourceText, at: Span): void {
  const index = Math.max(0, text.blocks.findLastIndex((block) => block.start <= at.start))
  const block = text.blocks[index]
  if (!block || index >= view.state.doc.childCount) return view.focus()
  let before = 0
  for (let line = 0; line < index; line += 1) before += view.state.doc.child(line).nodeSize
  const length = view.state.doc.child(index).content.size
  const place = (offset: number) => before + 1 + Math.min(length, Math.max(0, offset - block.start))
  const { tr, doc } = view.state
  view.dispatch(tr.setSelection(TextSelection.create(doc, place(at.start), place(at.end))))
  view.focus()
  const shown = view.nodeDOM(before)
  if (shown instanceof HTMLElement) shown.scrollIntoView({ block: 'center' })
}
