// The forms that a name is written in, as runs of words that a text can be compared with.

/** One word of a form. `null` letters: any initial. `exact`: an acronym, whose capitals count. */
export interface FormWord {
  letters: string | null
  capital: boolean
  exact: boolean
  /** What stands between this word and the one before: '' for the first. */
  gap: string
}

export interface NameForm {
  words: FormWord[]
  /** Whether a full stop at the end belongs to the name, as in "U.S.". */
  dotted: boolean
}

/** A word of a text with its place. */
export interface TextWord {
  start: number
  end: number
  letters: string
}

// Scripts written without spaces: each character is a word of its own, so that a name is found anywhere among them.
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const wordPattern = new RegExp(String.raw`[${unspaced}]\p{M}*|(?:(?![${unspaced}])[\p{L}\p{N}\p{M}\p{Pc}]|[\u00AD\u200C\u200D](?=[\p{L}\p{M}]))+`, 'gu')
const unspacedWord = new RegExp(`^[${unspaced}]`, 'u')

/** Whether a word is one character of a script without spaces. */
export const isUnspaced = (word: string): boolean => unspacedWord.test(word)

/** The words of a text from `from` to `to`, in order. */
export function wordsOf(text: string, from = 0, to = text.length): TextWord[] {
  const words: TextWord[] = []
  for (const found of text.slice(from, to).matchAll(wordPattern)) {
    const start = from + found.index
    words.push({ start, end: start + found[0].length, letters: found[0] })
  }
  return words
}

/** Hyphens and apostrophes of every shape are one; a line break never joins a name. */
export const plainGap = (gap: string): string =>
  gap.replace(/[‐‑‒–-]/gu, '-').replace(/[’ʼ]/gu, "'").replace(/[^\S\n]+/gu, ' ')

/** Case does not count, accents only when `folding` leaves them. */
export function comparable(word: string, folding: boolean): string {
  const lower = word.toLowerCase().replace(/[\u00AD\u200C\u200D]/gu, '')
  return folding ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower.normalize('NFC')
}

const isAcronym = (word: string): boolean => /^\p{Lu}{2,6}$/u.test(word)
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

function formOf(name: string): NameForm | null {
  const words = wordsOf(name)
  if (words.length === 0) return null
  return {
    dotted: /\.\s*$/u.test(name),
    words: words.map((word, at) => ({
      letters: word.letters,
      capital: isCapital(word.letters),
      exact: isAcronym(word.letters),
      gap: at === 0 ? '' : plainGap(name.slice(words[at - 1]?.end, word.start)),
    })),
  }
}

const initial = (letters: string, gap: string): FormWord => ({ letters, capital: true, exact: true, gap })

/** "Vladimir Putin" as "V. Putin", "V.V. Putin", "Vladimir V. Putin": given names as letters, the last name whole. */
function withInitials(form: NameForm): NameForm[] {
  const [first, ...others] = form.words
  const last = others.at(-1)
  const names = form.words.every((word) => word.capital && (word.gap === '' || word.gap === ' ')) && (last?.letters ?? '').length > 1
  if (!first?.letters || !last || !names || form.words.some((word) => word.exact)) return []
  const letter = initial([...first.letters][0] ?? '', '')
  const any: FormWord = { letters: null, capital: true, exact: true, gap: '.' }
  const surname = { ...last, gap: '.' }
  return [
    { words: [letter, surname], dotted: false },
    { words: [letter, any, surname], dotted: false },
    { words: [first, { ...any, gap: ' ' }, surname], dotted: false },
  ]
}

/** The forms of one name. `person`: given names may be initials. "U.S." is found as "US" too. */
export function formsOf(name: string, person: boolean): NameForm[] {
  const form = formOf(name.trim())
  if (!form) return []
  const letters = form.words.map((word) => word.letters ?? '')
  const acronym = form.words.length > 1 && letters.every((word) => /^\p{Lu}$/u.test(word)) && form.words.slice(1).every((word) => word.gap === '.')
  const short = acronym ? formOf(letters.join('')) : null
  return [form, ...(short ? [short] : []), ...(person ? withInitials(form) : [])]
}
