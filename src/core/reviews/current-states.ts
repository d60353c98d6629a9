// The state of cited passages as they are now.
import type { Id } from '../../shared/identifiers.ts'
import { aCite } from '../../shared/memos.ts'
import { quoteOf } from '../../shared/selectors.ts'
import { groupBy } from '../group-by.ts'
import type { CitedClaim, CitedState } from './cited-state.ts'
import type { ReviewsStore } from './reviews-store.ts'

/** By passage; those that are gone are absent. */
export function currentStates(store: ReviewsStore, passages: Iterable<Id>): Map<Id, CitedState> {
  const wanted = JSON.stringify([...new Set(passages)])
  const quotes = groupBy(store.quotes(wanted), ({ passage }) => passage)
  const claimRows = store.claims(wanted)
  const claims = groupBy(claimRows, ({ passage }) => passage)
  const items = JSON.stringify([...new Set(claimRows.map(({ item }) => item))])
  const against = groupBy(store.against(items), ({ item }) => item)
  return new Map(
    store.standings(wanted).map(({ passage, state, ...row }): [Id, CitedState] => [
      passage,
      {
        ...row,
        standing: state,
        // Bounded as the memo's own copy is, so that both can be compared.
        quote: aCite(passage, row.version, quoteOf(quotes.get(passage) ?? [])).quote,
        claims: (claims.get(passage) ?? []).map(
          ({ passage: _passage, ...claim }): CitedClaim => ({
            ...claim,
            against: (against.get(claim.item) ?? []).map((one) => one.against).filter((id) => id !== passage),
          }),
        ),
      },
    ]),
  )
}
