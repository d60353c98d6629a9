// Which proposals are left to decide: not those accepted or rejected, nor what the analyst tagged without being asked.
import type { Proposal, Suggestion } from '../../shared/suggestions.ts'
import { segmentAt } from '../../shared/selectors.ts'
import { foldedName } from './actor-names.ts'
import type { DecisionRow, TaggedRow } from './suggestions-store.ts'

/** A mark for a quotation of a kind beside one of its surroundings; corrections elsewhere in a text leave one of them as it was. */
const besideKey = (kind: string, quote: string, side: 'before' | 'after', context: string): string =>
  JSON.stringify([kind, quote, side, context])

/** The proposals that are left, with their words and an id made of what they propose and where. */
export function undecided(
  text: string,
  proposals: readonly Proposal[],
  decisions: readonly DecisionRow[],
  tagged: readonly TaggedRow[],
): Suggestion[] {
  const decided = new Set(
    decisions.flatMap(({ kind, quote, prefix, suffix }) => [besideKey(kind, quote, 'before', prefix), besideKey(kind, quote, 'after', suffix)]),
  )
  const known = new Set(tagged.filter(({ kind }) => kind === 'actor').flatMap(({ names }) => (JSON.parse(names) as string[]).map(foldedName)))
  const covered = { claim: spansOf(tagged, 'claim'), recommendation: spansOf(tagged, 'recommendation'), actor: spansOf(tagged, 'actor') }
  return proposals.flatMap((proposal) => {
    const { quote, prefix, suffix } = segmentAt(text, proposal)
    if (decided.has(besideKey(proposal.kind, quote, 'before', prefix)) || decided.has(besideKey(proposal.kind, quote, 'after', suffix))) return []
    if (proposal.kind === 'actor' && [proposal.name, ...proposal.aliases].some((name) => known.has(foldedName(name)))) return []
    if (covered[proposal.kind].some((span) => span.start < proposal.end && proposal.start < span.end)) return []
    return [{ ...proposal, quote, id: `${proposal.kind} ${proposal.start} ${proposal.end}` }]
  })
}

const spansOf = (tagged: readonly TaggedRow[], kind: string) => tagged.filter((row) => row.kind === kind)
