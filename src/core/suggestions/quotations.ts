// Quotations of a block: the words between quotation marks, longer than the quotation of a mere word.
import type { Span } from '../../shared/passages.ts'

/** A quotation: `span` is what is said, without marks and a closing comma; `outer` includes the marks. */
export interface Quotation {
  span: Span
  outer: Span
}

const pairs: [string, string][] = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
  ['"', '"'],
]

/** Words below which a quotation is of an expression, not of a statement. */
const fewestWords = 4

/** How far a closing mark is looked for, in UTF-16 code units. */
const longest = 3000

/** The quotations of `[start, end)`, in order; a mark that never closes begins none. */
export function quotationsOf(text: string, { start, end }: Span): Quotation[] {
  const found: Quotation[] = []
  for (let at = start; at < end; at += 1) {
    const closing = pairs.find(([opening]) => text[at] === opening)?.[1]
    if (!closing) continue
    const ahead = text.slice(at + 1, Math.min(end, at + 1 + longest)).indexOf(closing)
    if (ahead < 0) continue
    const close = at + 1 + ahead
    const inner = text.slice(at + 1, close)
    if (inner.split(/\s+/u).length >= fewestWords) {
      const kept = inner.replace(/[,;:–—-]\s*$/u, '').trimEnd()
      found.push({ span: { start: at + 1, end: at + 1 + kept.length }, outer: { start: at, end: close + 1 } })
    }
    at = close
  }
  return found
}
