// What a careful reader would tag, and how far the proposals agree with it: per kind, found and wanted.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument } from '../../../src/core/import/read-document.ts'
import { foldedName } from '../../../src/core/suggestions/actor-names.ts'
import { propose } from '../../../src/core/suggestions/propose.ts'
import type { Proposal, ProposalKind } from '../../../src/shared/suggestions.ts'

type Place = { quote: string } | { start: number; end: number }

interface GoldFile {
  style: string
  /** Not looked at while the rules were made. */
  heldOut: boolean
  /** Absent for the bundled article, which is read from where it lies. */
  text?: string
  actors: string[]
  claims: (Place & { speaker: string | null })[]
  recommendations: (Place & { addressee: string | null })[]
}

/** How many proposals there were of a kind, how many were wanted, and on how many both agree. */
export interface Score {
  proposed: number
  wanted: number
  agreed: number
}

export interface Scored {
  name: string
  heldOut: boolean
  scores: Record<ProposalKind, Score>
  /** Proposals that no reader wanted, and what was not found; for whoever looks into a score. */
  rejected: string[]
  missed: string[]
}

const resources = join(import.meta.dirname, '../../../resources')
const folder = join(import.meta.dirname, '../../fixtures/suggestions')

/** The articles with gold, by name. */
export const goldNames = (): string[] => readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', '')).toSorted()

function textOf(gold: GoldFile) {
  const bytes = gold.text === undefined ? readFileSync(join(resources, 'why-the-us-russia-ukraine-talks-failed.txt')) : Buffer.from(gold.text)
  return readDocument({ fileName: 'article.txt', bytes })
}

/** Reads an article and compares. An actor agrees by name or alias, a statement when more than half of both is the same. */
export function score(name: string): Scored {
  const gold = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as GoldFile
  const { text, blocks } = textOf(gold)
  const proposals = propose({ text, blocks, language: null })
  const spanOf = (place: Place) => ('start' in place ? place : { start: text.indexOf(place.quote), end: text.indexOf(place.quote) + place.quote.length })
  const rejected: string[] = []
  const missed: string[] = []
  const compare = <G>(kind: ProposalKind, wanted: readonly G[], agree: (proposal: Proposal, gold: G) => boolean, show: (gold: G) => string): Score => {
    const proposed = proposals.filter((proposal) => proposal.kind === kind)
    const left = [...wanted]
    for (const proposal of proposed) {
      const at = left.findIndex((each) => agree(proposal, each))
      if (at < 0) rejected.push(`${kind}: ${text.slice(proposal.start, proposal.end)}`)
      else left.splice(at, 1)
    }
    missed.push(...left.map((each) => `${kind}: ${show(each)}`))
    return { proposed: proposed.length, wanted: wanted.length, agreed: wanted.length - left.length }
  }
  const bySpan = (proposal: Proposal, place: Place) => overlap(proposal, spanOf(place)) > 0.5
  const shown = (place: Place) => text.slice(spanOf(place).start, spanOf(place).end)
  const scores = {
    actor: compare('actor', gold.actors, (proposal, actor) => proposal.kind === 'actor' && [proposal.name, ...proposal.aliases].some((known) => foldedName(known) === foldedName(actor)), (actor) => actor),
    claim: compare('claim', gold.claims, (proposal, claim) => bySpan(proposal, claim) && proposal.kind === 'claim' && proposal.speaker === claim.speaker, shown),
    recommendation: compare('recommendation', gold.recommendations, bySpan, shown),
  }
  return { name, heldOut: gold.heldOut, scores, rejected, missed }
}

interface Stretch {
  start: number
  end: number
}

const overlap = (a: Stretch, b: Stretch): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start))

/** The sum of some scores. */
export function sumOf(scores: readonly Score[]): Score {
  return scores.reduce((a, b) => ({ proposed: a.proposed + b.proposed, wanted: a.wanted + b.wanted, agreed: a.agreed + b.agreed }), { proposed: 0, wanted: 0, agreed: 0 })
}

/** The share of proposals that were wanted, and of what was wanted that was proposed; 1 where there is nothing to find. */
export const precision = ({ proposed, agreed }: Score): number => (proposed === 0 ? 1 : agreed / proposed)
export const recall = ({ wanted, agreed }: Score): number => (wanted === 0 ? 1 : agreed / wanted)
