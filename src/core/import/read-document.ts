// Import: from a document's bytes to its metadata, text, blocks and marks. Pure; nothing is stored here.
import { createHash } from 'node:crypto'
import { countParagraphs, countWords } from '../../shared/blocks.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Block, Metadata, Provenance, SetAside, TextMark } from '../../shared/sources.ts'
import { assemble } from './assemble.ts'
import { formatOf, isPacked, type MediaType, type PackedType, type TextType } from './document-format.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { describe } from './metadata.ts'
import { readPlainText } from './plain-text.ts'
import type { DocumentInput, PackedReader, Reader, Reading, Step } from './reading.ts'
import { refusal } from './refusal.ts'
import { setAsideSyndication } from './syndication.ts'

export { endingFor, formatOf, isPacked, supportedEndings } from './document-format.ts'
export type { DocumentInput, Step } from './reading.ts'

/** A document as it is kept. `text` is canonical: NFC, well-formed, without NUL, its blocks joined by one `\n`. */
export interface ReadDocument {
  mediaType: string
  /** The WHATWG name of the encoding, in lower case; null for a format that is no text. */
  encoding: string | null
  /** Of the original bytes, in lower-case hex. */
  sha256: string
  metadata: Metadata
  reference: Reference
  provenance: Provenance
  text: string
  blocks: Block[]
  marks: TextMark[]
  setAside: SetAside[]
  words: number
  /** What the analyst should know of the import, as a sentence; null when there is nothing to say. */
  remark: string | null
}

/** A document as its row takes it: blocks, marks and what was set aside are JSON. Cheap to hand from thread to thread. */
export interface DocumentRow extends Omit<ReadDocument, 'blocks' | 'marks' | 'setAside'> {
  blocks: string
  marks: string
  setAside: string
  paragraphs: number
}

/** Makes a document ready to be kept. */
export function asRow(document: ReadDocument): DocumentRow {
  const { blocks, marks, setAside } = document
  return { ...document, blocks: JSON.stringify(blocks), marks: JSON.stringify(marks), setAside: JSON.stringify(setAside), paragraphs: countParagraphs(blocks) }
}

/** One reader a format; a new format is a line here, its endings in `document-format.ts`, and a file of its own. */
const readers: Readonly<Record<TextType, Reader>> = {
  'text/plain': readPlainText,
  'text/markdown': readMarkdown,
  'text/html': readHtml,
}

/** Loaded when they are first needed: some bring libraries of several megabytes. */
const packedReaders: Readonly<Record<PackedType, () => Promise<PackedReader>>> = {
  'application/pdf': async () => (await import('./pdf.ts')).readPdf,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async () => (await import('./docx.ts')).readDocx,
  'application/vnd.oasis.opendocument.text': async () => (await import('./open-document.ts')).readOpenDocument,
  'application/epub+zip': async () => (await import('./epub.ts')).readEpub,
  'application/rtf': async () => (await import('./rtf.ts')).readRtf,
  'message/rfc822': async () => (await import('./mail.ts')).readMail,
  'multipart/related': async () => (await import('./mail.ts')).readWebArchive,
}

/**
 * Reads a text document. Throws a GroundworkError with a sentence that names it: `source.empty`, `source.binary`,
 * `source.undecodable`, `source.too-large` (50 MB), `source.unsupported`.
 */
export function readDocument(input: DocumentInput): ReadDocument {
  const mediaType = formatOf(input)
  if (isPacked(mediaType)) throw refusal('source.unsupported', input, 'it is not text.')
  return finish(input, mediaType, digest(input.bytes), readers[mediaType](input))
}

/**
 * Reads a document of any format, on the calling thread. `step` is called before each part that may take long. Rejects
 * as `readDocument` throws, and with `source.protected`, `source.scanned` and `source.damaged`.
 */
export async function readAnyDocument(input: DocumentInput, step: Step): Promise<ReadDocument> {
  const mediaType = formatOf(input)
  if (!isPacked(mediaType)) return readDocument(input)
  if (input.bytes.length === 0) throw refusal('source.empty', input, 'it is empty.')
  const sha256 = digest(input.bytes)
  const read = await packedReaders[mediaType]()
  step()
  return finish(input, mediaType, sha256, await read(input, step))
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function finish(input: DocumentInput, mediaType: MediaType, sha256: string, reading: Reading): ReadDocument {
  const { drafts, setAside, footer } = setAsideSyndication(reading.drafts)
  const laidOut = assemble(drafts)
  if (laidOut.blocks.length === 0) throw refusal('source.empty', input, 'it holds no text to read.')
  const described = describe(input, reading.findings, footer, laidOut)
  return {
    mediaType,
    encoding: reading.encoding,
    sha256,
    ...described,
    ...laidOut,
    words: countWords(laidOut.text, described.metadata.language),
    setAside: [...reading.setAside, ...setAside],
    remark: reading.remark ?? null,
  }
}
