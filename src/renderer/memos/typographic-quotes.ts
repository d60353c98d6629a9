// Typed quotation marks and apostrophes become the ones of the memo's language; Backspace takes that back.
import { Extension, InputRule, textInputRule } from '@tiptap/core'

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

const occurrences = (text: string, sign: string): number => text.split(sign.trim()).length - 1

/**
 * After a letter `'` closes what a single mark opened in this block, and else is an apostrophe, as it is between letters
 * in every language: where a letter follows what was taken for a closing mark, it becomes one.
 */
function afterLetters(open: string, close: string): InputRule[] {
  const closesOrNot = new InputRule({
    find: /[\p{L}\p{N}](')$/u,
    handler: ({ state, range }) => {
      const block = state.doc.resolve(range.from)
      const before = block.parent.textBetween(0, block.parentOffset, null, '\ufffc')
      const isOpen = occurrences(before, open) > occurrences(before, close)
      // The letter before the mark is part of the range.
      state.tr.insertText(isOpen ? close : '’', range.to)
    },
  })
  if (close === '’') return [textInputRule({ find: /[\p{L}\p{N}](')$/u, replace: '’' })]
  return [closesOrNot, textInputRule({ find: new RegExp(`[\\p{L}\\p{N}](${close})\\p{L}$`, 'u'), replace: '’' })]
}

/** Input rules for `"` and `'`. They hold no code: TipTap runs none there. */
export function quotesFor(language: string): Extension {
  const [doubleOpen, doubleClose, singleOpen, singleClose] = quotesOf(language)
  return Extension.create({
    name: 'typographicQuotes',
    addInputRules: () => [
      textInputRule({ find: new RegExp(`${opening}(")$`), replace: doubleOpen }),
      textInputRule({ find: /"$/, replace: doubleClose }),
      textInputRule({ find: new RegExp(`${opening}(')$`), replace: singleOpen }),
      ...afterLetters(singleOpen, singleClose),
      textInputRule({ find: /'$/, replace: singleClose }),
    ],
  })
}
