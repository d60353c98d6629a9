// A version as its difference from a base: what it shares at both ends, and what stands between, compressed.
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** `head` and `tail` are UTF-16 code units that a text shares with its base at its ends; `middle` is its own between. */
export interface Delta {
  head: number
  tail: number
  middle: string
}

/** Texts from a file are not trusted to unpack into bounded memory; a memo's JSON has at most 20 million characters. */
const longest = 80_000_000

const splitsPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** The longest length from 0 to `most` at which two texts agree; `agree` is true up to it and false beyond. */
function longestAgreement(most: number, agree: (length: number) => boolean): number {
  let [known, open] = [0, most]
  while (known < open) {
    const tried = Math.ceil((known + open) / 2)
    if (agree(tried)) known = tried
    else open = tried - 1
  }
  return known
}

/** How a text differs from a base. No end of `middle` falls inside a surrogate pair, so that it survives as UTF-8. */
export function deltaOf(base: string, text: string): Delta {
  const shorter = Math.min(base.length, text.length)
  let head = longestAgreement(shorter, (length) => base.slice(0, length) === text.slice(0, length))
  if (splitsPair(text, head) || splitsPair(base, head)) head -= 1
  let tail = longestAgreement(shorter - head, (length) => base.slice(base.length - length) === text.slice(text.length - length))
  if (splitsPair(text, text.length - tail) || splitsPair(base, base.length - tail)) tail -= 1
  return { head, tail, middle: text.slice(head, text.length - tail) }
}

/** The text that a delta stands for. */
export const fromDelta = (base: string, { head, tail, middle }: Delta): string =>
  base.slice(0, head) + middle + base.slice(base.length - tail)

/** Well-formed text compressed (raw deflate, quick rather than small: it happens while one writes). */
export const pack = (text: string): Buffer => deflateRawSync(text, { level: 3 })

/** The text of packed bytes; throws on bytes that are broken or that would unpack beyond bounds. */
export const unpack = (packed: Uint8Array): string => inflateRawSync(packed, { maxOutputLength: longest }).toString('utf8')
