// Suggestions: what rules find in a source text, proposed to the analyst and never tagged without one.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { actorKinds, instruments, namedActorSchema, stances } from './items.ts'
import { spanSchema, type Span } from './passages.ts'

export const proposalKinds = ['actor', 'claim', 'recommendation'] as const
export const proposalKindSchema = z.enum(proposalKinds)
export type ProposalKind = z.infer<typeof proposalKindSchema>

interface ProposedSpan extends Span {
  /** The rule that made it, as a reader understands it: "recommendation with “needs to”". */
  rule: string
}

/** A person, body or state by its fullest mention. `aliases` are the shorter forms that the text uses of it. */
export interface ActorProposal extends ProposedSpan {
  kind: 'actor'
  name: string
  actorKind: (typeof actorKinds)[number] | null
  aliases: string[]
  role: string | null
}

/** Somebody's statement: the span holds what is said. `cue` is the word that attributes it; null speaker: not named. */
export interface ClaimProposal extends ProposedSpan {
  kind: 'claim'
  statement: string
  speaker: string | null
  cue: string
  stance: (typeof stances)[number] | null
}

/** What somebody is told to do. `proponent` is who says so when it is not the text itself. */
export interface RecommendationProposal extends ProposedSpan {
  kind: 'recommendation'
  statement: string
  addressee: string | null
  proponent: string | null
  cue: string
  instrument: (typeof instruments)[number] | null
}

export type Proposal = ActorProposal | ClaimProposal | RecommendationProposal

/** A proposal with its own words. `id` is the same each time that the text is read. */
export type Suggestion = Proposal & { id: string; quote: string }

/** What is proposed for a source's current text, in reading order; `total` counts those beyond the list's length too. */
export interface Suggestions {
  source: Id
  version: number
  total: number
  suggestions: Suggestion[]
}

/** How many suggestions are listed at once; those that are decided make room for the next. */
export const listedSuggestions = 500

const decided = {
  source: idSchema,
  version: z.number().int().min(1),
  span: spanSchema,
  kind: proposalKindSchema,
  rule: z.string().max(300),
}

export const suggestionsArguments = {
  list: z.object({ source: idSchema }),
  /** `actor` is who is mentioned, who speaks, or who is addressed, as fits the kind. */
  accept: z.object({
    ...decided,
    statement: z.string().min(1).max(20_000).optional(),
    actor: namedActorSchema.nullable().optional(),
    proponent: namedActorSchema.nullable().optional(),
    actorKind: z.enum(actorKinds).nullable().optional(),
    aliases: z.array(z.string().min(1).max(500)).max(50).optional(),
    role: z.string().max(1000).nullable().optional(),
    stance: z.enum(stances).nullable().optional(),
    instrument: z.enum(instruments).nullable().optional(),
  }),
  reject: z.object(decided),
}
