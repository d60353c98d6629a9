// Pages of a paper as pictures, each whole by itself.
import type { PaperSize } from '../../shared/exports.ts'

/** Pages counted from 0. */
export interface PageRange {
  from: number
  count: number
}

/** Some pages of a paper as SVG without scripts or addresses to load, `total` of how many, and their size in points. */
export interface DrawnPages {
  total: number
  width: number
  height: number
  images: string[]
}

/** In points: ISO 216, and 8½ by 11 inches. */
export const sizes: Readonly<Record<PaperSize, { width: number; height: number }>> = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
}

const carried = /xlink:href="data:image\/svg\+xml;base64,([^"]+)"/

/** The picture of a PDF's page, which stands in Typst's drawing as an image of its own. Throws where there is none. */
export function innerPicture(drawing: string): string {
  const inner = carried.exec(drawing)?.[1]
  if (inner === undefined) throw new Error('the drawing holds no page')
  return Buffer.from(inner, 'base64').toString('utf8')
}
