// Small files of packed formats, made here: PDF and zip by hand, DOCX by the library that exports it.
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { Document, ExternalHyperlink, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { readAnyDocument, type DocumentInput, type ReadDocument } from '../../../src/core/import/read-document.ts'

/** Reads a document of any format on this thread. */
export function readPacked(bytes: Uint8Array, fileName: string): Promise<ReadDocument> {
  return readAnyDocument({ bytes, fileName }, () => {})
}

/** A line of a page: where its baseline begins, in points from the lower left, and how large its letters are. */
export interface PrintedLine {
  text: string
  x?: number
  y: number
  size?: number
  /** The text in pieces of several faces, one after the other, in place of `text`. */
  parts?: readonly (readonly [face: keyof typeof faces, text: string])[]
}

const faces = { plain: 'F1', bold: 'F2', oblique: 'F3' } as const

export interface PdfParts {
  pages: readonly (readonly PrintedLine[])[]
  /** The document information, such as `{ Title: 'A title' }`. */
  info?: Record<string, string>
  xmp?: string
  /** Replaces the content of every page. */
  content?: string
  /** Objects beside those of the pages, by number from 900 on. */
  objects?: Record<number, string>
  trailer?: string
  /** More entries of the catalogue. */
  catalog?: string
  /** Links of every page: where they lead, and the corners of their area. */
  links?: readonly { to: string; area: readonly [number, number, number, number] }[]
  /** Resources of every page, beside the font. */
  resources?: string
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

const contentOf = (lines: readonly PrintedLine[]): string =>
  lines
    .map(({ text, x = 72, y, size = 10, parts = [['plain', text]] }) => `BT ${x} ${y} Td ${parts.map(([face, words]) => `/${faces[face]} ${size} Tf (${escaped(words)}) Tj`).join(' ')} ET`)
    .join('\n')

/** The bytes of a PDF in Helvetica, Latin-1. */
export function aPdf({ pages, info = {}, xmp, content, objects = {}, catalog = '', trailer = '', resources = '', links = [] }: PdfParts): Uint8Array {
  const parts = new Map<number, string>(Object.entries(objects).map(([number, body]) => [Number(number), body]))
  const kids = pages.map((_page, at) => `${10 + at * 2} 0 R`)
  parts.set(1, `<< /Type /Catalog /Pages 2 0 R${xmp ? ' /Metadata 5 0 R' : ''} ${catalog} >>`)
  if (!parts.has(2)) parts.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`)
  if (!parts.has(3)) parts.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  parts.set(6, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>')
  parts.set(7, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique /Encoding /WinAnsiEncoding >>')
  parts.set(4, `<< ${Object.entries(info).map(([key, value]) => `/${key} (${escaped(value)})`).join(' ')} >>`)
  if (xmp) parts.set(5, `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`)
  const annotations = links.length === 0 ? '' : `/Annots [${links.map(({ to, area }) => `<< /Type /Annot /Subtype /Link /Rect [${area.join(' ')}] /A << /S /URI /URI (${escaped(to)}) >> >>`).join(' ')}]`
  for (const [at, lines] of pages.entries()) {
    const stream = deflateSync(Buffer.from(content ?? contentOf(lines), 'latin1')).toString('latin1')
    parts.set(10 + at * 2, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 6 0 R /F3 7 0 R >> ${resources} >> /Contents ${11 + at * 2} 0 R ${annotations} >>`)
    parts.set(11 + at * 2, `<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n${stream}\nendstream`)
  }
  let file = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  for (const [number, body] of parts) {
    offsets.set(number, file.length)
    file += `${number} 0 obj\n${body}\nendobj\n`
  }
  const start = file.length
  const rows = [...offsets].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  file += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer << /Root 1 0 R /Info 4 0 R /Size ${Math.max(...parts.keys()) + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** Lines of a column of prose, each so many words of a text that goes on. */
export function printed(text: string, place: { x: number; top: number; perLine: number; size?: number; leading?: number }): PrintedLine[] {
  const { x, top, perLine, size = 10, leading = 12 } = place
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > perLine) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.map((line, at) => ({ text: line, x, y: top - at * leading, size }))
}

export interface ZipEntry {
  name: string
  content: string | Uint8Array
  /** Lies about the size that the content inflates to. */
  claims?: number
  /** Points to the entry of this index instead of to its own bytes. */
  sameAs?: number
}

/** The bytes of a zip archive. */
export function aZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const { name, content, claims, sameAs } of entries) {
    const raw = Buffer.from(content as string)
    const packed = deflateRawSync(raw)
    const header = Buffer.alloc(30)
    const fields = (buffer: Buffer, at: number) => {
      buffer.writeUInt16LE(20, at)
      buffer.writeUInt16LE(8, at + 4)
      buffer.writeUInt32LE(crc32(raw), at + 10)
      buffer.writeUInt32LE(packed.length, at + 14)
      buffer.writeUInt32LE(claims ?? raw.length, at + 18)
      buffer.writeUInt16LE(Buffer.byteLength(name), at + 22)
    }
    header.writeUInt32LE(0x04034b50)
    fields(header, 4)
    const place = sameAs === undefined ? offset : (offsets[sameAs] ?? 0)
    offsets.push(place)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(20, 4)
    fields(entry, 6)
    entry.writeUInt32LE(place, 42)
    directory.push(entry, Buffer.from(name))
    if (sameAs !== undefined) continue
    files.push(header, Buffer.from(name), packed)
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}

/** A DOCX with one of everything that an article holds. */
export async function aDocx(words = 'Plain words'): Promise<Uint8Array> {
  const text = (content: string) => new TextRun(content)
  const cell = (content: string) => new TableCell({ children: [new Paragraph(content)] })
  const document = new Document({
    title: 'A title of its own',
    creator: 'Ada Example',
    footnotes: { 1: { children: [new Paragraph('A note below.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'A heading', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              text(`${words}, `),
              new TextRun({ text: 'strong', bold: true }),
              text(' and '),
              new TextRun({ text: 'leaning', italics: true }),
              text(' ones with a '),
              new ExternalHyperlink({ link: 'https://example.org/a', children: [text('link')] }),
              text('.'),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph({ text: 'A point of a list', bullet: { level: 0 } }),
          new Table({ rows: [new TableRow({ children: [cell('Port'), cell('Tonnes')] }), new TableRow({ children: [cell('Odesa'), cell('12')] })] }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const namespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ' +
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'

/** An ODT whose text is the given OpenDocument markup. */
export function anOdt(text: string, { styles = '', prolog = '', meta = '' } = {}): Uint8Array {
  return aZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      content: `<?xml version="1.0"?>${prolog}<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    },
    { name: 'meta.xml', content: `<office:document-meta ${namespaces}><office:meta>${meta}</office:meta></office:document-meta>` },
  ])
}

/** An EPUB of chapters, in the order of its spine; the files stand in the reverse order. */
export function anEpub(chapters: readonly string[], { metadata = '', more = [] as ZipEntry[] } = {}): Uint8Array {
  const items = chapters.map((_chapter, at) => `<item id="c${at}" href="text/c%20${at}.xhtml" media-type="application/xhtml+xml"/>`)
  return aZip([
    { name: 'mimetype', content: 'application/epub+zip' },
    { name: 'META-INF/container.xml', content: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>' },
    {
      name: 'OEBPS/book.opf',
      content: `<package><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${items.toReversed().join('')}</manifest><spine>${chapters.map((_chapter, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    },
    ...chapters.map((body, at) => ({
      name: `OEBPS/text/c ${at}.xhtml`,
      content: `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
    })),
    ...more,
  ])
}

export type { DocumentInput }
