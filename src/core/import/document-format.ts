// Which format a document is in, by its media type, its file name's ending and, without either, its first bytes.
import type { DocumentInput } from './reading.ts'
import { baseName, refusal } from './refusal.ts'

/** The formats that are text with more or less markup, read at once. */
export const textTypes = ['text/plain', 'text/markdown', 'text/html'] as const
export type TextType = (typeof textTypes)[number]

/** The formats that are packed or laid out, read step by step and in a thread of their own. */
export const packedTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/epub+zip',
  'application/rtf',
  'message/rfc822',
  'multipart/related',
] as const
export type PackedType = (typeof packedTypes)[number]

export type MediaType = TextType | PackedType

const docx = packedTypes[1]

const endings: Readonly<Record<string, MediaType>> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.mhtml': 'multipart/related',
  '.mht': 'multipart/related',
  '.pdf': 'application/pdf',
  '.docx': docx,
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.rtf': 'application/rtf',
  '.epub': 'application/epub+zip',
  '.eml': 'message/rfc822',
}

/** The endings of file names that can be imported, in lower case with their dot. */
export const supportedEndings: readonly string[] = Object.keys(endings)

/** The ending for a file of a format that came without a name. */
export function endingFor(mediaType: string): string {
  return Object.entries(endings).find(([, type]) => type === mediaType)?.[0] ?? ''
}

/** True for a format that is read in a thread of its own. */
export function isPacked(type: MediaType): type is PackedType {
  return (packedTypes as readonly string[]).includes(type)
}

/** Names under which servers and systems hand out the same formats, or say nothing of the format. */
const aliases: Readonly<Record<string, MediaType | null>> = {
  'text/x-markdown': 'text/markdown',
  'application/xhtml+xml': 'text/html',
  'application/x-pdf': 'application/pdf',
  'text/rtf': 'application/rtf',
  'application/x-mimearchive': 'multipart/related',
  'application/octet-stream': null,
  'binary/octet-stream': null,
}

/**
 * The format of a document. A telling media type outranks the ending; `text/plain` does not, for servers send
 * everything as that. A name without an ending goes by the first bytes, and is text when they say nothing.
 * Throws `source.unsupported` for any other ending or media type.
 */
export function formatOf(input: DocumentInput): MediaType {
  const named = (input.mediaType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const typed = Object.hasOwn(aliases, named) ? aliases[named] : ([...textTypes, ...packedTypes].find((type) => type === named) ?? undefined)
  if (typed && typed !== 'text/plain') return typed
  const ending = /\.[A-Za-z][A-Za-z0-9]{0,9}$/.exec(baseName(input.fileName ?? ''))?.[0].toLowerCase()
  const byEnding = ending !== undefined && Object.hasOwn(endings, ending) ? endings[ending] : undefined
  if (byEnding) return byEnding
  if (typed) return typed
  const readable = `Groundwork reads files ending in ${supportedEndings.join(', ')}, and references in .ris, .bib and .json.`
  if (ending) throw refusal('source.unsupported', input, `files ending in ${ending} cannot be read yet. ${readable}`)
  if (named !== '' && typed === undefined) {
    throw refusal('source.unsupported', input, `${named.slice(0, 80)} cannot be read yet. ${readable}`)
  }
  return byOpening(input.bytes)
}

function byOpening(bytes: Uint8Array): MediaType {
  const opening = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (opening.startsWith('%PDF-')) return 'application/pdf'
  if (opening.startsWith('{\\rtf')) return 'application/rtf'
  const page = /^[^<]{0,8}(?:<\?xml[^>]*>)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/i
  return page.test(opening.replaceAll('\0', '')) ? 'text/html' : 'text/plain'
}
