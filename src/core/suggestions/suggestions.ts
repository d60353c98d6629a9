// Suggestions: read from a source's text when asked, decided by the analyst alone.
import type { z } from 'zod'
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemChanges, NamedActor } from '../../shared/items.ts'
import { segmentAt, snapToGraphemes } from '../../shared/selectors.ts'
import type { Block } from '../../shared/sources.ts'
import { listedSuggestions, type Proposal, type suggestionsArguments } from '../../shared/suggestions.ts'
import type { CoreContext } from '../context.ts'
import { actorNamed } from './actor-names.ts'
import { suggestionsStore } from './suggestions-store.ts'
import { undecided } from './undecided.ts'

type Accepted = z.infer<typeof suggestionsArguments.accept>
type Rejected = z.infer<typeof suggestionsArguments.reject>

/** How many texts' proposals are kept in memory; they are made anew when asked for again. */
const keptTexts = 12

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

function sourceGone(): never {
  throw new GroundworkError('source.gone', 'This source is no longer in the workspace.')
}

/** The feature's calls. Reading runs step by step, so that the worker answers others in between. */
export function createSuggestions(context: CoreContext, items: Api['items']): Api['suggestions'] {
  const store = suggestionsStore(context.db)
  const made = new Map<string, Promise<Proposal[]>>()

  async function read(source: Id, version: number, language: string | null): Promise<Proposal[]> {
    const stored = store.text(source, version) ?? sourceGone()
    // The word list of names takes a tenth of a second to load; opening a workspace must not wait for it.
    const { proposeStepwise } = await import('./propose.ts')
    const steps = proposeStepwise({ text: stored.text, blocks: JSON.parse(stored.blocks) as Block[], language })
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await breathe()
    }
  }

  /** A text version never changes, so that its proposals are made once. */
  function proposalsOf(source: Id, version: number, language: string | null): Promise<Proposal[]> {
    const key = JSON.stringify([source, version, language])
    const known = made.get(key)
    if (known) return known
    const reading = read(source, version, language)
    reading.catch(() => made.delete(key))
    made.set(key, reading)
    for (const oldest of made.keys()) if (made.size > keptTexts) made.delete(oldest)
    return reading
  }

  function decide({ source, version, span, kind, rule }: Rejected, decision: 'accepted' | 'rejected'): void {
    const stored = store.text(source, version) ?? sourceGone()
    if (span.end > stored.text.length) {
      throw new GroundworkError('passage.outside-text', 'The suggestion does not lie within the text of this source.')
    }
    const { quote, prefix, suffix } = segmentAt(stored.text, snapToGraphemes(stored.text, span))
    store.insert({ source, kind, decision, rule, quote, prefix, suffix, at: context.now() })
  }

  /** An actor of that name or alias, made when there is none; to be called inside a command. */
  function actorOf(named: NamedActor | null | undefined): Id | null {
    if (!named) return null
    if ('item' in named) return named.item
    return actorNamed(store.actors(), named.name)?.item ?? items.create({ kind: 'actor', statement: named.name }).id
  }

  function tagAccepted(accepted: Accepted) {
    const { source, version, span, kind } = accepted
    const place = { source, version, spans: [span] }
    if (kind !== 'actor') return items.tag({ ...place, kind, changes: changesOf(accepted, actorOf) })
    const named = accepted.actor
    const known = named && ('item' in named ? named.item : actorNamed(store.actors(), named.name)?.item)
    if (known) return items.tag({ ...place, item: known })
    const name = named && 'name' in named ? named.name : accepted.statement
    const { aliases, role, actorKind } = accepted
    return items.tag({ ...place, kind, changes: { ...(name ? { statement: name } : {}), actor: { aliases: aliases ?? [], role: role ?? null, actorKind: actorKind ?? null } } })
  }

  return {
    list: async ({ source }) => {
      const before = store.current(source) ?? sourceGone()
      const proposals = await proposalsOf(source, before.version, before.language)
      const stored = store.text(source, before.version) ?? sourceGone()
      const left = undecided(stored.text, proposals, store.decisions(source), store.tagged(source))
      return { source, version: before.version, total: left.length, suggestions: left.slice(0, listedSuggestions) }
    },
    accept: (accepted) =>
      context.command(`Accept suggested ${accepted.kind}`, () => {
        decide(accepted, 'accepted')
        return tagAccepted(accepted)
      }),
    reject: (rejected) => {
      context.command(`Reject suggested ${rejected.kind}`, () => decide(rejected, 'rejected'))
      return null
    },
  }
}

/** The fields of a claim or a recommendation as accepted. */
function changesOf({ kind, statement, actor, proponent, stance, instrument }: Accepted, actorOf: (named: NamedActor | null | undefined) => Id | null): ItemChanges {
  const words = statement ? { statement } : {}
  if (kind === 'claim') return { ...words, claim: { speaker: actorOf(actor), stance: stance ?? null } }
  return { ...words, recommendation: { addressee: actorOf(actor), proponent: actorOf(proponent), instrument: instrument ?? null } }
}
