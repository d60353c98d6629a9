// Cells that head their row, said so in a PDF's structure: the compiler knows heads of columns alone.
import type { PaperBlock, TableBlock } from './paper.ts'
import { elementAt, elementsOf, type Element, type PdfFile } from './pdf-objects.ts'

/** The tables of blocks in reading order, those in cells behind the one they stand in. */
function* tablesIn(blocks: readonly PaperBlock[]): Generator<TableBlock> {
  for (const block of blocks) {
    if (block.kind === 'list') yield* tablesIn(block.items.flat())
    else if (block.kind === 'quotation' || block.kind === 'callout') yield* tablesIn(block.content)
    else if (block.kind === 'table') {
      yield block
      for (const cell of block.rows.flat()) yield* tablesIn(cell.content)
    }
  }
}

/** The cells of a table's rows below its head. */
function bodyCells(file: PdfFile, table: Element): Element[][] {
  const rows = table.children.flatMap((child) => {
    const part = elementAt(file, child)
    if (part?.type === 'TR') return [part]
    return part?.type === 'TBody' ? part.children.flatMap((row) => elementAt(file, row) ?? []) : []
  })
  return rows.map((row) => row.children.flatMap((cell) => elementAt(file, cell) ?? []))
}

/** A cell's dictionary as that of a row's head (ISO 32000-1, 14.8.5.7). */
function asHead({ dictionary }: Element): string {
  const head = dictionary.replace('/S /TD', '/S /TH')
  const owned = /\/O \/Table\b/.test(head) ? head.replace(/\/O \/Table\b/, '/O /Table\n    /Scope /Row') : null
  const attributes = '<<\n    /O /Table\n    /Scope /Row\n  >>'
  return owned ?? (head.includes('/A [') ? head.replace('/A [', `/A [${attributes} `) : head.replace('/S /TH', `/S /TH\n  /A [${attributes}]`))
}

/**
 * The cells of a body's tables that head a row, by the numbers of their objects, as they should be. Nothing where the
 * tables of the file are not those of the body.
 */
export function rowHeads(file: PdfFile, structure: number, body: readonly PaperBlock[]): Map<number, string> {
  const heads = new Map<number, string>()
  const tables = [...tablesIn(body)]
  if (!tables.some(({ rows, headRows }) => rows.slice(headRows).some((row) => row.some(({ head }) => head)))) return heads
  const elements = [...elementsOf(file, structure)].filter(({ type }) => type === 'Table')
  if (elements.length !== tables.length) return new Map()
  for (const [at, { rows, headRows }] of tables.entries()) {
    const cells = bodyCells(file, elements[at] as Element)
    const below = rows.slice(headRows)
    if (cells.length !== below.length || below.some((row, y) => row.length !== cells[y]?.length)) return new Map()
    below.forEach((row, y) => row.forEach(({ head }, x) => {
      const cell = cells[y]?.[x]
      if (head && cell?.type === 'TD') heads.set(cell.number, asHead(cell))
    }))
  }
  return heads
}
