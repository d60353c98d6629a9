// Walking a text sentence by sentence, without ever cutting the whole of a long text into sentences.
import { blockIndexAt } from '../../shared/blocks.ts'
import { sentencesOfBlock } from '../../shared/sentences.ts'
import type { Span } from '../../shared/passages.ts'
import type { SourceText } from '../../shared/sources.ts'

/** Sentences by place. All offsets are canonical; null where there is no such sentence. */
export interface SentenceWalk {
  /** The sentence over an offset, else the first one after it. */
  at(offset: number): Span | null
  /** The first sentence that starts after an offset. */
  startingAfter(offset: number): Span | null
  /** The last sentence that starts before an offset. */
  startingBefore(offset: number): Span | null
  /** Which sentence of its block one is, from 1, and of how many. */
  place(sentence: Span): { number: number; count: number }
}

/** Blocks are cut when they are first needed and kept. */
export function walkSentences({ text, blocks }: Pick<SourceText, 'text' | 'blocks'>, language: string | null): SentenceWalk {
  const cut = new Map<number, Span[]>()
  const sentencesIn = (index: number): Span[] => {
    const block = blocks[index]
    if (!block) return []
    const known = cut.get(index)
    if (known) return known
    const sentences = sentencesOfBlock(text, block, language)
    cut.set(index, sentences)
    return sentences
  }
  const indexAt = (offset: number): number => {
    const index = blockIndexAt(blocks, offset)
    return index >= 0 ? index : offset < 0 ? 0 : blocks.length - 1
  }
  const forwards = (offset: number, fits: (sentence: Span) => boolean): Span | null => {
    for (let index = indexAt(offset); index < blocks.length; index += 1) {
      const found = sentencesIn(index).find(fits)
      if (found) return found
    }
    return null
  }
  return {
    at: (offset) => forwards(offset, (sentence) => sentence.end > offset),
    startingAfter: (offset) => forwards(offset, (sentence) => sentence.start > offset),
    startingBefore(offset) {
      for (let index = indexAt(offset); index >= 0; index -= 1) {
        const found = sentencesIn(index).findLast((sentence) => sentence.start < offset)
        if (found) return found
      }
      return null
    },
    place(sentence) {
      const all = sentencesIn(indexAt(sentence.start))
      return { number: all.findIndex((other) => other.end > sentence.start) + 1, count: all.length }
    },
  }
}
