// Texts, passages in them and corrections at random, with the true place of every passage after the correction.
import type { Random } from '../../campaigns/random.ts'
import type { Segment, Span } from '../../../src/shared/passages.ts'
import { segmentAt } from '../../../src/shared/selectors.ts'

/** What a correction does at one place of the old text. */
interface Edit extends Span {
  words: string
}

/** A text before and after, and passages with where they truly went; `truth` is null when none of its words is left. */
export interface Correction {
  before: string
  after: string
  passages: { segment: Segment; truth: Span | null; untouched: boolean }[]
}

const scripts: Record<string, string[]> = {
  latin: 'the of and to in that a was is for on with he said by from it at as his talks plan war territory sanctions Kremlin Putin Witkoff Moscow Ukraine Europe assets frozen envoy meeting pressure ceasefire proposal line troops Geneva leverage deal never offered compromise'.split(' '),
  mixed: ['👩‍🚀', '🇺🇦', 'é', 'e\u0301', 'שלום', 'עולם', 'سلام', '和平', '会談', '条約', 'क्षि', 'word', 'naïve', '👍🏽', 'and', 'the', '“', '—'],
}

/** A word, common ones more often, and now and then one that occurs nowhere else. */
function aWord(random: Random, words: readonly string[]): string {
  if (random.fraction() < 0.06) return `n${Math.floor(random.fraction() * 1e6).toString(36)}`
  return words[Math.floor(random.fraction() ** 2 * words.length)] ?? 'word'
}

/** A text of so many words in sentences and paragraphs; some sentences come again and again. */
export function aText(random: Random, count: number, script: 'latin' | 'mixed' = 'latin'): string {
  const words = scripts[script] ?? []
  const refrain = Array.from({ length: 9 }, () => aWord(random, words)).join(' ')
  const paragraphs: string[] = []
  let sentences: string[] = []
  for (let made = 0; made < count; ) {
    const length = 4 + Math.floor(random.fraction() * 24)
    made += length
    sentences.push(`${random.fraction() < 0.05 ? refrain : Array.from({ length }, () => aWord(random, words)).join(' ')}.`)
    if (random.fraction() < 0.2) {
      paragraphs.push(sentences.join(' '))
      sentences = []
    }
  }
  return [...paragraphs, sentences.join(' ')].filter((one) => one !== '').join('\n')
}

const wordsOf = (text: string): Span[] =>
  [...text.matchAll(/[^\s.]+/gu)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A word that the text does not have: else the two versions alone could not tell which word is the old one. */
const aNewWord = (random: Random): string => `w${Math.floor(random.fraction() * 1e9).toString(36)}`

function anEdit(random: Random, text: string, { start, end }: Span): Edit {
  const kind = random.fraction()
  const word = text.slice(start, end)
  const points = [...graphemes.segment(word)].map(({ segment }) => segment)
  const at = Math.floor(random.fraction() * points.length)
  const place = start + points.slice(0, at).join('').length
  if (kind < 0.4) return { start: place, end: place + (points[at] ?? '').length, words: 'x' }
  if (kind < 0.5) return { start: place, end: place, words: 'y' }
  if (kind < 0.7) return { start, end, words: aNewWord(random) }
  if (kind < 0.85) return { start: Math.max(0, start - 1), end, words: '' }
  return { start: end, end, words: ` ${aNewWord(random)}` }
}

/** Corrects a share of a text's words at random, and says where so many random passages went. */
export function aCorrection(random: Random, before: string, share: number, passages: number): Correction {
  const words = wordsOf(before)
  const edits: Edit[] = []
  for (const word of words) {
    if (random.fraction() >= share) continue
    const edit = anEdit(random, before, word)
    if (edit.start >= (edits.at(-1)?.end ?? 0) && before.slice(edit.start, edit.end) !== edit.words) edits.push(edit)
  }
  let after = ''
  let at = 0
  for (const edit of edits) {
    after += before.slice(at, edit.start) + edit.words
    at = edit.end
  }
  after += before.slice(at)
  const chosen = Array.from({ length: passages }, () => {
    const first = Math.floor(random.fraction() * words.length)
    const last = Math.min(words.length - 1, first + Math.floor(random.fraction() ** 2 * 40))
    return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 1 }
  })
  return { before, after, passages: chosen.map((span) => ({ segment: segmentAt(before, span), ...truthOf(edits, span) })) }
}

/** Where a span is after the edits: what is left of its words, with what came between and instead of them. */
function truthOf(edits: readonly Edit[], span: Span): { truth: Span | null; untouched: boolean } {
  let start = span.start
  let end = span.end
  let untouched = true
  let left = span.end - span.start
  for (const edit of edits) {
    const gained = edit.words.length - (edit.end - edit.start)
    if (edit.end <= span.start) {
      start += gained
      end += gained
    } else if (edit.start < span.end) {
      untouched = false
      left -= Math.min(edit.end, span.end) - Math.max(edit.start, span.start)
      if (edit.start < span.start) start += edit.words.length - (span.start - edit.start)
      end += gained
    }
  }
  return { truth: left > 0 && start < end ? { start, end } : null, untouched }
}
