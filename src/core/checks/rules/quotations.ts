// Quotations that differ from what they quote.
import { nearestWords, saysSo } from '../find-quotation.ts'
import type { CheckedMemo, CheckedSentence, Draft, Rule } from '../checked-memo.ts'

/** Shorter words in quotation marks are terms rather than quotations. */
const shortest = 12

const quoted = /“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]|"([^"]+)"/g

function draftsOf(memo: CheckedMemo, sentence: CheckedSentence): Draft[] {
  const known = sentence.cites.flatMap(({ passage }) => memo.facts.get(passage) ?? [])
  // Without a source to compare with, nothing can be said.
  if (known.length === 0) return []
  const kept = sentence.cites.map(({ quote }) => quote)
  return [...sentence.text.matchAll(quoted)].flatMap((match): Draft[] => {
    const words = match.slice(1).find((group) => group !== undefined) ?? ''
    if (words.length < shortest) return []
    const quick = [...kept, ...known.map(({ quote }) => quote)]
    if (quick.some((text) => saysSo(text, words))) return []
    const texts = [...new Set(known.map(({ source }) => source))].map((source) => memo.sourceText(source))
    if (texts.some((text) => saysSo(text, words))) return []
    const start = sentence.start + match.index + 1
    const fix = texts.map((text) => nearestWords(text, words)).find((near) => near !== null) ?? null
    const stop = /[.,;:]+$/.exec(words)?.[0] ?? ''
    const explanation =
      fix === null
        ? 'The sources cited here do not say this word for word. Quote them exactly, mark cuts by “…” and insertions by brackets, or take the quotation marks out.'
        : `The source says: “${fix}”`
    return [{ rule: 'quotation', sentence, start, end: start + words.length, detail: words, explanation, fix: fix === null ? null : fix + stop }]
  })
}

export const quotations: Rule = (memo) =>
  memo.sentences.filter(({ cites }) => cites.length > 0).flatMap((sentence) => draftsOf(memo, sentence))
