// Checks of a memo as it is being written: the rules read what they need, in the reading worker.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { citationsOf, parseDocument } from '../../shared/memo-document.ts'
import { quoteOf } from '../../shared/selectors.ts'
import type { Name } from '../../shared/sources.ts'
import type { CoreContext } from '../context.ts'
import { groupBy } from '../group-by.ts'
import type { Likeness } from '../likeness/likeness.ts'
import { checkedSentences, type CheckedMemo, type PassageFacts } from './checked-memo.ts'
import { checksStore, type ChecksStore } from './checks-store.ts'
import { runChecks } from './run-checks.ts'

/** What is known of passages, by passage; those that are gone are absent. */
function factsOf(store: ChecksStore, passages: readonly Id[]): Map<Id, PassageFacts> {
  const wanted = JSON.stringify(passages)
  const quotes = groupBy(store.quotes(wanted), ({ passage }) => passage)
  const claims = groupBy(store.claims(wanted), ({ passage }) => passage)
  return new Map(
    store.facts(wanted).map(({ authors, container, trashed, ...row }) => [
      row.passage,
      {
        ...row,
        inTrash: trashed === 1,
        quote: quoteOf(quotes.get(row.passage) ?? []),
        hasAuthor: (JSON.parse(authors) as Name[]).length > 0,
        hasContainer: container !== null && container !== '',
        claims: (claims.get(row.passage) ?? []).map(({ statement, status }) => ({ statement, status })),
      },
    ]),
  )
}

/** The feature's calls. */
export function createChecks(context: CoreContext, likeness: Likeness): Api['checks'] {
  const store = checksStore(context.db)
  const requireMemo = (memo: Id): void => {
    if (!store.hasMemo(memo)) throw new GroundworkError('memo.gone', 'This memo no longer exists. Undo brings back one that was deleted.')
  }
  return {
    run: ({ memo, language, document: text }) => {
      const parsed = parseDocument(text ?? store.document(memo) ?? '')
      if ('problem' in parsed) return []
      const { document } = parsed
      const cited = [...new Set(citationsOf(document).flatMap(({ cites }) => cites.map(({ passage }) => passage)))]
      const texts = new Map<Id, string>()
      const checked: CheckedMemo = {
        sentences: checkedSentences(document, language),
        facts: factsOf(store, cited),
        groups: cited.length > 0 ? likeness.groupOf() : new Map(),
        sourceText(source) {
          const known = texts.get(source) ?? store.text(source)
          texts.set(source, known)
          return known
        },
      }
      return runChecks(checked, language, store.decisions(memo))
    },
    setAside: ({ memo, finding, reason }) => {
      requireMemo(memo)
      context.command('Set finding aside', () => store.decide({ memo, finding, reason }, context.now()))
      return null
    },
    takeUp: ({ memo, finding }) => {
      requireMemo(memo)
      context.command('Take finding up again', () => store.forget(memo, finding))
      return null
    },
  }
}
