// Actors as the work with them needs it: all mentions of one, who belongs to whom, two that are one, and the dossier.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import type { ActorFields, ClaimFields, RecommendationFields } from './items.ts'
import { spanSchema, type Span } from './passages.ts'
import type { Reliability } from './sources.ts'

/** How many mentions are proposed at once; what is accepted makes room for the rest. */
export const listedMentions = 20_000

/** An occurrence of an actor's name that is not tagged with the actor. `before` and `after` are of its sentence. */
export interface ProposedMention extends Span {
  /** Which of `sources` it stands in. */
  source: number
  before: string
  quote: string
  after: string
  /** Why it may not be a mention after all, as a reader understands it; null when nothing speaks against it. */
  doubt: string | null
}

export interface ProposedMentions {
  actor: Id
  sources: { source: Id; version: number; title: string }[]
  /** Those beyond the list's length are counted too. */
  total: number
  mentions: ProposedMention[]
}

/** An actor by its name. */
export interface NamedItem {
  item: Id
  name: string
}

/** Whom an actor is tied to. `alike` are actors that are perhaps the same, by their names. */
export interface ActorTies {
  memberOf: NamedItem[]
  members: NamedItem[]
  alike: NamedItem[]
}

/** A mention that can be moved out of an actor, in its surroundings. */
export interface HeldMention {
  tag: Id
  before: string
  quote: string
  after: string
  sourceTitle: string
}

/** A claim or a recommendation that names the actor. */
export interface HeldStatement extends NamedItem {
  relation: 'says' | 'is asked to' | 'proposes'
}

/** All that an actor holds and a split may move. */
export interface ActorParts {
  name: string
  aliases: string[]
  mentions: HeldMention[]
  statements: HeldStatement[]
}

/** How many lines of one kind a dossier shows; all are counted. */
export const dossierLines = 500

/** One claim or recommendation of a dossier, with the passage that shows it; null for one without a passage. */
export interface DossierLine {
  item: Id
  statement: string
  /** Who says it; null when it is not known or is the actor itself. */
  speaker: string | null
  stance: ClaimFields['stance']
  status: ClaimFields['status'] | RecommendationFields['status']
  /** Of the information, 1 to 6. */
  credibility: number | null
  instrument: RecommendationFields['instrument']
  passage: Id | null
  source: Id | null
  sourceTitle: string | null
  issued: string | null
  /** Of the source, A to F. */
  reliability: Reliability | null
}

export interface DossierSection {
  total: number
  lines: DossierLine[]
}

/** A source that names the actor. `passage` is its first mention. */
export interface DossierSource {
  source: Id
  title: string
  issued: string | null
  reliability: Reliability | null
  mentions: number
  passage: Id
}

/** Everything that the workspace knows of an actor. Sources stand by their date, those without one last. */
export interface Dossier extends Omit<ActorTies, 'alike'> {
  actor: Id
  name: string
  comment: string
  fields: ActorFields
  says: DossierSection
  saidOf: DossierSection
  asked: DossierSection
  proposes: DossierSection
  sources: DossierSource[]
  /** Actors mentioned in the same paragraphs, in how many of them; the most frequent first. */
  beside: (NamedItem & { paragraphs: number })[]
}

/** An actor that is there, or the name of a new one. */
const actorOrNameSchema = z.union([z.object({ item: idSchema }).strict(), z.object({ name: z.string().trim().min(1).max(500) }).strict()])

export const actorsArguments = {
  /** `source` null: every source. `folding`: accents do not count. */
  findMentions: z.object({ actor: idSchema, source: idSchema.nullable(), folding: z.boolean(), job: idSchema }),
  tagMentions: z.object({
    actor: idSchema,
    mentions: z.array(z.object({ source: idSchema, version: z.number().int().min(1), spans: z.array(spanSchema).min(1).max(20_000) })).min(1).max(20_000),
  }),
  ties: z.object({ actor: idSchema }),
  /** `clearAffiliation`: the affiliation in words has become this tie. */
  join: z.object({ actor: idSchema, group: actorOrNameSchema, clearAffiliation: z.boolean().optional() }),
  leave: z.object({ actor: idSchema, group: idSchema }),
  parts: z.object({ actor: idSchema }),
  split: z.object({
    actor: idSchema,
    into: actorOrNameSchema,
    aliases: z.array(z.string().max(500)).max(200),
    tags: z.array(idSchema).max(20_000),
    statements: z.array(idSchema).max(20_000),
  }),
  dossier: z.object({ actor: idSchema }),
  merge: z.object({ into: idSchema, actors: z.array(idSchema).min(1).max(500) }),
}
