// A block quotation bound to its passage: the passage's words with cuts and insertions that the reader can see.
import { z } from 'zod'
import type { DocumentNode, Cite } from './memos.ts'
import { diffTexts } from './text-diff.ts'

/**
 * One change to the words of a passage, in UTF-16 code units of the quoted text: `[start, end)` gives way to `text` in
 * brackets, or to `[…]` where `text` is empty. An insertion has `start` equal to `end` and a text.
 */
export const quotationEditSchema = z.strictObject({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string().max(500),
})
export type QuotationEdit = z.infer<typeof quotationEditSchema>

export const mostEdits = 100

const isEdit = ({ start, end, text }: QuotationEdit): boolean => start < end || (start === end && text !== '')

/** Whether a value is a list of edits in order that do not overlap; null stands for none. */
export function areEdits(value: unknown): boolean {
  if (value === null) return true
  const parsed = z.array(quotationEditSchema).min(1).max(mostEdits).safeParse(value)
  return parsed.success && parsed.data.every((edit, at) => isEdit(edit) && edit.start >= (parsed.data[at - 1]?.end ?? 0))
}

/** A stretch of a quotation as it is read: words of the passage, a cut, or words of the writer in brackets. */
export interface QuotationPart {
  kind: 'words' | 'cut' | 'inserted'
  text: string
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** The quotation in stretches. Edits beyond the words are passed over: the words may have become fewer. */
export function quotationParts(quote: string, edits: readonly QuotationEdit[] | null): QuotationPart[] {
  const parts: QuotationPart[] = []
  let at = 0
  const add = (kind: QuotationPart['kind'], text: string) => void (text === '' ? null : parts.push({ kind, text }))
  for (const { start, end, text } of edits ?? []) {
    if (start < at || end > quote.length) continue
    add('words', quote.slice(at, start))
    // An insertion is a word of its own; what takes the place of letters may be a part of one: [T]he.
    const isInsertion = start === end
    const before = isInsertion && isLetter(quote[start - 1]) ? ' ' : ''
    const after = isInsertion && isLetter(quote[end]) ? ' ' : ''
    if (text === '') add('cut', '[…]')
    else add('inserted', `${before}[${text}]${after}`)
    at = end
  }
  add('words', quote.slice(at))
  return parts
}

/** The quotation as it is read. */
export const quotationWords = (quote: string, edits: readonly QuotationEdit[] | null): string =>
  quotationParts(quote, edits).map(({ text }) => text).join('')

/**
 * The edits with one more: cuts leave the white space around them outside, and what the new one covers or touches gives
 * way to it. The same list when it would change nothing or there are enough.
 */
export function withEdit(quote: string, edits: readonly QuotationEdit[], { start, end, text }: QuotationEdit): QuotationEdit[] {
  const covered = quote.slice(start, end)
  const inner = covered.trim()
  const from = inner === '' ? start : start + covered.indexOf(inner)
  const edit = { start: from, end: from + inner.length, text: text.trim() }
  if (!isEdit(edit) || edit.end > quote.length || edits.length >= mostEdits) return [...edits]
  const apart = edits.filter((one) => one.end < edit.start || one.start > edit.end || (one.end === edit.start && one.start < one.end && edit.start < edit.end))
  return [...apart, edit].toSorted((a, b) => a.start - b.start)
}

/** The edits of a passage's old words in its new ones; those whose words were changed are let go. */
export function carryEdits(before: string, after: string, edits: readonly QuotationEdit[] | null): QuotationEdit[] | null {
  if (edits === null || before === after) return edits ? [...edits] : null
  const changes = diffTexts(before, after)
  const carried = edits.flatMap((edit): QuotationEdit[] => {
    if (changes.some(({ start, end }) => start < edit.end && end > edit.start)) return []
    let shift = 0
    for (const { start, end, newStart, newEnd } of changes) if (end <= edit.start) shift += newEnd - newStart - (end - start)
    return [{ ...edit, start: edit.start + shift, end: edit.end + shift }]
  })
  return carried.length > 0 ? carried : null
}

/** The words of a `passageQuotation` node of a checked document, as they are read. */
export function wordsOfQuotation(node: DocumentNode): string {
  const cites = node.content?.[0]?.attrs?.['cites'] as Cite[] | undefined
  return quotationWords(cites?.[0]?.quote ?? '', (node.attrs?.['edits'] ?? null) as QuotationEdit[] | null)
}
