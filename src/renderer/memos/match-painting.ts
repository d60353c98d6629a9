// Paints the matches of the search in a memo with the CSS Custom Highlight API, and brings one into sight.
import type { Editor } from '@tiptap/core'
import type { Match } from './find-in-memo.ts'

const [all, current] = ['memo-match', 'memo-match-current']

/** So many on either side of the one in hand are painted: more are out of sight. */
const around = 1000

function rangeOf({ view }: Editor, { from, to }: Match): Range | null {
  try {
    const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)]
    const range = document.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    return range
  } catch {
    return null
  }
}

/** Paints matches of an editor; none takes all paint away. */
export function paintMatches(editor: Editor, matches: readonly Match[], at: number): void {
  if (!CSS.highlights) return
  CSS.highlights.delete(all)
  CSS.highlights.delete(current)
  const near = matches.slice(Math.max(0, at - around), at + around)
  const others = near.filter((match) => match !== matches[at]).map((match) => rangeOf(editor, match)).filter((range) => range !== null)
  if (others.length > 0) CSS.highlights.set(all, new Highlight(...others))
  const here = matches[at] ? rangeOf(editor, matches[at]) : null
  if (!here) return
  const highlight = new Highlight(here)
  highlight.priority = 1
  CSS.highlights.set(current, highlight)
}

/** Scrolls the page so that a match stands in its upper half, unless it can be seen already. */
export function showMatch(editor: Editor, match: Match): void {
  const box = editor.view.dom.closest<HTMLElement>('.memo-scroll')
  const range = rangeOf(editor, match)
  if (!box || !range) return
  const [place, view] = [range.getBoundingClientRect(), box.getBoundingClientRect()]
  // The bar of the search lies over the top of the page.
  const top = view.top + 96
  if (place.top >= top && place.bottom <= view.bottom - 24) return
  box.scrollTop += place.top - view.top - Math.max(96, view.height / 3)
}
