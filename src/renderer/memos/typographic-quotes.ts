// Typed quotation marks and apostrophes become the ones of the memo's language; Backspace takes that back.
import { Extension, textInputRule } from '@tiptap/core'

/** Double opening and closing, single opening and closing. */
type Quotes = readonly [string, string, string, string]

const english: Quotes = ['“', '”', '‘', '’']

/** By language subtag (BCP 47), after the usage of each language's printers. */
const quotesByLanguage: Record<string, Quotes> = {
  bg: ['„', '“', '‚', '‘'],
  cs: ['„', '“', '‚', '‘'],
  da: ['”', '”', '’', '’'],
  de: ['„', '“', '‚', '‘'],
  es: ['«', '»', '“', '”'],
  fi: ['”', '”', '’', '’'],
  fr: ['«\u202f', '\u202f»', '‹\u202f', '\u202f›'],
  it: ['«', '»', '“', '”'],
  nb: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '‚', '’'],
  pt: ['«', '»', '“', '”'],
  ru: ['«', '»', '„', '“'],
  sk: ['„', '“', '‚', '‘'],
  sv: ['”', '”', '’', '’'],
  uk: ['«', '»', '„', '“'],
}

/** The quotation marks of a language; the English ones for a language that is not known. */
export const quotesOf = (language: string): Quotes =>
  quotesByLanguage[language.split('-')[0]?.toLowerCase() ?? ''] ?? english

/** What comes before an opening mark: nothing, space, an opening bracket or mark, a dash. */
const opening = String.raw`(?:^|[\s\u00a0\ufffc({[<“„«‘‚‹—–/-])`

/** Input rules for `"` and `'`. They hold no code: TipTap runs none there. */
export function quotesFor(language: string): Extension {
  const [doubleOpen, doubleClose, singleOpen, singleClose] = quotesOf(language)
  return Extension.create({
    name: 'typographicQuotes',
    addInputRules: () => [
      textInputRule({ find: new RegExp(`${opening}(")$`), replace: doubleOpen }),
      textInputRule({ find: /"$/, replace: doubleClose }),
      textInputRule({ find: new RegExp(`${opening}(')$`), replace: singleOpen }),
      // Between letters it is an apostrophe in every language.
      textInputRule({ find: /[\p{L}\p{N}](')$/u, replace: '’' }),
      textInputRule({ find: /'$/, replace: singleClose }),
    ],
  })
}
