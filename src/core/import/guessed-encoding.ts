// The encoding of bytes that name none and are no UTF-8: UTF-16 by its NULs, else by the statistics of letters.
import { whenUsed } from '../when-used.ts'

const analyse = whenUsed('chardet', (chardet: typeof import('chardet')) => chardet.analyse)

/** How many bytes the statistics look at. */
const sampleSize = 64 * 1024

/** Least confidence (of 100) and least lead over the next encoding at which a guess is believed. */
const leastConfidence = 40
const leastLead = 15

/**
 * UTF-16 without a byte order mark: in nearly all its texts spaces, line ends, digits and Latin letters
 * leave a NUL in the upper byte, and next to none in the lower. Null when the NULs say otherwise.
 */
export function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2 || bytes.length % 2 === 1) return null
  const end = Math.min(bytes.length, sampleSize)
  let even = 0
  let odd = 0
  for (let index = 0; index < end; index += 2) {
    if (bytes[index] === 0) even += 1
    if (bytes[index + 1] === 0) odd += 1
  }
  const enough = (end / 2) * 0.05
  if (odd >= enough && even <= odd * 0.02) return 'utf-16le'
  if (even >= enough && odd <= even * 0.02) return 'utf-16be'
  return null
}

/** The encoding that the statistics of letters name beyond doubt, as a WHATWG label; null in doubt. */
export function encodingByLetters(bytes: Uint8Array): string | null {
  const sample = sampleAround(bytes)
  const [best, ...others] = analyse()(sample).map((match) => ({ ...match, label: whatwgLabel(match.name) }))
  if (!best || best.confidence < leastConfidence) return null
  const rival = others.find((other) => other.label !== best.label)
  if (best.confidence - (rival?.confidence ?? 0) < leastLead) return null
  return best.label === 'koi8-r' && ukrainianInKoi8.test(latin1(sample)) ? 'koi8-u' : best.label
}

/** The letters in which KOI8-U differs from KOI8-R, where KOI8-R has box drawings. */
const ukrainianInKoi8 = /[\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd]/

/** ISO-2022-JP, by the escape sequences that switch to JIS X 0208; its bytes are all ASCII. */
export function isIso2022Jp(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return buffer.includes(switchToJis) && !bytes.some((byte) => byte >= 0x80)
}

const switchToJis = '\u001b$B'

/**
 * True when bytes read like Western prose in Windows-1252: no undefined byte, letters with accents few and
 * in short runs, hardly a symbol (such as ³ or ¿) between two letters, where other encodings have letters.
 */
export function readsAsWestern(bytes: Uint8Array): boolean {
  const sample = latin1(sampleAround(bytes))
  const high = count(sample, /[\x80-\xff]/g)
  if (/[\x81\x8d\x8f\x90\x9d]/.test(sample) || high > sample.length * 0.25) return false
  const inRuns = [...sample.matchAll(/[\xc0-\xff]{4,}/g)].reduce((sum, [run]) => sum + run.length, 0)
  return inRuns <= high * 0.05 && count(sample, symbolBetweenLetters) <= high * 0.05
}

const symbolBetweenLetters = /(?<=[a-z\xe0-\xff])[\xa1-\xa9\xac-\xb3\xb5\xb6\xb8\xb9\xbc-\xbf](?=[a-z\xe0-\xff])/g

/** A stretch that starts at a line's beginning and holds the first bytes beyond ASCII. */
function sampleAround(bytes: Uint8Array): Uint8Array {
  const firstHigh = bytes.findIndex((byte) => byte >= 0x80)
  if (firstHigh < sampleSize / 2) return bytes.subarray(0, sampleSize)
  const lineStart = bytes.lastIndexOf(0x0a, firstHigh) + 1
  const start = firstHigh - lineStart < sampleSize / 2 ? lineStart : firstHigh
  return bytes.subarray(start, start + sampleSize)
}

/** Browsers read the ISO encodings as their Windows supersets, and so do we. */
function whatwgLabel(name: string): string | null {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
