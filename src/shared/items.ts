// Items: claims, actors, recommendations and notes, and the tags that tie passages to them.
import { z } from 'zod'
import { idSchema, type Id, type Instant } from './identifiers.ts'
import { spansSchema, type PassageDetail } from './passages.ts'

export const itemKinds = ['claim', 'actor', 'recommendation', 'note'] as const
export const itemKindSchema = z.enum(itemKinds)
export type ItemKind = z.infer<typeof itemKindSchema>

/** How a passage bears on an item. */
export const roles = ['states', 'supports', 'contradicts', 'mentions'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** How a passage bears on an item of each kind unless told. */
export const defaultRoles: Record<ItemKind, Role> = {
  claim: 'states',
  actor: 'mentions',
  recommendation: 'states',
  note: 'mentions',
}

export const stances = ['supports', 'opposes', 'neutral', 'mixed'] as const
export const claimStatuses = ['open', 'corroborated', 'contested', 'refuted'] as const
export const confidences = ['low', 'moderate', 'high'] as const

/** ICD 203 likelihood terms in both rows, from the least to the most likely. */
export const likelihoods = [
  'almost no chance',
  'remote',
  'very unlikely',
  'highly improbable',
  'unlikely',
  'improbable',
  'roughly even chance',
  'roughly even odds',
  'likely',
  'probable',
  'very likely',
  'highly probable',
  'almost certain',
  'nearly certain',
] as const

export const actorKinds = ['person', 'organisation', 'state', 'group', 'place'] as const
export const instruments = [
  'sanctions',
  'finance',
  'military aid',
  'diplomacy',
  'law',
  'trade',
  'intelligence',
  'communication',
  'other',
] as const
export const recommendationStatuses = ['open', 'adopted', 'rejected', 'superseded'] as const

/** Fields of a claim. `credibility` is Admiralty 1 (confirmed) to 6 (cannot be judged), of the information, not of the source. */
export const claimFieldsSchema = z.object({
  speaker: idSchema.nullable(),
  stance: z.enum(stances).nullable(),
  credibility: z.number().int().min(1).max(6).nullable(),
  likelihood: z.enum(likelihoods).nullable(),
  confidence: z.enum(confidences).nullable(),
  status: z.enum(claimStatuses),
})

/** Fields of an actor. The item's statement is the name it is listed under. */
export const actorFieldsSchema = z.object({
  actorKind: z.enum(actorKinds).nullable(),
  aliases: z.array(z.string().min(1).max(500)).max(200),
  role: z.string().max(1000).nullable(),
  affiliation: z.string().max(1000).nullable(),
})

/** Fields of a recommendation. `restsOn` are the claims it stands on. */
export const recommendationFieldsSchema = z.object({
  addressee: idSchema.nullable(),
  proponent: idSchema.nullable(),
  instrument: z.enum(instruments).nullable(),
  status: z.enum(recommendationStatuses),
  restsOn: z.array(idSchema).max(500),
})

export type ClaimFields = z.infer<typeof claimFieldsSchema>
export type ActorFields = z.infer<typeof actorFieldsSchema>
export type RecommendationFields = z.infer<typeof recommendationFieldsSchema>

/** Any field of any item; the core refuses one that the item's kind does not have. */
export const itemChangesSchema = z.object({
  statement: z.string().min(1).max(20_000).optional(),
  comment: z.string().max(100_000).optional(),
  code: idSchema.nullable().optional(),
  claim: claimFieldsSchema.partial().optional(),
  actor: actorFieldsSchema.partial().optional(),
  recommendation: recommendationFieldsSchema.partial().optional(),
})
export type ItemChanges = z.infer<typeof itemChangesSchema>

/** One line of a list of items. `detail` is the speaker, role or addressee, as fits the kind. */
export interface ItemSummary {
  id: Id
  kind: ItemKind
  statement: string
  detail: string | null
  status: string | null
  code: Id | null
  passages: number
  sources: number
}

/** The tag between an item and one of its passages. */
export interface ItemPassage {
  tag: Id
  role: Role
  comment: string
  passage: PassageDetail
}

/** Another item that this one names or that names this one, for example a speaker. */
export interface ItemReference {
  item: Id
  kind: ItemKind
  statement: string
  relation: 'speaker of' | 'addressee of' | 'proponent of' | 'rests on' | 'basis of'
}

/** An item whole. Exactly one of `claim`, `actor`, `recommendation` is present, none for a note. */
export interface Item {
  id: Id
  kind: ItemKind
  statement: string
  comment: string
  code: Id | null
  claim: ClaimFields | null
  actor: ActorFields | null
  recommendation: RecommendationFields | null
  /** Names of the items that the fields above refer to, by id. */
  names: Record<Id, string>
  passages: ItemPassage[]
  references: ItemReference[]
  createdAt: Instant
}

/** An actor offered while typing; `matched` is the name or alias that fits what was typed. */
export interface ActorSuggestion {
  item: Id
  name: string
  matched: string
  role: string | null
}

/** What a tagging gesture made. `itemCreated` is false when evidence was added to an item that was there. */
export interface TagResult {
  tag: Id
  passage: Id
  item: Id
  itemCreated: boolean
}

/** A claim or recommendation that resembles a statement. `detail` is its speaker or addressee. */
export interface SimilarItem {
  item: Id
  statement: string
  detail: string | null
  passages: number
}

/** What moving tags did: how many moved, and how many of them met a tag of the same passage there and became one with it. */
export interface TagsMoved {
  moved: number
  merged: number
}

/** An actor that is there, or the name of one: an actor with that name or alias is taken before one is made. */
export const namedActorSchema = z.union([z.object({ item: idSchema }), z.object({ name: z.string().min(1).max(500) })])
export type NamedActor = z.infer<typeof namedActorSchema>

/** Many tags at once, as many as a list holds. */
const tagsSchema = z.array(idSchema).min(1).max(20_000)

export const itemsArguments = {
  list: z.object({ kind: itemKindSchema.optional(), source: idSchema.optional() }),
  get: z.object({ item: idSchema }),
  suggestActors: z.object({ text: z.string().max(500), limit: z.number().int().min(1).max(50).optional() }),
  /** Either a fresh selection (`source`, `version`, `spans`) or a passage; either a kind for a new item or an item. */
  tag: z.object({
    source: idSchema.optional(),
    version: z.number().int().min(1).optional(),
    spans: spansSchema.optional(),
    passage: idSchema.optional(),
    kind: itemKindSchema.optional(),
    item: idSchema.optional(),
    role: roleSchema.optional(),
    changes: itemChangesSchema.optional(),
  }),
  suggestClaims: z.object({
    text: z.string().max(20_000),
    kind: z.enum(['claim', 'recommendation']).optional(),
    except: idSchema.nullable().optional(),
    limit: z.number().int().min(1).max(20).optional(),
  }),
  /**
   * What the form of a tag says. `to` gives the passage to another item, or to a new one with the passage's words; the
   * changes are of the item that the passage then belongs to, and actors named become its speaker and so on.
   */
  complete: z.object({
    tag: idSchema,
    to: z.union([z.object({ item: idSchema }), z.literal('new')]).optional(),
    role: roleSchema.optional(),
    changes: itemChangesSchema.optional(),
    speaker: namedActorSchema.optional(),
    addressee: namedActorSchema.optional(),
    proponent: namedActorSchema.optional(),
  }),
  untag: z.object({ tag: idSchema }),
  setTag: z.object({ tag: idSchema, role: roleSchema.optional(), comment: z.string().max(100_000).optional() }),
  moveTags: z.object({ tags: tagsSchema, to: z.union([z.object({ item: idSchema }).strict(), z.object({ code: idSchema }).strict(), z.object({ kind: z.enum(['claim', 'actor', 'recommendation']) }).strict()]), job: idSchema.optional() }),
  setRoles: z.object({ tags: tagsSchema, role: roleSchema, job: idSchema.optional() }),
  untagMany: z.object({ tags: tagsSchema, job: idSchema.optional() }),
  create: z.object({ kind: itemKindSchema, statement: z.string().min(1).max(20_000), changes: itemChangesSchema.optional() }),
  update: z.object({ item: idSchema, changes: itemChangesSchema }),
  remove: z.object({ item: idSchema }),
  removeMany: z.object({ items: z.array(idSchema).min(1).max(20_000), job: idSchema.optional() }),
  merge: z.object({ into: idSchema, items: z.array(idSchema).min(1).max(500) }),
}
