// Builders for tests of the rules: plain sentences in, what is proposed out, in words.
import { propose } from '../../../src/core/suggestions/propose.ts'
import type { Block } from '../../../src/shared/sources.ts'
import type { Proposal, ProposalKind } from '../../../src/shared/suggestions.ts'

/** The proposals of a kind in some paragraphs. */
export function proposalsOf<K extends ProposalKind>(kind: K, ...paragraphs: string[]): (Extract<Proposal, { kind: K }> & { quote: string })[] {
  const text = paragraphs.join('\n')
  const blocks: Block[] = []
  let start = 0
  for (const paragraph of paragraphs) {
    blocks.push({ kind: 'paragraph', start, end: start + paragraph.length })
    start += paragraph.length + 1
  }
  return propose({ text, blocks, language: 'en' })
    .filter((proposal): proposal is Extract<Proposal, { kind: K }> => proposal.kind === kind)
    .map((proposal) => ({ ...proposal, quote: text.slice(proposal.start, proposal.end) }))
}
