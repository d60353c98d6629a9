// Lays drafts out as one canonical string with blocks and marks over it.
import type { Block, TextMark } from '../../shared/sources.ts'
import type { DraftBlock, DraftMark } from './reading.ts'

/** A text laid out: `text` is the blocks' texts joined by one `\n`; blocks tile it, marks lie inside blocks. */
export interface LaidOut {
  text: string
  blocks: Block[]
  marks: TextMark[]
}

/** Something to see: a letter, digit, mark, sign, symbol or private character; not only spaces and invisible ones. */
const visible = /[^\p{Z}\p{C}\p{Variation_Selector}\u115f\u1160\u2800\u3164\uffa0]|[\p{Co}\p{Cn}]/u

/** True when a text shows nothing on a page. */
export function isBlank(text: string): boolean {
  return !visible.test(text)
}

/** Lays drafts out in order, each composed to NFC; blank ones are left out, and marks over nothing. */
export function assemble(drafts: readonly DraftBlock[]): LaidOut {
  const texts: string[] = []
  const blocks: Block[] = []
  const marks: TextMark[] = []
  let start = 0
  for (const { text: raw, marks: draftMarks, ...block } of drafts) {
    if (isBlank(raw)) continue
    const text = raw.normalize('NFC')
    blocks.push({ ...block, start, end: start + text.length })
    for (const mark of text === raw ? draftMarks : composedMarks(raw, draftMarks)) {
      if (mark.start < mark.end) marks.push({ ...mark, start: start + mark.start, end: start + mark.end })
    }
    texts.push(text)
    start += text.length + 1
  }
  return { text: texts.join('\n'), blocks, marks: marks.toSorted(byPlace) }
}

/** What may join the character before it: combining marks, and the vowels and finals of Hangul. */
const joining = /[\p{M}\u1161-\u1175\u11a8-\u11c2]*/uy

/**
 * Marks moved to where their ends lie once `raw` is composed. An end between a letter and its accent moves
 * behind the accent, so that the stretches between ends compose each on its own.
 */
function composedMarks(raw: string, marks: readonly DraftMark[]): DraftMark[] {
  const ends = [...new Set(marks.flatMap((mark) => [mark.start, mark.end]))].toSorted((a, b) => a - b)
  const moved = new Map<number, number>()
  let from = 0
  let length = 0
  for (const end of ends) {
    joining.lastIndex = end
    joining.test(raw)
    const to = Math.max(from, joining.lastIndex)
    length += raw.slice(from, to).normalize('NFC').length
    moved.set(end, length)
    from = to
  }
  return marks.map((mark) => ({ ...mark, start: moved.get(mark.start) ?? 0, end: moved.get(mark.end) ?? 0 }))
}

function byPlace(a: DraftMark, b: DraftMark): number {
  return a.start - b.start || b.end - a.end
}
