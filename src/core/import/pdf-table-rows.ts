// The rows of a table of a PDF as blocks.
import type { PdfTable } from './pdf-tables.ts'
import { linkMarks } from './pdf-links.ts'
import { inlineOf, isStrong, type TextMeasures } from './pdf-text.ts'
import type { DraftBlock, DraftMark } from './reading.ts'

/**
 * The blocks of a table, its cells parted by tabs; `number` tells the document's tables apart. A first row in bold is its
 * head, and so is the second below heads over several columns.
 */
export function tableRows({ rows, spanned }: PdfTable, number: number, measures: TextMeasures, pageOf: (page: number) => Pick<DraftBlock, 'page' | 'pageLabel'>): DraftBlock[] {
  const strong = rows.map(({ cells }) => cells.flat().every((piece) => isStrong(piece, measures)))
  const headed = strong[0] === true && strong.some((one) => !one)
  return rows.map(({ cells, page }, at) => {
    const header = headed && (at === 0 || (at === 1 && spanned && strong[1] === true))
    let text = ''
    const marks: DraftMark[] = []
    for (const [place, cell] of cells.entries()) {
      if (place > 0) text += '\t'
      const { text: words, marks: styles } = inlineOf(cell, measures)
      const links = linkMarks(cell.flatMap((piece) => piece.links), words)
      const offset = text.length
      for (const mark of [...styles.filter((style) => !header || style.kind !== 'strong'), ...links]) marks.push({ ...mark, start: mark.start + offset, end: mark.end + offset })
      text += words
    }
    return { kind: 'table-row', table: number, header, ...pageOf(page), text, marks }
  })
}
