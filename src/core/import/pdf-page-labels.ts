// What is printed on the pages of a PDF, where it is not their place in the file: a journal's article begins on page 147.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { normaliseText } from '../../shared/normalise-text.ts'
import { isBlank } from './assemble.ts'
import { collapseSpaces } from './white-space.ts'

const longestLabel = 20

/**
 * The label of each page by its number. `printed` holds the page numbers that were read off the pages' edges. The
 * labels that the document gives itself come first, then printed numbers that run on with the pages; else a page's
 * label is its number.
 */
export async function pageLabels(document: PDFDocumentProxy, printed: ReadonlyMap<number, string>): Promise<(page: number) => string> {
  const own = await document.getPageLabels().catch(() => null)
  if (own?.some((label, at) => label !== '' && label !== String(at + 1))) {
    return (page) => tidy(own[page - 1] ?? '') || String(page)
  }
  const shift = shiftOf(printed)
  return (page) => String(page + shift > 0 ? page + shift : page)
}

/** By how much printed numbers are ahead of the pages: what most of them, and two at least, agree on. */
function shiftOf(printed: ReadonlyMap<number, string>): number {
  const counts = new Map<number, number>()
  for (const [page, text] of printed) {
    const figures = /\d{1,5}/.exec(text)?.[0]
    if (figures) counts.set(Number(figures) - page, (counts.get(Number(figures) - page) ?? 0) + 1)
  }
  const [shift, times] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return times >= 2 && times > printed.size * 0.6 ? shift : 0
}

function tidy(label: string): string {
  const text = collapseSpaces(normaliseText(label)).slice(0, longestLabel).toWellFormed()
  return isBlank(text) ? '' : text
}
