// Import: from a document's bytes to its metadata, text, blocks and marks. Pure; nothing is stored here.
import { createHash } from 'node:crypto'
import type { Reference } from '../../shared/reference.ts'
import type { Block, Metadata, Provenance, SetAside, TextMark } from '../../shared/sources.ts'
import { assemble } from './assemble.ts'
import { formatOf, type MediaType } from './document-format.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { describe } from './metadata.ts'
import { readPlainText } from './plain-text.ts'
import type { DocumentInput, Reader } from './reading.ts'
import { refusal } from './refusal.ts'
import { setAsideSyndication } from './syndication.ts'

export { supportedEndings } from './document-format.ts'
export type { DocumentInput } from './reading.ts'

/** A document as it is kept. `text` is canonical: NFC, well-formed, without NUL, its blocks joined by one `\n`. */
export interface ReadDocument {
  mediaType: string
  /** The WHATWG name of the encoding, in lower case. */
  encoding: string
  /** Of the original bytes, in lower-case hex. */
  sha256: string
  metadata: Metadata
  reference: Reference
  provenance: Provenance
  text: string
  blocks: Block[]
  marks: TextMark[]
  setAside: SetAside[]
}

/** One reader a format; a new format is a line here, its endings in `document-format.ts`, and a file of its own. */
const readers: Readonly<Record<MediaType, Reader>> = {
  'text/plain': readPlainText,
  'text/markdown': readMarkdown,
  'text/html': readHtml,
}

/**
 * Reads a document. Throws a GroundworkError with a sentence that names it: `source.empty`, `source.binary`,
 * `source.undecodable`, `source.too-large` (50 MB), `source.unsupported`.
 */
export function readDocument(input: DocumentInput): ReadDocument {
  const mediaType = formatOf(input)
  const reading = readers[mediaType](input)
  const { drafts, setAside, footer } = setAsideSyndication(reading.drafts)
  const laidOut = assemble(drafts)
  if (laidOut.blocks.length === 0) throw refusal('source.empty', input, 'it holds no text to read.')
  return {
    mediaType,
    encoding: reading.encoding,
    sha256: createHash('sha256').update(input.bytes).digest('hex'),
    ...describe(input, reading.findings, footer, laidOut),
    ...laidOut,
    setAside: [...reading.setAside, ...setAside],
  }
}
