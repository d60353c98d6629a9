// The exact two-way map between canonical offsets, positions of the editor's document, and places in the DOM.
//
// A run is one text-holding node: within it all three count UTF-16 code units, so that the map is one binary
// search and a subtraction, and no text node further up the page is ever walked.
import type { Span } from '../../shared/passages.ts'

/** A stretch `[start, end]` of the canonical string whose first character stands at `position` in the document. */
export interface Run {
  start: number
  end: number
  position: number
}

/** A boundary point of the DOM, as Range and Selection use it. */
export interface DomPoint {
  node: Node
  offset: number
}

/** The last index whose value is at most the wanted one, -1 for none. `valueAt` must not fall. */
export function lastAtMost(count: number, valueAt: (index: number) => number, wanted: number): number {
  let low = 0
  let high = count - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) <= wanted) low = middle + 1
    else high = middle - 1
  }
  return high
}

/** The run that holds an offset; one outside every run gives the nearest run before it, at least the first. */
export function runIndexAt(runs: readonly Run[], offset: number): number {
  return Math.max(0, lastAtMost(runs.length, (index) => runs[index]?.start ?? 0, offset))
}

/** The document position of a canonical offset, clamped to its run. */
export function positionOf(runs: readonly Run[], offset: number): number {
  const run = runs[runIndexAt(runs, offset)]
  return run ? run.position + clamp(offset - run.start, 0, run.end - run.start) : 0
}

/** The canonical offset of a document position; a position between two runs gives the end of the earlier one. */
export function offsetOf(runs: readonly Run[], position: number): number {
  const index = Math.max(0, lastAtMost(runs.length, (at) => runs[at]?.position ?? 0, position))
  const run = runs[index]
  return run ? run.start + clamp(position - run.position, 0, run.end - run.start) : 0
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** The runs of a text tied to the elements that show them, `elements[i]` showing `runs[i]`. */
export interface DomMap {
  runs: readonly Run[]
  elements: readonly HTMLElement[]
}

/** The attribute that carries a run's index in the DOM. */
export const runAttribute = 'data-run'

/** Ties runs to the elements under a root that carry their index. */
export function mapDom(root: HTMLElement, runs: readonly Run[]): DomMap {
  return { runs, elements: [...root.querySelectorAll<HTMLElement>(`[${runAttribute}]`)] }
}

/** The DOM point before the character at an offset; at a run's end, the point after its last character. */
export function domPointOf(map: DomMap, offset: number): DomPoint | null {
  const index = runIndexAt(map.runs, offset)
  const run = map.runs[index]
  const element = map.elements[index]
  if (!run || !element) return null
  let left = clamp(offset - run.start, 0, run.end - run.start)
  let last: Text | null = null
  for (const text of textNodesOf(element)) {
    if (left < text.length) return { node: text, offset: left }
    left -= text.length
    last = text
  }
  return last ? { node: last, offset: last.length } : { node: element, offset: 0 }
}

/** The DOM range of a span, null when the map has no such place. It ends after its last character, not before the next. */
export function domRangeOf(map: DomMap, span: Span): Range | null {
  const start = domPointOf(map, span.start)
  const last = domPointOf(map, span.end - 1)
  if (!start || !last) return null
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(last.node, last.node.nodeType === Node.TEXT_NODE ? Math.min(last.offset + 1, (last.node as Text).length) : 0)
  return range
}

/** The canonical offset of a DOM point; one outside all runs gives the start of the next run, or the text's end. */
export function offsetOfDomPoint(map: DomMap, node: Node, offset: number): number | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(`[${runAttribute}]`)
  const index = element ? Number(element.getAttribute(runAttribute)) : -1
  if (element && map.elements[index] === element) return (map.runs[index]?.start ?? 0) + unitsBefore(element, node, offset)
  return offsetOutside(map, node, offset)
}

function unitsBefore(element: HTMLElement, node: Node, offset: number): number {
  let units = 0
  const boundary = document.createRange()
  boundary.setStart(node, offset)
  for (const text of textNodesOf(element)) {
    if (text === node) return units + offset
    if (boundary.comparePoint(text, 0) >= 0) return units
    units += text.length
  }
  return units
}

function offsetOutside(map: DomMap, node: Node, offset: number): number | null {
  const last = map.runs.at(-1)
  if (!last) return null
  const boundary = document.createRange()
  boundary.setStart(node, offset)
  let low = 0
  let high = map.elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    const element = map.elements[middle] as HTMLElement
    if (boundary.comparePoint(element, 0) >= 0) high = middle
    else low = middle + 1
  }
  return map.runs[low]?.start ?? last.end
}

function* textNodesOf(element: HTMLElement): Generator<Text> {
  const only = element.firstChild
  if (only && only === element.lastChild && only.nodeType === Node.TEXT_NODE) {
    yield only as Text
    return
  }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Text
}
