// A PDF as the compiler writes it: plain objects and one cross-reference table. No other PDF is read by this.

/** Where a file's objects lie, in bytes by their number, what its trailer says, and the whole file as Latin-1. */
export interface PdfFile {
  text: string
  /** Where the cross-reference table begins. */
  table: number
  offsets: number[]
  trailer: string
}

/** A cross-reference entry is 20 bytes (ISO 32000-1, 7.5.4). */
const entryLength = 20

/** The file of some bytes; null for a PDF of another form. */
export function pdfFileOf(bytes: Uint8Array): PdfFile | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN)
  const head = /^xref\s+0 (\d+)\r?\n/.exec(text.slice(table, table + 40))
  if (!head) return null
  const first = table + head[0].length
  const count = Number(head[1])
  const offsets = Array.from({ length: count }, (_, index) => Number(text.slice(first + index * entryLength, first + index * entryLength + 10)))
  const trailer = /^\s*trailer\s*<<([^]*)>>\s*startxref/.exec(text.slice(first + count * entryLength))?.[1]
  return trailer === undefined || trailer.includes('/Prev') ? null : { text, table, offsets, trailer }
}

const opening = /^(\d+) 0 obj\s+/

/** What stands between `obj` and `endobj` of the object with the number; null where there is none at its place. */
export function objectOf({ text, offsets }: PdfFile, number: number): string | null {
  const offset = offsets[number] ?? 0
  const head = opening.exec(text.slice(offset, offset + 32))
  const end = text.indexOf('endobj', offset)
  return Number(head?.[1]) === number && end > offset ? text.slice(offset + (head?.[0].length ?? 0), end) : null
}

/** The number of the object that a dictionary refers to under a key; NaN for none. */
export const referred = (dictionary: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? Number.NaN)

/** An element of the structure tree: its object's number, its type, its children that are elements, and its dictionary. */
export interface Element {
  number: number
  type: string
  children: number[]
  dictionary: string
}

/** The element that is the object with the number; null where it is none. */
export function elementAt(file: PdfFile, number: number): Element | null {
  const object = objectOf(file, number) ?? ''
  if (!/^<<\s*\/Type \/StructElem\b/.test(object)) return null
  const type = /\/S \/(\w+)/.exec(object)?.[1] ?? ''
  const kids = /\/K \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(object)?.[1] ?? ''
  const children = [...kids.replaceAll(/<<[^]*?>>/g, '').matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
  return { number, type, children, dictionary: object }
}

/** The elements of the structure tree in reading order, without recursion. */
export function* elementsOf(file: PdfFile, root: number): Generator<Element> {
  const open = [...(objectOf(file, root) ?? '').matchAll(/\/K \[([^\]]*)\]/g)].flatMap(([, kids]) => [...(kids ?? '').matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number)))
  open.reverse()
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const element = elementAt(file, number)
    if (!element) continue
    yield element
    for (let at = element.children.length - 1; at >= 0; at -= 1) open.push(element.children[at] as number)
  }
}
