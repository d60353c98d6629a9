// The text on the page: a TipTap editor in reading mode, and the questions asked of it in offsets and rectangles.
import { Editor } from '@tiptap/core'
import type { Span } from '../../shared/passages.ts'
import type { SourceText } from '../../shared/sources.ts'
import { domRangeOf, mapDom, offsetOfDomPoint, runIndexAt, type DomMap } from './offset-map.ts'
import { readerExtensions } from './reader-schema.ts'
import { documentOf } from './source-document.ts'
import { textHeights, type TextHeights } from './text-heights.ts'

/** A text on show. Offsets are canonical, rectangles in client pixels. */
export interface TextSurface extends TextHeights {
  text: SourceText
  dom: HTMLElement
  map: DomMap
  /** The DOM range of a span; null for one that is not on the page. */
  rangeOf(span: Span): Range | null
  /** The offset of the character under a point, null when no text is there. */
  offsetAtPoint(x: number, y: number): number | null
  /** The offset of a point of the DOM; null without any text. */
  offsetOf(node: Node, offset: number): number | null
  /** What the user selected with the mouse, untrimmed; null when nothing, or when it lies outside the text. */
  nativeSpan(): Span | null
  /** The innermost element of the text that holds an offset, such as a paragraph or a cell; null without any text. */
  blockAt(offset: number): HTMLElement | null
  destroy(): void
}

interface SurfaceOptions {
  element: HTMLElement
  text: SourceText
  /** The id of the element that names the text. */
  labelledBy: string
  language: string | null
}

/** Puts a text on the page. The editor cannot be edited, takes focus, and leaves mouse and keys to the Reader. */
export function createTextSurface({ element, text, labelledBy, language }: SurfaceOptions): TextSurface {
  const { content, runs } = documentOf(text)
  const ours = () => true
  const editor = new Editor({
    element,
    extensions: readerExtensions,
    content,
    editable: false,
    injectCSS: false,
    enableCoreExtensions: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      // Said here too, because the extension that reads the option above is one of those left out.
      editable: () => false,
      attributes: {
        class: 'reader-text',
        role: 'document',
        tabindex: '0',
        'aria-labelledby': labelledBy,
        'data-pane-focus': '',
        ...(language ? { lang: language } : {}),
      },
      handleDOMEvents: { mousedown: ours, dragstart: ours, dragend: ours, drop: ours, dragover: ours, copy: ours, contextmenu: ours },
    },
  })
  stopWatching(editor)
  const dom = editor.view.dom
  const map = mapDom(dom, runs)
  return {
    text,
    dom,
    map,
    rangeOf: (span) => domRangeOf(map, span),
    offsetAtPoint: (x, y) => offsetAtPoint(map, dom, x, y),
    offsetOf: (node, offset) => offsetOfDomPoint(map, node, offset),
    nativeSpan: () => nativeSpan(map, dom),
    blockAt: (offset) => map.elements[runIndexAt(map.runs, offset)] ?? null,
    ...textHeights(dom, map),
    destroy: () => editor.destroy(),
  }
}

/**
 * Ends the editor's watch for typing, which a text that is only read does not need: on its first mutation record it
 * asks for the selection, and the browser lays out the whole text for that before it knows what is in sight.
 */
function stopWatching(editor: Editor): void {
  const { domObserver } = editor.view as unknown as {
    domObserver?: { observer?: MutationObserver | null; disconnectSelection?: () => void }
  }
  domObserver?.observer?.disconnect()
  domObserver?.disconnectSelection?.()
}

/** The nearest caret place is not yet a hit: a click in the margin has one too. */
const reach = 3

function offsetAtPoint(map: DomMap, dom: HTMLElement, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret || !dom.contains(caret.offsetNode)) return null
  const near = offsetOfDomPoint(map, caret.offsetNode, caret.offset)
  if (near === null) return null
  // The caret stands between two characters; the one whose box holds the point was meant.
  return [near, near - 1].find((offset) => offset >= 0 && holds(map, offset, x, y)) ?? null
}

function holds(map: DomMap, offset: number, x: number, y: number): boolean {
  const rects = domRangeOf(map, { start: offset, end: offset + 1 })?.getClientRects() ?? []
  return [...rects].some((rect) => x >= rect.left - reach && x <= rect.right + reach && y >= rect.top - reach && y <= rect.bottom + reach)
}

function nativeSpan(map: DomMap, dom: HTMLElement): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(dom) || !dom.contains(selection.anchorNode)) return null
  const start = offsetOfDomPoint(map, range.startContainer, range.startOffset)
  const end = offsetOfDomPoint(map, range.endContainer, range.endOffset)
  return start !== null && end !== null && start < end ? { start, end } : null
}
