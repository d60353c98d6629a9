// The pages that Typst drew in one picture, each as a picture of its own with nothing but the letters it uses.

/** A paper as pictures: SVG without scripts or addresses to load; `width` and `height` of a page in points. */
export interface PagePictures {
  pages: string[]
  width: number
  height: number
}

const glyph = /^ {8}<symbol id="([^"]+)"[^]*?^ {8}<\/symbol>\n/gm
const used = /xlink:href="#([^"]+)"/g
const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

/**
 * Parts Typst's drawing of a whole paper, in which a page is a white shape and a group, one below the other. What is
 * drawn is all of one size, since a paper has one size of pages; without a page in it the answer has none.
 */
export function partPages(drawing: string): PagePictures {
  const width = Number(/viewBox="0 0 ([\d.]+) /.exec(drawing)?.[1] ?? 0)
  const parts = drawing.split(/^ {4}<path class="typst-shape" fill="#ffffff"[^\n]*\n/m).slice(1)
  const last = parts.at(-1) ?? ''
  const definitions = last.slice(Math.max(0, last.search(/^ {4}<defs/m)))
  const symbols = new Map([...definitions.matchAll(glyph)].map(([whole, id]) => [id ?? '', whole]))
  // Clips, gradients and the like are few and stay on every page.
  const common = definitions.replace(/^ {4}<defs id="glyph">[^]*?^ {4}<\/defs>\n/m, '').replace(/<\/svg>\s*$/, '')
  const total = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(drawing)?.[1] ?? 0)
  const height = parts.length === 0 ? 0 : total / parts.length
  const pages = parts.map((part, index) => {
    const body = index === parts.length - 1 ? part.slice(0, part.length - definitions.length) : part
    const letters = new Set([...body.matchAll(used)].map(([, id]) => symbols.get(id ?? '') ?? ''))
    return `<svg ${namespaces} viewBox="0 ${index * height} ${width} ${height}" width="${width}pt" height="${height}pt">\n${body}${common}<defs>\n${[...letters].join('')}</defs>\n</svg>`
  })
  return { pages, width, height }
}
