// Collects the text and marks of one block while the tree is walked.
import { normaliseText } from '../../shared/normalise-text.ts'
import type { DraftMark } from './reading.ts'
import { singleSpaced } from './white-space.ts'

/** A mark as its element asks for it; `element` only tells marks apart. */
export interface MarkRequest {
  element: object
  kind: DraftMark['kind']
  href?: string
}

/**
 * The running text of a block. White space collapses as a browser collapses it, unless `preserved`.
 * Parts are joined once, at the end: a paragraph can come in a million of them.
 */
export class InlineText {
  private parts: string[] = []
  private length = 0
  private last = ''
  private marks: DraftMark[] = []
  private open: (MarkRequest & { start: number })[] = []

  /** Adds text; control characters and line ends are normalised, no-break and typographic spaces are text. */
  add(raw: string, preserved: boolean): void {
    const clean = normaliseText(raw)
    if (preserved) this.push(clean)
    else {
      const collapsed = singleSpaced(clean)
      const atSpace = this.last === '' || this.last === ' ' || this.last === '\t'
      this.push(atSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed)
    }
  }

  /** Adds a cell boundary: no space before it, nor (by `add`) after it. */
  addTab(): void {
    if (this.last === ' ') {
      this.parts.push((this.parts.pop() ?? '').slice(0, -1))
      this.length -= 1
    }
    this.push('\t')
  }

  /** Opens a mark, unless one of its kind is open: nested ones say nothing more. */
  startMark(request: MarkRequest): void {
    if (!this.open.some((mark) => mark.kind === request.kind)) this.open.push({ ...request, start: this.length })
  }

  endMark(element: object): void {
    const index = this.open.findIndex((mark) => mark.element === element)
    const [mark] = index < 0 ? [] : this.open.splice(index, 1)
    if (mark) this.keep(mark)
  }

  /** The block so far, trimmed, with its marks; a new one begins, in which open marks go on. */
  take(preserved: boolean): { text: string; marks: DraftMark[] } {
    for (const mark of this.open) {
      this.keep(mark)
      mark.start = 0
    }
    const whole = this.parts.join('')
    const lead = preserved ? (/^(?:[ \t]*\n)+/.exec(whole)?.[0].length ?? 0) : 0
    let end = whole.length
    const trailing = preserved ? ' \t\n' : ' '
    while (end > lead && trailing.includes(whole.charAt(end - 1))) end -= 1
    const text = whole.slice(lead, end)
    const taken = { text, marks: this.marks.flatMap((mark) => withinText(mark, text, lead)) }
    this.parts = []
    this.length = 0
    this.last = ''
    this.marks = []
    return taken
  }

  private push(text: string): void {
    if (text === '') return
    this.parts.push(text)
    this.length += text.length
    this.last = text.charAt(text.length - 1)
  }

  private keep({ kind, href, start }: MarkRequest & { start: number }): void {
    if (start < this.length) this.marks.push({ kind, start, end: this.length, ...(href === undefined ? {} : { href }) })
  }
}

/** A mark moved left by `lead`, without the white space at its ends; none when nothing is left. */
function withinText(mark: DraftMark, text: string, lead: number): DraftMark[] {
  let start = Math.max(mark.start - lead, 0)
  let end = Math.min(mark.end - lead, text.length)
  while (start < end && /[ \t\n]/.test(text.charAt(start))) start += 1
  while (start < end && /[ \t\n]/.test(text.charAt(end - 1))) end -= 1
  return start < end ? [{ ...mark, start, end }] : []
}
