// Tables of data, told from tables that arrange a page.
import { attributeOf, tagOf, walk, type HtmlNode } from './html-tree.ts'

const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'article', 'section'])

/** More paragraphs than this in one cell, and the cell is a column of a page. */
const mostParagraphs = 2

/**
 * True for a table of data: some row has two cells or more, no cell holds a table or a column of paragraphs.
 * The scan stops at the first sign of a layout, so that nested tables are not scanned again and again.
 */
export function isDataTable(table: HtmlNode): boolean {
  if (/^(?:presentation|none)$/i.test(attributeOf(table, 'role') ?? '')) return false
  let layout = false
  let cells = 0
  let widest = 0
  let inCell = 0
  walk(table, (node) => {
    const tag = tagOf(node)
    if (layout) return false
    if (tag === 'tr') cells = 0
    if (tag === 'td' || tag === 'th') {
      cells += 1
      inCell = 0
      widest = Math.max(widest, cells)
    }
    if (paragraphs.has(tag)) inCell += 1
    layout = inCell > mostParagraphs || (tag === 'table' && node !== table)
    return true
  })
  return !layout && widest > 1
}
