// Whether quoted words stand in a text, with the licences of quoting: cuts, insertions, typographic marks.

/** Marks that printers exchange freely, and white space, as one character each: offsets stay. */
export const plainMarks = (text: string): string =>
  text
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s/g, ' ')

/** How far apart the words around an insertion in brackets may stand in the source. */
const longestInsertion = 120

/** The parts of a quotation between cuts ("…", "...", "[…]") and insertions ("[he]"); `near` parts follow an insertion. */
function partsOf(quotation: string): { words: string; near: boolean }[] {
  const parts: { words: string; near: boolean }[] = []
  let from = 0
  let near = false
  const add = (to: number): void => {
    const words = quotation.slice(from, to).trim()
    if (words !== '') parts.push({ words, near: near && parts.length > 0 })
  }
  for (const gap of quotation.matchAll(/\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.|\[[^\]]*\]/g)) {
    add(gap.index)
    near = !/…|\.\s?\./.test(gap[0])
    from = gap.index + gap[0].length
  }
  add(quotation.length)
  return parts
}

/** Whether a text says what is quoted, word for word, apart from marked cuts and insertions. A closing stop or comma is the writer's. */
export function saysSo(text: string, quotation: string): boolean {
  const plain = plainMarks(text)
  let from = 0
  for (const { words, near } of partsOf(plainMarks(quotation).replace(/[.,;:]+$/, ''))) {
    const at = plain.indexOf(words, from)
    if (at < 0 || (near && at - from > longestInsertion)) return false
    from = at + words.length
  }
  return true
}

/** How many characters at either end must agree for the source's own words to be offered. */
const anchor = 8

/** So many characters that differ are a slip wherever they stand, where all others agree sign by sign. */
const slip = 2

function isSlip(words: string, wanted: string): boolean {
  if (words.length !== wanted.length) return false
  let apart = 0
  for (let at = 0; at < wanted.length && apart <= slip; at += 1) if (words[at] !== wanted[at]) apart += 1
  return apart <= slip
}

/** Where some words stand in a text, from the first place on. */
function* placesOf(text: string, words: string): Iterable<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at
}

/** The source's words for a quotation that differs a little from them; null where it is not sure which they are. */
export function nearestWords(text: string, quotation: string): string | null {
  if (/[[\]…]|\.\.\./.test(quotation) || quotation.length < 2 * anchor) return null
  const plain = plainMarks(text)
  const wanted = plainMarks(quotation).replace(/[.,;:]+$/, '')
  const [head, tail] = [wanted.slice(0, anchor), wanted.slice(-anchor)]
  for (const at of placesOf(plain, head)) {
    if (isSlip(plain.slice(at, at + wanted.length), wanted)) return text.slice(at, at + wanted.length)
    const end = plain.indexOf(tail, at + anchor)
    const length = end + anchor - at
    if (end >= 0 && Math.abs(length - wanted.length) <= Math.max(3, wanted.length * 0.1)) return text.slice(at, at + length)
  }
  for (const at of placesOf(plain, tail)) {
    const from = at + anchor - wanted.length
    if (from >= 0 && isSlip(plain.slice(from, at + anchor), wanted)) return text.slice(from, at + anchor)
  }
  return null
}
