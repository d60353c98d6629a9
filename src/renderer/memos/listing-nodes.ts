// The evidence table and the source list: blocks that fill themselves from what the memo cites.
import { Node, type Editor } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import type { StyledRun } from '../../shared/citations.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationAttributes } from '../../shared/memos.ts'
import { placeWords } from '../interface/place-words.ts'
import { placeBibliography, useBibliographies } from './bibliographies.ts'
import { sourceName } from './citation-chip.ts'
import { citationsIn, numbersIn } from './citations-plugin.ts'
import { isInText } from './note-style.ts'
import { knownPassage, usePassageBook } from './passage-book.ts'

const element = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text: string, className = '') =>
  Object.assign(document.createElement(tag), { textContent: text, className })

/** A cited passage with the numbers of the citations that cite it. */
export interface EvidenceRow {
  passage: Id
  quote: string
  numbers: number[]
}

/** Each cited passage once, in the order of first citation. */
export function evidenceRows(citations: readonly CitationAttributes[], numbers: ReadonlyMap<Id, number>): EvidenceRow[] {
  const rows = new Map<Id, EvidenceRow>()
  for (const { id, cites } of citations) {
    const number = numbers.get(id) ?? 0
    for (const { passage, quote } of cites) {
      const row = rows.get(passage) ?? { passage, quote, numbers: [] }
      if (row.numbers.at(-1) !== number) row.numbers.push(number)
      rows.set(passage, row)
    }
  }
  return [...rows.values()]
}

function evidenceTable({ state, options: { element: host } }: Editor): Element {
  // The element is known before the editor is in it.
  const rows = evidenceRows(citationsIn(state), numbersIn(state, isInText(host instanceof Element ? host : null)))
  if (rows.length === 0) return element('p', 'Lists every passage that this memo cites. It cites none yet.', 'note')
  const table = document.createElement('table')
  const line = (words: readonly string[], tag: 'th' | 'td') => {
    const row = table.insertRow()
    row.append(...words.map((text) => element(tag, text)))
    for (const [at, cell] of [...row.cells].entries()) {
      if (cell.tagName === 'TH') cell.scope = 'col'
      // In a narrow window the head is out of sight.
      else if (at > 1) cell.dataset['head'] = heads[at]
    }
  }
  const heads = ['Passage', 'Source', 'Reliability', 'Cited']
  line(heads, 'th')
  for (const { passage, quote, numbers } of rows) {
    const known = knownPassage(passage)
    const source = known ? `${sourceName(known)}, ${placeWords(known)}` : known === null ? 'deleted' : ''
    line([`“${quote}”`, source, known?.reliability ?? '–', numbers.join(', ')], 'td')
  }
  return table
}

const looks: Record<string, string> = { italic: 'em', bold: 'strong', superscript: 'sup', subscript: 'sub', underline: 'u' }

function styledElement({ text, looks: worn }: StyledRun): Element {
  let inner: Element = element('span', text)
  for (const look of worn) {
    const outer = document.createElement(looks[look] ?? 'span')
    outer.append(inner)
    inner = outer
  }
  return inner
}

function sourceList(entries: readonly StyledRun[][]): Element {
  if (entries.length === 0) return element('p', 'Lists every source that this memo cites. It cites none yet.', 'note')
  const list = document.createElement('ul')
  for (const runs of entries) {
    const item = document.createElement('li')
    item.dir = 'auto'
    item.append(...runs.map(styledElement))
    list.append(item)
  }
  return list
}

/** A block that nobody types into; `follow` calls back when it is to be drawn anew and answers what ends that. */
function listingView(label: string, draw: () => Element, follow: (redraw: () => void) => () => void): NodeView {
  const dom = element('div', '', 'memo-listing')
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', label)
  const redraw = () => dom.replaceChildren(element('p', label, 'memo-listing-title'), draw())
  redraw()
  const end = follow(redraw)
  return { dom, ignoreMutation: () => true, destroy: end }
}

const listing = (name: 'evidenceTable' | 'sourceList', view: (editor: Editor) => NodeView) =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    selectable: true,
    draggable: true,
    parseHTML: () => [{ tag: `div[data-listing="${name}"]` }],
    renderHTML: () => ['div', { 'data-listing': name }],
    addNodeView: () => ({ editor }) => view(editor),
  })

export const EvidenceTable = listing('evidenceTable', (editor) =>
  listingView(
    'Evidence',
    () => evidenceTable(editor),
    (redraw) => {
      let shown = citationsIn(editor.state)
      const onTransaction = () => {
        const now = citationsIn(editor.state)
        if (now === shown) return
        shown = now
        redraw()
      }
      editor.on('transaction', onTransaction)
      const endBook = usePassageBook.subscribe(redraw)
      // With the style the numbers may be others.
      const endStyle = useBibliographies.subscribe(redraw)
      // While an editor is being made its state does not hold the citations yet.
      queueMicrotask(() => {
        if (!editor.isDestroyed) redraw()
      })
      return () => {
        editor.off('transaction', onTransaction)
        endBook()
        endStyle()
      }
    },
  ),
)

export const SourceList = listing('sourceList', (editor) => {
  const hostOf = () => editor.view.dom.parentElement
  let host: Element | null = null
  return listingView(
    'Sources',
    () => sourceList(host ? (useBibliographies.getState().entries.get(host) ?? []) : []),
    (redraw) => {
      // The editor is in its element only after it was made.
      queueMicrotask(() => {
        if (editor.isDestroyed) return
        host = hostOf()
        if (host) placeBibliography(host, true)
        redraw()
      })
      const end = useBibliographies.subscribe((now, before) => {
        if (host && now.entries.get(host) !== before.entries.get(host)) redraw()
      })
      return () => {
        end()
        if (host) placeBibliography(host, false)
      }
    },
  )
})
