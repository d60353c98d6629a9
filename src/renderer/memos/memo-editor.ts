// The TipTap editor of one memo: schema, keys, paste, drop, and what it tells the memo around it.
import { Editor, Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { EditorProps, EditorView } from '@tiptap/pm/view'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationAttributes } from '../../shared/memos.ts'
import { writeBehindBlocks } from './blocks-in-one-piece.ts'
import { chipAt, citationOfChip } from './citation-chip.ts'
import { attributesOf } from './citation-node.ts'
import { cleanPaste } from './clean-paste.ts'
import { citationsPlugin, numbersIn } from './citations-plugin.ts'
import { isInText } from './note-style.ts'
import { commentsPlugin, withPlacedComments } from './comments-plugin.ts'
import { editingKeys } from './editing-keys.ts'
import { attributesIn } from './editor-language.ts'
import { editFootnote } from './footnote-node.ts'
import { caretInSight, caretKeeper, composeBehindNodes, placeholder, wholeInsertions } from './input-plugins.ts'
import { fittingSlice, htmlSerializer, textOfSlice, withoutHandlers } from './memo-clipboard.ts'
import { selectionDataType } from '../reader/pointing.ts'
import { copiedSpans } from './paste-passage.ts'
import { followOpenFields } from './open-fields.ts'
import { schemaExtensions } from './memo-schema.ts'
import { inStretches, stretching } from './stretches.ts'
import { quotesFor } from './typographic-quotes.ts'
import { triggerPlugin, type TriggerListener } from './trigger-plugin.ts'
import { undoHandover } from './undo-handover.ts'

/** The type of a dragged passage's data; its text is the passage's id. */
export const passageDataType = 'application/x-groundwork-passage'

/** What an editor tells. Every call comes after the page has changed. */
export interface MemoEditorListener {
  changed: () => void
  /** The caret or the selection moved, by a change or without one. */
  selectionChanged: () => void
  citationsChanged: (citations: CitationAttributes[]) => void
  citationOpened: (citation: CitationAttributes) => void
  /** The pointer is over a citation or a citation is selected; null when neither is. */
  citationPointed: (chip: HTMLElement | null, by: 'pointer' | 'selection') => void
  linkPressed: (editor: Editor, position: number) => void
  passageDropped: (passage: Id, position: number) => void
  /** Words that were copied in the Reader are pasted. */
  passagePasted: (spans: NonNullable<ReturnType<typeof copiedSpans>>) => void
  /** Focus left the text for something else in the page, or for none. */
  left: (to: EventTarget | null) => void
  trigger: TriggerListener
}

const memoPlugins = (listener: MemoEditorListener): Extension =>
  Extension.create({
    name: 'memo',
    // Ahead of everything: an open list takes Enter and the arrows before lists and tables do.
    priority: 2000,
    onTransaction: ({ editor, transaction, appendedTransactions }) => followOpenFields(editor, [transaction, ...appendedTransactions]),
    addProseMirrorPlugins: () => [
      triggerPlugin(listener.trigger),
      citationsPlugin(listener.citationsChanged),
      commentsPlugin(),
      caretKeeper(),
      caretInSight(),
      wholeInsertions(),
      composeBehindNodes(),
      writeBehindBlocks(),
      undoHandover(),
      stretching(),
      placeholder('Write the memo. @ cites a passage, / inserts headings, lists and tables.'),
    ],
  })

function pointedChip(view: EditorView): HTMLElement | null {
  const { selection } = view.state
  const dom = 'node' in selection ? view.nodeDOM(selection.from) : null
  return dom instanceof HTMLElement ? chipAt(dom) : null
}

/** Clicks, drops and the pointer, as they reach the text. */
function handlersOf(listener: MemoEditorListener, editor: () => Editor): EditorProps {
  return {
    handleClickOn(_view, _position, node, nodePosition, event) {
      const isPlainClick = event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey
      if (node.type.name === 'footnote' && isPlainClick) return editFootnote(editor(), nodePosition)
      const chip = isPlainClick ? chipAt(event.target) : null
      const quoted = node.type.name === 'passageQuotation' && chip ? citationOfChip(chip) : null
      if (quoted) listener.citationOpened(quoted)
      if (quoted || node.type.name !== 'citation' || !isPlainClick) return quoted !== null
      listener.citationOpened(attributesOf(node))
      return true
    },
    handleClick(_view, position, event) {
      if (event.target instanceof Element && event.target.closest('a')) listener.linkPressed(editor(), position)
      return false
    },
    handlePaste(_view, event) {
      const spans = copiedSpans(event.clipboardData?.getData(selectionDataType) ?? '')
      if (spans) listener.passagePasted(spans)
      return spans !== null
    },
    handleDrop(view, event) {
      const passage = event.dataTransfer?.getData(passageDataType)
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
      if (!passage || !place) return false
      event.preventDefault()
      listener.passageDropped(passage, place.pos)
      return true
    },
    handleDOMEvents: {
      mouseover: (_view, event) => pointed(listener, event),
      mouseout: (_view, event) => pointed(listener, event, true),
      blur: (_view, event) => {
        listener.left(event.relatedTarget)
        return false
      },
    },
  }
}

function pointed(listener: MemoEditorListener, event: MouseEvent, out = false): false {
  const chip = chipAt(event.target)
  if (chip && citationOfChip(chip)) listener.citationPointed(out ? null : chip, 'pointer')
  return false
}

/**
 * At each of its commits React looks whether the focus is in an editable element, and if so reads all of its text to
 * remember the selection, wherever in the window it draws: at 100,000 words 8 ms of every commit. The editor keeps its
 * selection itself; the attribute stays as it is, and the property says no more to anyone than that the element is not
 * one of those that cannot be written in.
 */
function hideFromReact(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => 'inherit',
    set(value: string) {
      element.setAttribute('contenteditable', value)
    },
  })
}

/** Makes an editor over a checked document. It lives in `host`, which may be in the page or not. */
export function createMemoEditor(
  host: HTMLElement,
  doc: ProseMirrorNode,
  language: string,
  listener: MemoEditorListener,
): Editor {
  const editor: Editor = new Editor({
    element: host,
    // Not as JSON, in which each block would have a mark of its own to be compared with the next at every letter.
    onBeforeCreate: ({ editor: { options, schema } }) => Object.assign(options, { content: inStretches(schema.nodeFromJSON(doc.toJSON())) }),
    injectCSS: false,
    // Reports of deletions would walk the document after every change, for nobody.
    enableCoreExtensions: { delete: false },
    extensions: [...schemaExtensions, memoPlugins(listener), editingKeys, quotesFor(language)],
    editorProps: {
      ...handlersOf(listener, () => editor),
      attributes: attributesIn(language),
      transformPasted: (slice, view) => withPlacedComments(fittingSlice(slice), view.state),
      transformPastedHTML: (html) => cleanPaste(withoutHandlers(html)),
      clipboardTextSerializer: (slice, view) => textOfSlice(slice, numbersIn(view.state, isInText(host))),
      clipboardSerializer: htmlSerializer(doc.type.schema, () => numbersIn(editor.state, isInText(host))),
    },
    onCreate: ({ editor: { view } }) => hideFromReact(view.dom),
    onTransaction({ editor: { view }, transaction }) {
      if (transaction.docChanged) listener.changed()
      if (!transaction.docChanged && !transaction.selectionSet) return
      listener.selectionChanged()
      listener.citationPointed(pointedChip(view), 'selection')
    },
  })
  return editor
}
