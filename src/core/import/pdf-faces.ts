// Which fonts of a PDF are bold and which lean: told by their names, which pdf.js gives away only when it draws.
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a font's letters are. */
export interface Face {
  strong: boolean
  emphasis: boolean
}

const strong = /bold|black|heavy|demi|[-,](?:bd|sb)(?:it)?(?:$|[-,])|^(?:cm|ec|sf)(?:bx|b)\d?/i
const emphasis = /italic|oblique|slanted|kursiv|[-,](?:bold|semibold|bd|sb|light|medium|regular)?it(?:$|[-,])|^(?:cm|ec|sf)(?:bx)?(?:ti|sl)\d/i

/** The face that a font's name says, without the six letters before a subset's name: `ABCDEF+Minion-BoldIt`. */
export function faceNamed(name: string): Face {
  const own = name.replace(/^[A-Z]{6}\+/, '')
  return { strong: strong.test(own), emphasis: emphasis.test(own) }
}

/** How long drawing may take that is done for the names alone, in milliseconds; what is known by then is taken. */
const patience = 1500

/** Gives the faces of a document's fonts, page after page: pages are drawn, to nowhere, only while new fonts turn up. */
export function faceFinder(): (page: PDFPageProxy, names: ReadonlySet<string>) => Promise<ReadonlyMap<string, Face>> {
  const faces = new Map<string, Face>()
  let tooSlow = false
  return async (page, names) => {
    const unknown = [...names].filter((name) => !faces.has(name))
    if (unknown.length === 0 || tooSlow) return faces
    tooSlow = !(await drawn(page))
    for (const name of unknown) {
      const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as { name?: unknown } | null) : null
      faces.set(name, faceNamed(typeof font?.name === 'string' ? font.name : ''))
    }
    return faces
  }
}

/** Has a page's drawing worked out; false when it takes too long. */
async function drawn(page: PDFPageProxy): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  try {
    return await Promise.race([late, page.getOperatorList({ annotationMode: 0 }).then(() => true)])
  } catch {
    // A page whose words can be read and whose drawing cannot: its fonts are taken as plain.
    return true
  } finally {
    clearTimeout(timer)
  }
}
