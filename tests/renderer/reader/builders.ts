// Small builders for the Reader's tests: texts made of blocks, and passages in them.
import type { PassageMark, Span } from '../../../src/shared/passages.ts'
import type { Block, SourceText, TextMark } from '../../../src/shared/sources.ts'

/** One block to be: its words, and what it is; a paragraph unless told. */
export type Part = string | ({ text: string } & Partial<Block>)

/** A source text of the given blocks, joined as the canonical text joins them. */
export function aText(parts: readonly Part[], marks: readonly TextMark[] = []): SourceText {
  let start = 0
  const blocks = parts.map((part): Block => {
    const { text, ...rest } = typeof part === 'string' ? { text: part } : part
    const block: Block = { kind: 'paragraph', ...rest, start, end: start + text.length }
    start = block.end + 1
    return block
  })
  const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('\n')
  return { source: '018f0000-0000-7000-8000-000000000001', version: 1, text, blocks, marks: [...marks], setAside: [] }
}

/** A passage over spans given as pairs, with a claim on it unless told. */
export function aPassage(id: string, spans: readonly [number, number][], rest: Partial<PassageMark> = {}): PassageMark {
  return {
    id,
    segments: spans.map(([start, end]) => ({ start, end })),
    tags: [{ id: `tag of ${id}`, item: `item of ${id}`, kind: 'claim', role: 'states', code: null, label: id , comment: ''}],
    citedIn: 0,
    ...rest,
  }
}

/** The span of the first occurrence of some words. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” is not in the text`)
  return { start, end: start + words.length }
}
