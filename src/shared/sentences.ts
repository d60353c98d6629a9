// Sentences of a source text: the Unicode rules (UAX #29) with repairs for abbreviations, initials and quotations.
//
// The Unicode rules end a sentence after "U.S. Special" or "Gen. Keith" and after `“Is it?” he`. They cannot know
// abbreviations; these repairs can, at the price of joining two sentences now and then rather than cutting a name.
import type { Span } from './passages.ts'
import type { Block } from './sources.ts'

/** Titles and other shortenings that stand before what they belong to; they never end a sentence. */
const leadingAbbreviations = new Set(
  (
    'mr mrs ms mx dr prof gen col lt sgt cpl pvt capt cmdr cdr adm maj brig sen rep gov pres amb sec rev hon fr st ' +
    'mt ft vs v cf viz approx ca dept univ gov asst assoc messrs mme mlle hr dhr bzw z.b d.h u.a e.g i.e al'
  ).split(' '),
)

/** Shortenings that belong to the number after them: "No. 5", "Dec. 2", "pp. 12". */
const abbreviationsBeforeNumbers = new Set(
  'no nos nr art sec par para fig figs vol vols ch pp p ed jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
)

/** Words that begin a sentence far more often than they follow an abbreviation such as "U.S." */
const sentenceOpeners = new Set(
  (
    'the a an this that these those it its he she they we i you his her their our my there here but and or so yet ' +
    'if when while as in on at by for from with after before since although though however meanwhile moreover ' +
    'nevertheless instead otherwise still then now what who why how where which is are was were no not to even both'
  ).split(' '),
)

/** The span of each sentence of a text in order, trimmed; none crosses a block, a line break or a table cell. */
export function sentencesOf(text: string, blocks: readonly Block[], language?: string | null): Span[] {
  return blocks.flatMap((block) => sentencesOfBlock(text, block, language))
}

/**
 * The sentences of one block, in UTF-16 code units of the whole text. A table row has at least one for each
 * cell with words in it. `language` is a BCP 47 tag; an unknown one is as good as none.
 */
export function sentencesOfBlock(text: string, block: Block, language?: string | null): Span[] {
  const sentences: Span[] = []
  let start = block.start
  for (const piece of text.slice(block.start, block.end).split(block.kind === 'table-row' ? '\t' : '\n')) {
    for (const span of sentencesOfLine(piece, language)) {
      sentences.push({ start: start + span.start, end: start + span.end })
    }
    start += piece.length + 1
  }
  return sentences
}

function sentencesOfLine(line: string, language: string | null | undefined): Span[] {
  const joined: Span[] = []
  for (const { index, segment } of segmenterFor(language).segment(line)) {
    const last = joined.at(-1)
    if (last && belongsTogether(line.slice(last.start, last.end), segment)) last.end = index + segment.length
    else joined.push({ start: index, end: index + segment.length })
  }
  return shareQuotationMarks(line, joined)
    .map((span) => trimmed(line, span))
    .filter((span) => span !== null)
}

/** Whether what the Unicode rules cut apart is one sentence. */
function belongsTogether(before: string, after: string): boolean {
  if (/^\s*\p{Ll}/u.test(after)) return true
  const ending = /(\S+)\.[”’»"')\]]*\s*$/u.exec(before)?.[1]
  if (!ending || /[.…!?]$/u.test(ending)) return false
  const word = ending.replace(/^[“‘«"'([—–-]+/u, '')
  const plain = word.toLowerCase()
  const next = /^[\s“‘«"'([]*([\p{L}\p{N}’]+)/u.exec(after)?.[1] ?? ''
  if (leadingAbbreviations.has(plain)) return true
  if (abbreviationsBeforeNumbers.has(plain)) return /^\p{N}/u.test(next)
  if (isInitials(word)) return next !== '' && /^\p{Lu}/u.test(next) && !sentenceOpeners.has(next.toLowerCase())
  return false
}

/** "U.S", "D.C", "J" and "a.m", as they look before their last full stop. */
function isInitials(word: string): boolean {
  return /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) || /^[ap]\.m$/iu.test(word)
}

/**
 * A closing mark after a space, as French sets it, belongs to the sentence before; an opening one that
 * follows without a space, as in Chinese, to the sentence after, unless it closes a German quotation.
 */
function shareQuotationMarks(line: string, spans: Span[]): Span[] {
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1]
    if (!before) continue
    const text = line.slice(before.start, before.end)
    const closers = /^[”»)\]]+\s*/u.exec(line.slice(span.start, span.end))?.[0].length ?? 0
    const openers = text.includes('„') ? 0 : (/[“‘「『《]+$/u.exec(text)?.[0].length ?? 0)
    before.end += closers - openers
    span.start += closers - openers
  }
  return spans
}

function trimmed(line: string, span: Span): Span | null {
  const part = line.slice(span.start, span.end)
  const start = span.start + (part.length - part.trimStart().length)
  const end = span.end - (part.length - part.trimEnd().length)
  return start < end ? { start, end } : null
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string | null | undefined): Intl.Segmenter {
  const key = language ?? ''
  let segmenter = segmenters.get(key)
  if (!segmenter) {
    segmenter = makeSegmenter(key)
    segmenters.set(key, segmenter)
  }
  return segmenter
}

function makeSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' })
  }
}
