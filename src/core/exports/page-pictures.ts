// Pages of a paper as pictures, each whole by itself.
import { createHash } from 'node:crypto'
import type { PagePart, PaperSize, Preview } from '../../shared/exports.ts'

/** Pages counted from 0; `settle` takes a step towards the pages of an export first. */
export interface PageRange {
  from: number
  count: number
  settle?: boolean
}

/** Some pages of a paper as SVG without scripts or addresses to load. */
export type DrawnPages = Preview

/** In points: ISO 216, and 8½ by 11 inches. */
export const sizes: Readonly<Record<PaperSize, { width: number; height: number }>> = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
}

const carried = /xlink:href="data:image\/svg\+xml;base64,([^"]+)"/
const outline = /\s*<path id="(g\d+)" d="([^"]*)"\/>/g
const letters = /<use xlink:href="#g\d+" ([^>]*)\/>(?:\s*<use xlink:href="#g\d+" \1\/>)*/g

/**
 * The picture with the letters of a line as one outline. Each of them stands in Typst's drawing as a reference to an
 * outline that nothing else refers to, and a browser takes twice as long for those.
 */
export function withoutReferences(picture: string): string {
  const outlines = new Map<string, string>()
  const drawing = picture.replaceAll(outline, (_, id: string, path: string) => {
    outlines.set(id, path)
    return ''
  })
  const used = new Set<string>()
  const drawn = drawing.replaceAll(letters, (whole: string, looks: string) => {
    const ids = [...whole.matchAll(/"#(g\d+)"/g)].map(([, id = '']) => id)
    if (ids.every((id) => outlines.has(id))) return `<path ${looks} d="${ids.map((id) => outlines.get(id)).join(' ')}"/>`
    for (const id of ids) used.add(id)
    return whole
  })
  const left = [...used].flatMap((id) => (outlines.has(id) ? [`<path id="${id}" d="${outlines.get(id)}"/>`] : []))
  return left.length === 0 ? drawn : drawn.replace('</svg>', () => `<defs>${left.join('')}</defs></svg>`)
}

/** Characters of a part: a window reads one within a frame or so. */
const partLength = 150_000

/** What is left of a picture of outlines alone without them. */
const frame = /^(<svg [^>]*>)\s*(?:<defs[^>]*>\s*<\/defs>\s*)?<\/svg>\s*$/
const element = /<path [^>]*\/>/g

/**
 * A picture of outlines alone as pictures of some of them each, in order; any other picture is one part. A window reads
 * them one after the other without standing still, and need not read those again that are as they were.
 */
export function partsOf(picture: string): PagePart[] {
  const head = frame.exec(picture.replaceAll(element, ''))?.[1]
  const named = (svg: string): PagePart => ({ name: createHash('sha1').update(svg).digest('base64url'), svg })
  if (head === undefined) return [named(picture)]
  const parts: string[][] = [[]]
  let length = 0
  for (const [one] of picture.matchAll(element)) {
    if (length + one.length > partLength && length > 0) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(one)
    length += one.length
  }
  return parts.map((part) => named(`${head}${part.join('')}</svg>`))
}

/** The picture of a PDF's page, which stands in Typst's drawing as an image of its own. Throws where there is none. */
export function innerPicture(drawing: string): string {
  const inner = carried.exec(drawing)?.[1]
  if (inner === undefined) throw new Error('the drawing holds no page')
  return withoutReferences(Buffer.from(inner, 'base64').toString('utf8'))
}
