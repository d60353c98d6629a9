// Words that judge instead of describing, and shortenings that nobody explained.
import { matchesIn, ownWords, type Draft, type Rule } from '../checked-memo.ts'

/** What to write instead, where a plain word says the same. */
const plain: Record<string, string | null> = {
  regime: 'government',
  puppet: null,
  thug: null,
  thugs: null,
  cronies: 'associates',
  henchmen: 'associates',
  'so-called': null,
  obviously: null,
  clearly: null,
  undoubtedly: null,
  unquestionably: null,
  'of course': null,
  brutal: null,
  barbaric: null,
  fanatical: null,
  fanatics: null,
  heroic: null,
  shameless: null,
  outrageous: null,
  hysterical: null,
  'blatant lie': null,
}

const loaded = new RegExp(`(?<![\\p{L}-])(?:${Object.keys(plain).join('|')})(?![\\p{L}-])`, 'giu')

export const loadedWords: Rule = ({ sentences }) =>
  sentences.flatMap((sentence) =>
    matchesIn(sentence, loaded, (words) => {
      const instead = plain[words.toLowerCase()] ?? null
      return {
        rule: 'loaded word',
        detail: words,
        explanation: `“${words}” tells the reader what to think. ${instead ? `“${instead}” says the same without it.` : 'Say what was done, or leave it out.'}`,
        fix: instead === null ? null : /^\p{Lu}/u.test(words) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead,
      }
    }),
  )

/** Shortenings that every reader of policy papers knows. */
const common = new Set('US USA UK EU UN NATO TLP PDF TV GDP CEO OK AI IT ID FBI CIA G7 G20 NGO NGOS II III IV VI AM PM BBC CNN TIME WWII'.split(' '))

const acronym = /(?<![\p{L}\d.&-])[A-Z][A-Z\d]{1,5}s?(?![\p{L}\d])/gu

/** Where a shortening is spelt out: "Full Name (ABC)" or "ABC (full name)". */
const explained = (text: string, short: string): boolean =>
  new RegExp(`\\p{L}\\s*\\(${short}s?\\)|(?<![\\p{L}\\d])${short}s?\\s*\\(\\p{L}{3,}`, 'u').test(text)

export const acronyms: Rule = ({ sentences }) => {
  const seen = new Set<string>()
  return sentences.flatMap((sentence) =>
    [...ownWords(sentence.text).matchAll(acronym)].flatMap((match): Draft[] => {
      const short = match[0].replace(/s$/, '')
      if (common.has(short) || seen.has(short)) return []
      seen.add(short)
      if (explained(sentence.text, short)) return []
      const start = sentence.start + match.index
      const explanation = `“${short}” is used without having been spelt out. Write it in full the first time, with the short form in brackets.`
      return [{ rule: 'acronym', sentence, start, end: start + match[0].length, detail: short, explanation }]
    }),
  )
}
