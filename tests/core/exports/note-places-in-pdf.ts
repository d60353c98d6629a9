// Where notes stand in a PDF as its own links say, whatever the template told the program.
import type { NotePlace } from '../../../src/core/exports/note-places.ts'
import { objectOf, referred, type PdfFile } from '../../../src/core/exports/pdf-objects.ts'

/** A text string (ISO 32000-1, 7.9.2.2) of a dictionary, literal or of hexadecimal digits. */
function textIn(dictionary: string, key: string): string {
  const [, literal = '', digits] = new RegExp(`/${key} (?:\\(((?:[^()\\\\]|\\\\[^])*)\\)|<([0-9A-Fa-f]*)>)`).exec(dictionary) ?? []
  const bytes = digits !== undefined ? Buffer.from(digits, 'hex').toString('latin1') : literal.replaceAll(/\\(?:([0-7]{1,3})|([^]))/g, (_, octal: string | undefined, sign: string) =>
    octal === undefined ? ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[sign] ?? sign) : String.fromCodePoint(Number.parseInt(octal, 8)),
  )
  return bytes.startsWith('\u00fe\u00ff') ? Buffer.from(bytes, 'latin1').subarray(2).swap16().toString('utf16le') : bytes
}

/** Links within the file that end in a number, by the words before it: `Footnote 3`, `Seite 3`. */
function numberedLinks(file: PdfFile): Map<string, NotePlace[]> {
  const links = new Map<string, NotePlace[]>()
  const catalogue = objectOf(file, referred(file.trailer, 'Root')) ?? ''
  const kids = /\/Kids \[([^\]]*)\]/.exec(objectOf(file, referred(catalogue, 'Pages')) ?? '')?.[1] ?? ''
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
  pages.forEach((page, at) => {
    const annotations = /\/Annots \[([^\]]*)\]/.exec(objectOf(file, page) ?? '')?.[1] ?? ''
    for (const [, number] of annotations.matchAll(/(\d+) 0 R/g)) {
      const link = objectOf(file, Number(number)) ?? ''
      const target = /\[(\d+) 0 R/.exec(objectOf(file, referred(link, 'Dest')) ?? '')?.[1]
      const [, words, note] = /^(\D*)(\d+)$/u.exec(textIn(link, 'Contents')) ?? []
      if (target === undefined || words === undefined) continue
      const place = { note: Number(note), mark: at + 1, text: pages.indexOf(Number(target)) + 1 }
      const alike = links.get(words) ?? []
      alike.push(place)
      links.set(words, alike)
    }
  })
  return links
}

/** Where the `count` notes of a paper stand: of the links that are numbered, those that have each number once and in order. */
export function notePlaces(file: PdfFile, count: number): NotePlace[] {
  return [...numberedLinks(file).values()].find((places) => places.length === count && places.every(({ note }, at) => note === at + 1)) ?? []
}
