// What a tag's form says, as the core keeps it: in one command with the tag.
import type { ActorFields, ClaimFields, ItemChanges, RecommendationFields, TagResult } from '../../shared/items.ts'
import { api } from '../api.ts'
import type { ActorChoice } from './actor-options.ts'
import { sameActor } from './actor-names.ts'
import type { Evidence } from './evidence-offer.tsx'

/** What `items.complete` takes beside the tag. */
export type Completion = Omit<Parameters<typeof api.items.complete>[0], 'tag'>

/** The part of a statement that changed against the passage's own words; nothing when it did not or was emptied. */
const statementChange = (statement: string, quote: string): ItemChanges =>
  statement.trim() === '' || statement.trim() === quote ? {} : { statement: statement.trim() }

/** The fields that were given. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<T>

const isEmpty = (value: object): boolean => Object.keys(value).length === 0

/** Stores a completion; one that says nothing leaves the tag as it is. */
export async function keepTag(result: TagResult, completion: Completion): Promise<TagResult> {
  const { changes, ...others } = completion
  const said = { ...others, ...(changes && !isEmpty(changes) ? { changes } : {}) }
  return isEmpty(said) ? result : api.items.complete({ tag: result.tag, ...said })
}

export interface ClaimEntry extends Pick<ClaimFields, 'stance' | 'likelihood' | 'confidence' | 'credibility'> {
  statement: string
  speaker: ActorChoice | null
  evidence: Evidence | null
}

/** A claim's form: the fields of the new claim, or the claim that the passage is evidence for. */
export function claimCompletion(quote: string, { statement, speaker, evidence, ...fields }: ClaimEntry): Completion {
  if (evidence) return { to: { item: evidence.item }, role: evidence.role }
  const claim = given(fields)
  return {
    changes: { ...statementChange(statement, quote), ...(isEmpty(claim) ? {} : { claim }) },
    ...(speaker ? { speaker } : {}),
  }
}

export interface RecommendationEntry extends Pick<RecommendationFields, 'instrument'> {
  statement: string
  addressee: ActorChoice | null
  proponent: ActorChoice | null
  evidence: Evidence | null
}

/** A recommendation's form. */
export function recommendationCompletion(quote: string, entry: RecommendationEntry): Completion {
  const { statement, addressee, proponent, evidence, ...fields } = entry
  if (evidence) return { to: { item: evidence.item }, role: evidence.role }
  const recommendation = given(fields)
  return {
    changes: { ...statementChange(statement, quote), ...(isEmpty(recommendation) ? {} : { recommendation }) },
    ...(addressee ? { addressee } : {}),
    ...(proponent ? { proponent } : {}),
  }
}

export interface ActorEntry {
  actor: ActorChoice | null
  actorKind: ActorFields['actorKind']
}

/**
 * A mention's form: gives the passage to another actor, or names the new one. The passage's own words become an
 * alias of a new actor with another name, so that the next mention in these words finds it.
 */
export function mentionCompletion(result: TagResult, quote: string, { actor, actorKind }: ActorEntry): Completion {
  const kind = given({ actorKind })
  const fields = isEmpty(kind) ? {} : { actor: kind }
  if (actor && 'item' in actor && actor.item !== result.item) return { to: { item: actor.item }, changes: fields }
  if (!actor || 'item' in actor || sameActor(actor.name, quote)) {
    const spelling = actor && 'name' in actor && actor.name !== quote && result.itemCreated ? { statement: actor.name } : {}
    return { changes: { ...spelling, ...fields } }
  }
  const named: ItemChanges = { statement: actor.name, actor: { ...kind, ...(isName(quote) ? { aliases: [quote] } : {}) } }
  return { ...(result.itemCreated ? {} : { to: 'new' }), changes: named }
}

/** Words that can stand for an actor elsewhere: short, and with a capital; a pronoun would match everyone. */
const isName = (quote: string): boolean =>
  quote.length <= 80 && /\p{Lu}/u.test(quote) && !/^(?:he|she|it|they|we|i|you|his|her|their)$/iu.test(quote)
