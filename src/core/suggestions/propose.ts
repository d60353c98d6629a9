// From a source text to proposals: the names first, over the whole text, then what is said and asked, block by block.
import type { Span } from '../../shared/passages.ts'
import type { Block } from '../../shared/sources.ts'
import type { ClaimProposal, Proposal, RecommendationProposal } from '../../shared/suggestions.ts'
import { addLoneNames, createRoster, type Roster } from './actor-mentions.ts'
import { attributedStatements } from './attributed-statements.ts'
import { recommendationIn } from './recommendations.ts'
import { instrumentOf } from './instrument-words.ts'
import { asStatement } from './statement-words.ts'
import { isEnglish, readBlock, type Sentence } from './sentences.ts'

/** What the rules read of a source text. `language` is a BCP 47 tag or null for unknown. */
export interface ReadableText {
  text: string
  blocks: readonly Block[]
  language: string | null
}

/** How many UTF-16 code units are read between two breaths. */
const breath = 10_000

/**
 * Proposes step by step: each `next()` reads about 10,000 UTF-16 code units, so that whoever runs it can answer others
 * in between. The value at the end is every proposal in reading order; none for a text that is not English.
 */
export function* proposeStepwise({ text, blocks, language }: ReadableText): Generator<undefined, Proposal[]> {
  if (!isEnglish(text, language)) return []
  const read: Sentence[][] = []
  for (const [index, block] of blocks.entries()) {
    read.push(readBlock(text, block, index, language))
    if (crosses(block)) yield
  }
  const lone = new Set<string>()
  for (const [index, block] of blocks.entries()) {
    addLoneNames(lone, read[index] ?? [], text)
    if (crosses(block)) yield
  }
  const roster = createRoster(text, lone)
  for (const [index, block] of blocks.entries()) {
    for (const sentence of read[index] ?? []) roster.read(sentence)
    if (crosses(block)) yield
  }
  const proposals: Proposal[] = roster.proposals()
  for (const [index, block] of blocks.entries()) {
    proposals.push(...saidAndAsked(text, block, read[index] ?? [], roster))
    if (crosses(block)) yield
  }
  return proposals.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

const crosses = (block: Block): boolean => Math.floor(block.start / breath) !== Math.floor(block.end / breath)

/** Proposes all at once. */
export function propose(readable: ReadableText): Proposal[] {
  const steps = proposeStepwise(readable)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** A statement that asks for something is one recommendation with a proponent, not a claim and a recommendation. */
function saidAndAsked(text: string, block: Block, sentences: readonly Sentence[], roster: Roster): Proposal[] {
  const claims = attributedStatements({ text, block, sentences, roster })
  const asked: RecommendationProposal[] = claims.filter(isWish).map(asRecommendation)
  let addressed: string | null = null
  for (const sentence of sentences) {
    const found = recommendationIn(text, sentence, roster, addressed)
    addressed = found?.addressee ?? null
    if (found && !asked.some((other) => overlap(found, other))) asked.push(withProponent(text, found, claims))
  }
  const kept = claims.filter((claim) => !isWish(claim)).filter((claim) => !asked.some((found) => overlap(found, claim) && found.proponent !== null))
  return [...kept, ...asked]
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** "His proposal that …" asks for something, although a noun of saying holds it. */
const isWish = (claim: ClaimProposal): boolean => claim.cue === 'proposal'

function asRecommendation({ start, end, statement, speaker, cue }: ClaimProposal): RecommendationProposal {
  const instrument = instrumentOf(statement)
  return { kind: 'recommendation', start, end, statement, addressee: null, proponent: speaker, cue, instrument, rule: `recommendation held by the noun “${cue}”` }
}

/** Where the cue lies within somebody's statement, the statement is what is recommended, by whoever makes it. */
function withProponent(text: string, found: RecommendationProposal, claims: readonly ClaimProposal[]): RecommendationProposal {
  const claim = claims.find(
    (each) => found.start < each.end && each.start < found.end && (found.cue === 'imperative' || text.slice(each.start, each.end).includes(found.cue)),
  )
  if (!claim?.speaker) return found
  const start = Math.max(found.start, claim.start)
  const end = Math.min(found.end, claim.end)
  return { ...found, start, end, statement: asStatement(text.slice(start, end)), proponent: claim.speaker }
}
