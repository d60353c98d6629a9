// Markup on its way from a packed format to the one reader of blocks.
import { blocksOf } from './html-blocks.ts'
import { parseHtml, tooIntricate } from './html-tree.ts'
import type { DocumentInput, DraftBlock } from './reading.ts'
import { refusal } from './refusal.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text that stands in markup as itself. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text of escaped markup; an unknown entity stays as written. */
export function unescapeMarkup(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
    return code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '\ufffd'
  })
}

/** The blocks of a fragment of HTML; links are resolved against `base`. Rejects more markup than can be read. */
export function blocksOfMarkup(markup: string, input: DocumentInput, base: string | null = null): DraftBlock[] {
  if (tooIntricate(markup)) throw refusal('source.too-large', input, 'it has more elements, or deeper nested ones, than can be read.')
  return blocksOf(parseHtml(markup, 'fragment').body, base)
}

/** The drafts of several parts as one text: tables are numbered through. */
export function joinParts(parts: readonly DraftBlock[][]): DraftBlock[] {
  let tables = 0
  return parts.flatMap((drafts) => {
    const first = tables
    for (const draft of drafts) if (draft.table !== undefined) tables = Math.max(tables, first + draft.table + 1)
    return drafts.map((draft) => (draft.table === undefined ? draft : { ...draft, table: first + draft.table }))
  })
}
