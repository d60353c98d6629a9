// Which format a document is in, by its media type and its file name's ending.
import type { DocumentInput } from './reading.ts'
import { baseName, refusal } from './refusal.ts'

/** The formats there are readers for. */
export const mediaTypes = ['text/plain', 'text/markdown', 'text/html'] as const
export type MediaType = (typeof mediaTypes)[number]

const endings: Readonly<Record<string, MediaType>> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
}

/** The endings of file names that can be imported, in lower case with their dot. */
export const supportedEndings: readonly string[] = Object.keys(endings)

/** Names under which servers and systems hand out the same formats, or say nothing of the format. */
const aliases: Readonly<Record<string, MediaType | null>> = {
  'text/x-markdown': 'text/markdown',
  'application/xhtml+xml': 'text/html',
  'application/octet-stream': null,
}

/**
 * The format of a document. A telling media type outranks the ending; `text/plain` does not, for servers send
 * everything as that. A name without an ending is text, or HTML when it begins like a page.
 * Throws `source.unsupported` for any other ending or media type.
 */
export function formatOf(input: DocumentInput): MediaType {
  const named = (input.mediaType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const typed = Object.hasOwn(aliases, named) ? aliases[named] : (mediaTypes.find((type) => type === named) ?? undefined)
  if (typed && typed !== 'text/plain') return typed
  const ending = /\.[A-Za-z][A-Za-z0-9]{0,9}$/.exec(baseName(input.fileName ?? ''))?.[0].toLowerCase()
  const byEnding = ending !== undefined && Object.hasOwn(endings, ending) ? endings[ending] : undefined
  if (byEnding) return byEnding
  if (typed) return typed
  const readable = `Groundwork reads files ending in ${supportedEndings.join(', ')}.`
  if (ending) throw refusal('source.unsupported', input, `files ending in ${ending} cannot be read yet. ${readable}`)
  if (named !== '' && typed === undefined) {
    throw refusal('source.unsupported', input, `${named.slice(0, 80)} cannot be read yet. ${readable}`)
  }
  return beginsLikeAPage(input.bytes) ? 'text/html' : 'text/plain'
}

function beginsLikeAPage(bytes: Uint8Array): boolean {
  const opening = Buffer.from(bytes.subarray(0, 512)).toString('latin1').replaceAll('\0', '')
  return /^[^<]{0,8}(?:<\?xml[^>]*>)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/i.test(opening)
}
