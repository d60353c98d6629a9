// What makes paragraphs comparable: MinHash over shingles of three words, in three bands of three hashes.
//
// Two paragraphs whose sets of shingles have the Jaccard likeness J share a key with the probability 1 − (1 − J³)³:
// 0.98 at 0.9, 0.88 at 0.8, 0.52 at 0.6, 0.08 at 0.3, 0.003 at 0.1. Broder, "On the resemblance and containment of
// documents" (1997), is the source of the method; decision 0015 argues the numbers.
import type { Block } from '../../shared/sources.ts'

const shingleWords = 3
const bands = 3
const bandRows = 3

/** Shorter paragraphs (bylines, "Read more") say nothing about who wrote a text. In words. */
export const shortestParagraph = 12

/** A paragraph that counts: how many words it has, and the keys that near-identical ones share. */
export interface ParagraphKeys {
  words: number
  keys: number[]
}

// Scripts without spaces go by the letter.
const wordPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu

/** FNV-1a over UTF-16 code units, from any start; 32 bits without sign. */
function hashOf(text: string, start: number): number {
  let hash = start >>> 0
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

/** Spreads the bits of a number (the finaliser of MurmurHash3), so that one hash gives many. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The keys of one paragraph, which has at least as many words as a shingle. */
function keysOf(words: readonly string[]): number[] {
  const least = Array.from({ length: bands * bandRows }, () => 0xffffffff)
  for (let at = 0; at + shingleWords <= words.length; at += 1) {
    const shingle = hashOf(words.slice(at, at + shingleWords).join(' '), 0x811c9dc5)
    for (let row = 0; row < least.length; row += 1) {
      least[row] = Math.min(least[row] as number, mixed(shingle ^ Math.imul(row + 1, 0x9e3779b9)))
    }
  }
  return Array.from({ length: bands }, (_, band) => {
    const [first = 0, ...others] = least.slice(band * bandRows, (band + 1) * bandRows)
    const low = others.reduce((hash, value) => mixed(hash ^ value), mixed(first ^ band))
    // 48 bits, which both SQLite and JavaScript hold exactly.
    return (first % 0x10000) * 0x100000000 + low
  })
}

/** The paragraphs of a text that count, in order. Case, punctuation and white space make no difference. */
export function paragraphKeys(text: string, blocks: readonly Block[]): ParagraphKeys[] {
  return blocks
    .filter((block) => block.kind !== 'heading')
    .map(({ start, end }) => text.slice(start, end).toLowerCase().match(wordPattern) ?? [])
    .filter((words) => words.length >= shortestParagraph)
    .map((words) => ({ words: words.length, keys: keysOf(words) }))
}
