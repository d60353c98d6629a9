// A PDF that claims PDF/A-3a and PDF/UA-1 at once: the compiler writes one claim a file, and the second is added here.
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

/** The catalogue telling viewers to show the title and not the file's name (ISO 14289-1, 7.1). */
function titled(catalogue: string): string {
  if (catalogue.includes('/DisplayDocTitle true')) return catalogue
  return catalogue.includes('/ViewerPreferences <<')
    ? catalogue.replace('/ViewerPreferences <<', '/ViewerPreferences <<\n    /DisplayDocTitle true')
    : catalogue.replace('<<', '<<\n  /ViewerPreferences <<\n    /DisplayDocTitle true\n  >>')
}

/** The file with some objects anew behind what is there (ISO 32000-1, 7.5.6). */
function updated(bytes: Uint8Array, { text, table, trailer }: PdfFile, objects: ReadonlyMap<number, string>): Uint8Array {
  let update = text.endsWith('\n') ? '' : '\n'
  const entries = [...objects].toSorted(([one], [other]) => one - other).map(([number, body]) => {
    const offset = bytes.byteLength + update.length
    update += `${number} 0 obj\n${body.trimEnd()}\nendobj\n\n`
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n\r\n`
  })
  const at = bytes.byteLength + update.length
  update += `xref\n${entries.join('')}trailer\n<<\n  ${trailer.trim()}\n  /Prev ${table}\n>>\nstartxref\n${at}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(update, 'latin1')]))
}

/**
 * A PDF/A-3a file of the compiler's with the claim of PDF/UA-1 added by an incremental update: its metadata and its
 * catalogue anew, and cells that head a row in the tables of the `body`. `lacking` says why the claim is not made, and the
 * file is then as it was.
 */
export function withBothClaims(bytes: Uint8Array, body: readonly PaperBlock[] = []): { bytes: Uint8Array; lacking: string | null } {
  const file = pdfFileOf(bytes)
  const root = file ? referred(file.trailer, 'Root') : Number.NaN
  const catalogue = file && objectOf(file, root)
  const place = catalogue ? referred(catalogue, 'Metadata') : Number.NaN
  const metadata = file && objectOf(file, place)
  if (!file || !catalogue || !metadata) return { bytes, lacking: 'the form of file that is known' }
  const lacking = lackingForAccess(file, catalogue, metadata)
  const packet = lacking === null ? claimed(metadata) : null
  if (packet === null) return { bytes, lacking: lacking ?? 'the form of metadata that is known' }
  const objects = new Map([[place, packet], [root, titled(catalogue)], ...rowHeads(file, referred(catalogue, 'StructTreeRoot'), body)])
  return { bytes: updated(bytes, file, objects), lacking: null }
}
