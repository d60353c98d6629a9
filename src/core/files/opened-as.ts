// What an original is opened as: by what the importer took it for, never by its name or by what it says of itself.
import type { MediaType } from '../import/document-format.ts'

/** `ending` is of the copy that another program gets, with its dot; `shown` the media type in a browser, null where it shows none. */
export interface OpenedAs {
  ending: string
  shown: string | null
}

/** Pages and mails can hold scripts and ask for things on the network: they are opened as the text that they are made of. */
const text: OpenedAs = { ending: '.txt', shown: 'text/plain' }

const kinds: Readonly<Record<MediaType, OpenedAs>> = {
  'text/plain': text,
  'text/markdown': text,
  'text/html': text,
  'message/rfc822': text,
  'multipart/related': text,
  'application/pdf': { ending: '.pdf', shown: 'application/pdf' },
  'application/rtf': { ending: '.rtf', shown: null },
  'application/epub+zip': { ending: '.epub', shown: null },
  'application/vnd.oasis.opendocument.text': { ending: '.odt', shown: null },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: '.docx', shown: null },
}

/** What an original of a media type may be opened as; undefined for one that the importer does not know. `encoding` is of its text. */
export function openedAs(mediaType: string, encoding: string | null): OpenedAs | undefined {
  if (!Object.hasOwn(kinds, mediaType)) return undefined
  const kind = kinds[mediaType as MediaType]
  return kind === text && encoding !== null && /^[\w-]+$/.test(encoding) ? { ...text, shown: `text/plain; charset=${encoding}` } : kind
}
