// A PDF that claims PDF/A-3a and PDF/UA-1 at once: the compiler writes one claim a file, and the second is added here from
// its other file of the same paper.
import type { PaperBlock } from './paper.ts'
import { elementsOf, objectOf, pdfFileOf, referred, type PdfFile } from './pdf-objects.ts'
import { rowHeads } from './pdf-row-heads.ts'

/**
 * What PDF/UA-1 (ISO 14289-1) asks beyond PDF/A-3a and a file can be asked for: a title and a language (7.1, 7.2), tags
 * (7.1), words for every figure (7.3), headings that start at 1 and skip no rank (7.4.2), words for every link and links in
 * the order of the structure (7.18), words for what is attached (7.11). Names the first thing missing; null for nothing.
 */
export function lackingForAccess(file: PdfFile, catalogue: string, metadata: string): string | null {
  if (!/<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(metadata)) return 'a title'
  if (!/\/Lang \([^)]+\)/.test(catalogue)) return 'a language'
  const structure = referred(catalogue, 'StructTreeRoot')
  if (!/\/Marked true/.test(catalogue) || Number.isNaN(structure)) return 'tags'
  for (let number = 1; number < file.offsets.length; number += 1) {
    // Most objects are none of these, and a long paper has tens of thousands.
    if (!/\/Type \/(?:Annot|Page|Filespec)\b/.test(file.text.slice(file.offsets[number], (file.offsets[number] ?? 0) + 48))) continue
    const object = objectOf(file, number) ?? ''
    if (/^<<\s*\/Type \/Annot\b/.test(object) && !object.includes('/Contents ')) return 'words for a link'
    if (/^<<\s*\/Type \/Page\b/.test(object) && object.includes('/Annots ') && !object.includes('/Tabs /S')) return 'the order of links'
    if (/^<<\s*\/Type \/Filespec\b/.test(object) && !object.includes('/Desc ')) return 'words for an attached file'
  }
  let rank = 0
  for (const { type, dictionary } of elementsOf(file, structure)) {
    if (/^(?:Figure|Formula)$/.test(type) && !/\/(?:Alt|ActualText) /.test(dictionary)) return 'words for a figure'
    const next = Number(/^H([1-6])$/.exec(type)?.[1] ?? rank)
    if (next > rank + 1) return 'headings in order'
    rank = next
  }
  return null
}

const namespace = 'http://www.aiim.org/pdfua/ns/id/'

/** How PDF/A wants properties described that its own schemas do not know (ISO 19005-3, 6.6.2.3). */
const schema =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>'

/** The metadata with the claim and the description of its schema; null where they have no place. */
function claimed(metadata: string): string | null {
  const packet = /<\?xpacket begin[^]*<\?xpacket end="[rw]"\?>/.exec(metadata)?.[0]
  if (packet === undefined || packet.includes('pdfuaid:') || !packet.includes('<pdfaid:part>3</pdfaid:part>')) return null
  const written = packet
    .replace('<rdf:Description rdf:about=""', `<rdf:Description rdf:about="" xmlns:pdfuaid="${namespace}"`)
    .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>')
    .replace('<pdfaExtension:schemas><rdf:Bag>', `<pdfaExtension:schemas><rdf:Bag>${schema}`)
  if (!written.includes(schema) || !written.includes(`xmlns:pdfuaid="${namespace}"`)) return null
  return `<<\n  /Length ${written.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${written}\nendstream`
}

/** The file with some objects new or anew behind what is there (ISO 32000-1, 7.5.6). */
function updated(bytes: Uint8Array, { text, table, trailer, offsets }: PdfFile, objects: ReadonlyMap<number, string>): Uint8Array {
  let update = text.endsWith('\n') ? '' : '\n'
  const entries = [...objects].toSorted(([one], [other]) => one - other).map(([number, body]) => {
    const offset = bytes.byteLength + update.length
    update += `${number} 0 obj\n${body.trimEnd()}\nendobj\n\n`
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n\r\n`
  })
  const at = bytes.byteLength + update.length
  const size = Math.max(offsets.length, ...[...objects.keys()].map((number) => number + 1))
  const ending = trailer.trim().replace(/\/Size \d+/, `/Size ${size}`)
  update += `xref\n${entries.join('')}trailer\n<<\n  ${ending}\n  /Prev ${table}\n>>\nstartxref\n${at}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(update, 'latin1')]))
}

/** What the two files of a paper have at their roots. */
function rootsOf(file: PdfFile | null): { file: PdfFile; root: number; catalogue: string; place: number; metadata: string } | null {
  if (!file) return null
  const root = referred(file.trailer, 'Root')
  const catalogue = objectOf(file, root)
  const place = catalogue ? referred(catalogue, 'Metadata') : Number.NaN
  const metadata = objectOf(file, place)
  return catalogue && metadata ? { file, root, catalogue, place, metadata } : null
}

/** The colours that a PDF/A-3a is meant for: its output intent and the profile behind that, as they stand in it. */
function coloursOf({ file, catalogue }: { file: PdfFile; catalogue: string }): { intent: string; profile: string } | null {
  const list = objectOf(file, referred(catalogue, 'OutputIntents')) ?? ''
  const intent = objectOf(file, Number(/\[(\d+) 0 R\]/.exec(list)?.[1]))
  const profile = intent && objectOf(file, referred(intent, 'DestOutputProfile'))
  return intent && profile ? { intent, profile } : null
}

/** Attached files, by the numbers of their objects, each said to add to the paper (ISO 19005-3, 6.8). */
function attached(file: PdfFile): Map<number, string> {
  const found = file.offsets.flatMap((offset, number): [number, string][] => {
    const object = number > 0 && file.text.slice(offset, offset + 48).includes('/Type /Filespec') ? objectOf(file, number) : null
    return object === null ? [] : [[number, object.replace('/Desc ', '/AFRelationship /Supplement\n  /Desc ')]]
  })
  return new Map(found)
}

/**
 * The compiler's PDF/UA-1 of a paper with the claim of PDF/A-3a added by an incremental update: metadata, output intent
 * and the standing of attached files as the compiler's PDF/A-3a of the same paper has them, and cells that head a row in the
 * tables of the `body`. `Suspects` goes where it says what its absence says (ISO 32000-1, table 321): poppler takes the false
 * of a boolean for a wrong type. `lacking` says why that is not done; the answer is then the PDF/UA-1 as it was.
 */
export function withBothClaims(accessible: Uint8Array, archived: Uint8Array, body: readonly PaperBlock[] = []): { bytes: Uint8Array; lacking: string | null } {
  const own = rootsOf(pdfFileOf(accessible))
  const other = rootsOf(pdfFileOf(archived))
  const refused = (lacking: string) => ({ bytes: accessible, lacking })
  const colours = other && coloursOf(other)
  if (!own || !other || !colours) return refused('the form of file that is known')
  const { file, root, catalogue, place } = own
  const lacking = lackingForAccess(file, catalogue, own.metadata)
  if (lacking !== null) return refused(lacking)
  const packet = claimed(other.metadata)
  if (packet === null) return refused('the form of metadata that is known')
  const next = file.offsets.length
  const files = attached(file)
  const list = [...files.keys()].map((number) => `${number} 0 R`).join(' ')
  const added = `/OutputIntents [${next} 0 R]${files.size > 0 ? `\n  /AF [${list}]` : ''}\n  `
  const objects = new Map([
    [place, packet],
    [root, catalogue.replace('/Lang ', `${added}/Lang `).replace(/\s*\/Suspects false/, '')],
    [next, colours.intent.replace(/\/DestOutputProfile \d+ 0 R/, `/DestOutputProfile ${next + 1} 0 R`)],
    [next + 1, colours.profile],
    ...files,
    ...rowHeads(file, referred(catalogue, 'StructTreeRoot'), body),
  ])
  return { bytes: updated(accessible, file, objects), lacking: null }
}
