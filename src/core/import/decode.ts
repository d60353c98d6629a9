// From bytes to a string: byte order mark, named encoding, UTF-8, UTF-16, then statistics; or a refusal.
import { binaryKind, looksBinary } from './binary-signs.ts'
import { byteOrderMark, charsetOf, metaCharset } from './declared-encoding.ts'
import { encodingByLetters, isIso2022Jp, readsAsWestern, utf16ByZeros } from './guessed-encoding.ts'
import type { DocumentInput } from './reading.ts'
import { refusal } from './refusal.ts'

/** The largest text file that is read, in bytes. */
export const largestText = 50 * 1024 * 1024

export interface Decoded {
  text: string
  /** The WHATWG name of the encoding, in lower case. */
  encoding: string
}

/**
 * Decodes a text document. An encoding named by a byte order mark, by the media type or (with `html`) by the
 * page itself is believed, in the order of the Encoding and HTML standards; but the page's own word does not
 * count against bytes that are UTF-8 beyond doubt, and anything pasted is UTF-8 if it can be.
 * Throws `source.empty`, `source.too-large`, `source.binary` or `source.undecodable`.
 */
export function decodeText(input: DocumentInput, html = false): Decoded {
  const { bytes } = input
  if (bytes.length === 0) throw refusal('source.empty', input, 'it is empty.')
  if (bytes.length > largestText) {
    const size = Math.ceil(bytes.length / 1024 / 1024)
    throw refusal('source.too-large', input, `it has ${size} MB, and text can have at most 50 MB.`)
  }
  const kind = binaryKind(bytes)
  if (kind) throw refusal('source.binary', input, `it is not text but ${kind}.`)
  const decoded = decodeAsNamed(input, html) ?? decodeAsGuessed(input)
  if (looksBinary(decoded.text)) throw refusal('source.binary', input, 'it is not text but binary data.')
  return decoded
}

function decodeAsNamed(input: DocumentInput, html: boolean): Decoded | null {
  const { bytes } = input
  const mark = byteOrderMark(bytes)
  if (mark === 'utf-32') {
    throw refusal('source.undecodable', input, 'it is UTF-32. Save it as UTF-8 and import it again.')
  }
  const named = mark ?? charsetOf(input.mediaType)
  if (named) return decodeLeniently(input, named)
  const utf8 = decodeStrictly(bytes, 'utf-8')
  if (utf8 && (input.fileName === null || isUnmistakable(utf8.text))) return utf8
  const meta = html && !looksLikeUtf16(bytes) ? metaCharset(bytes) : null
  return meta ? decodeLeniently(input, meta) : null
}

/** Saved pages are often converted to UTF-8 and keep the old name in their head; four letters beyond ASCII prove it. */
function isUnmistakable(text: string): boolean {
  return !text.includes('\0') && (text.match(/[^\0-\x7f]/gu)?.length ?? 0) >= 4
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  return utf16ByZeros(bytes.subarray(0, 2048)) !== null
}

function decodeAsGuessed(input: DocumentInput): Decoded {
  const { bytes } = input
  const wide = bytes.includes(0) ? utf16ByZeros(bytes) : null
  const japanese = isIso2022Jp(bytes) ? decodePlausibly(bytes, 'iso-2022-jp') : null
  const sixteen = wide ? decodePlausibly(bytes, wide, noControls) : null
  const found = japanese ?? sixteen ?? decodeStrictly(bytes, 'utf-8') ?? decodeBruisedUtf8(bytes)
  if (found) return found
  if (looksBinary(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'))) {
    throw refusal('source.binary', input, 'it is not text but binary data.')
  }
  const label = encodingByLetters(bytes)
  const believed = label && (label !== 'windows-1252' || readsAsWestern(bytes)) ? decodePlausibly(bytes, label) : null
  const western = believed ?? (label === null && readsAsWestern(bytes) ? decodeStrictly(bytes, 'windows-1252') : null)
  if (western) return western
  const advice = 'Open it in the program that made it and save it as UTF-8.'
  throw refusal('source.undecodable', input, `the encoding of its characters could not be recognised. ${advice}`)
}

function decodeStrictly(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}

const unassigned = /[\p{Cn}\p{Co}]/gu
/** Small numbers in binary data look like UTF-16, but for the control characters. */
const noControls = /[\p{Cn}\p{Co}]|[^\P{Cc}\s]/gu

/** A guess is taken only when it leaves hardly any unassigned or private characters. */
function decodePlausibly(bytes: Uint8Array, encoding: string, implausible = unassigned): Decoded | null {
  const decoded = decodeStrictly(bytes, encoding)
  if (!decoded) return null
  const sample = decoded.text.slice(0, 65_536)
  return (sample.match(implausible)?.length ?? 0) <= sample.length / 100 ? decoded : null
}

/** UTF-8 with a few broken bytes: a cut end, a pasted quotation mark. At most one break to ten good sequences. */
function decodeBruisedUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const good = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  return broken <= good / 10 ? { text, encoding: 'utf-8' } : null
}

/** A named encoding is believed unless more than one character in twenty cannot be read with it. */
function decodeLeniently(input: DocumentInput, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(input.bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  if (broken > 1 && broken > text.length / 20) {
    throw refusal('source.undecodable', input, `it says it is ${encoding.toUpperCase()}, but it cannot be read as that.`)
  }
  return { text, encoding }
}
