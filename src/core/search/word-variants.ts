// Spellings that readers take for the same word but the index does not: ß and ss, ligatures, æ and ae.

/** Pairs of spellings; the first is what a text without special letters has. */
const pairs: readonly (readonly [string, string])[] = [
  ['ss', 'ß'],
  ['ae', 'æ'],
  ['oe', 'œ'],
  ['ffi', 'ﬃ'],
  ['ffl', 'ﬄ'],
  ['ff', 'ﬀ'],
  ['fi', 'ﬁ'],
  ['fl', 'ﬂ'],
]

/** How many spellings of one word are looked for. */
const most = 6

/** A text in the letters that compare equal: no case, no accents, no ligatures, ß as ss. */
export const plainLetters = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('æ', 'ae').replaceAll('œ', 'oe')

/** The word itself first, then its other spellings. */
export function variantsOf(word: string): string[] {
  const lower = word.toLowerCase()
  const found = new Set([word])
  const plain = pairs.reduce((text, [letters, special]) => text.replaceAll(special, letters), lower).normalize('NFKC')
  if (plain !== lower) found.add(plain)
  for (const [letters, special] of pairs) {
    if (found.size < most && plain.includes(letters)) found.add(plain.replaceAll(letters, special))
  }
  return [...found]
}

/** Scripts that are written without spaces between words. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether a word comes from a script that has no spaces, so that it must be found inside a run of letters. */
export const isDense = (word: string): boolean => dense.test(word)
