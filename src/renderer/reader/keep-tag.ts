// What a tag's form says, stored: statement, speaker, addressee, and which actor a mention is of.
import type { ActorFields, ClaimFields, ItemChanges, RecommendationFields, TagResult } from '../../shared/items.ts'
import { api } from '../api.ts'
import { actorIdOf } from './actor-field.tsx'
import type { ActorChoice } from './actor-options.ts'
import { sameActor } from './actor-names.ts'

/** The part of a statement that changed against the passage's own words; nothing when it did not or was emptied. */
const statementChange = (statement: string, quote: string): ItemChanges =>
  statement.trim() === '' || statement.trim() === quote ? {} : { statement: statement.trim() }

export interface ClaimEntry {
  statement: string
  speaker: ActorChoice | null
  stance: ClaimFields['stance']
}

/** Keeps a claim's form; a new speaker becomes an actor first. */
export async function keepClaim(result: TagResult, quote: string, entry: ClaimEntry): Promise<TagResult> {
  const speaker = await actorIdOf(entry.speaker)
  const claim: Partial<ClaimFields> = { ...(speaker ? { speaker } : {}), ...(entry.stance ? { stance: entry.stance } : {}) }
  return update(result, { ...statementChange(entry.statement, quote), ...(isEmpty(claim) ? {} : { claim }) })
}

export interface RecommendationEntry {
  statement: string
  addressee: ActorChoice | null
  instrument: RecommendationFields['instrument']
}

/** Keeps a recommendation's form; a new addressee becomes an actor first. */
export async function keepRecommendation(result: TagResult, quote: string, entry: RecommendationEntry): Promise<TagResult> {
  const addressee = await actorIdOf(entry.addressee)
  const recommendation: Partial<RecommendationFields> = {
    ...(addressee ? { addressee } : {}),
    ...(entry.instrument ? { instrument: entry.instrument } : {}),
  }
  return update(result, { ...statementChange(entry.statement, quote), ...(isEmpty(recommendation) ? {} : { recommendation }) })
}

export interface ActorEntry {
  actor: ActorChoice | null
  actorKind: ActorFields['actorKind']
}

/**
 * Keeps a mention's form: gives the passage to another actor, or names the new one. The passage's own words become an
 * alias of a new actor with another name, so that the next mention in these words finds it.
 */
export async function keepMention(result: TagResult, quote: string, { actor, actorKind }: ActorEntry): Promise<TagResult> {
  const kind: Partial<ActorFields> = actorKind ? { actorKind } : {}
  if (actor && 'item' in actor && actor.item !== result.item) return reassign(result, { item: actor.item }, kind)
  if (!actor || 'item' in actor || sameActor(actor.name, quote)) {
    const spelling = actor && 'name' in actor && actor.name !== quote && result.itemCreated ? { statement: actor.name } : {}
    return update(result, { ...spelling, ...(isEmpty(kind) ? {} : { actor: kind }) })
  }
  const named: ItemChanges = { statement: actor.name, actor: { ...kind, ...(isName(quote) ? { aliases: [quote] } : {}) } }
  if (result.itemCreated) return update(result, named)
  return reassign(result, { kind: 'actor', changes: named }, {})
}

/** Words that can stand for an actor elsewhere: short, and with a capital; a pronoun would match everyone. */
const isName = (quote: string): boolean =>
  quote.length <= 80 && /\p{Lu}/u.test(quote) && !/^(?:he|she|it|they|we|i|you|his|her|their)$/iu.test(quote)

async function reassign(
  result: TagResult,
  to: { item: string } | { kind: 'actor'; changes: ItemChanges },
  kind: Partial<ActorFields>,
): Promise<TagResult> {
  const moved = await api.items.tag({ passage: result.passage, ...to })
  if (moved.tag !== result.tag) await api.items.untag({ tag: result.tag })
  return update(moved, isEmpty(kind) ? {} : { actor: kind })
}

async function update(result: TagResult, changes: ItemChanges): Promise<TagResult> {
  if (!isEmpty(changes)) await api.items.update({ item: result.item, changes })
  return result
}

const isEmpty = (changes: object): boolean => Object.keys(changes).length === 0
