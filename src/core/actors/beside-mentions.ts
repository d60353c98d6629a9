// What stands beside the mentions of an actor in one text: in the same words, the same sentence, the same paragraph.
import type { Id } from '../../shared/identifiers.ts'
import type { Block } from '../../shared/sources.ts'
import type { Span } from '../../shared/passages.ts'
import { sentencesOfBlock } from '../../shared/sentences.ts'
import type { TaggedPlace } from './dossier-store.ts'

/** A text and where an actor is mentioned in it, in order. */
export interface MentionedText {
  text: string
  blocks: readonly Block[]
  language: string | null
  mentions: readonly Span[]
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The block that holds an offset, by its position; blocks are in order. */
function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The mentions by the blocks that hold them. */
function mentionsByBlock({ blocks, mentions }: MentionedText): Map<number, Span[]> {
  const byBlock = new Map<number, Span[]>()
  for (const mention of mentions) {
    for (let block = blockAt(blocks, mention.start); block <= blockAt(blocks, mention.end - 1); block += 1) {
      const known = byBlock.get(block)
      if (known) known.push(mention)
      else byBlock.set(block, [mention])
    }
  }
  return byBlock
}

/**
 * The items whose places share a sentence with a mention, each with its first passage that does. Sentences are read
 * only where a place and a mention stand in one paragraph without touching.
 */
export function inMentioningSentences(text: MentionedText, places: readonly TaggedPlace[]): Map<Id, Id> {
  const byBlock = mentionsByBlock(text)
  const sentences = new Map<number, Span[]>()
  const sentencesIn = (block: number): Span[] => {
    const known = sentences.get(block)
    if (known) return known
    const held = text.blocks[block]
    const read = held ? sentencesOfBlock(text.text, held, text.language) : []
    sentences.set(block, read)
    return read
  }
  const shares = (place: TaggedPlace): boolean => {
    for (let block = blockAt(text.blocks, place.start); block <= blockAt(text.blocks, place.end - 1); block += 1) {
      const near = byBlock.get(block)
      if (!near) continue
      if (near.some((mention) => overlap(mention, place))) return true
      if (sentencesIn(block).some((sentence) => overlap(sentence, place) && near.some((mention) => overlap(mention, sentence)))) return true
    }
    return false
  }
  const found = new Map<Id, Id>()
  for (const place of places) if (!found.has(place.item) && shares(place)) found.set(place.item, place.passage)
  return found
}

/** In how many of the paragraphs that mention the actor each item is. */
export function inMentioningParagraphs(text: MentionedText, places: readonly TaggedPlace[]): Map<Id, number> {
  const byBlock = mentionsByBlock(text)
  const blocksOf = new Map<Id, Set<number>>()
  for (const { item, start } of places) {
    const block = blockAt(text.blocks, start)
    if (!byBlock.has(block)) continue
    const known = blocksOf.get(item)
    if (known) known.add(block)
    else blocksOf.set(item, new Set([block]))
  }
  return new Map([...blocksOf].map(([item, blocks]) => [item, blocks.size]))
}
