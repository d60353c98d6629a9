// The living memo: what a sentence rests on is compared with what it rested on when it was written or last accepted.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { citationsOf, parseDocument } from '../../shared/memo-document.ts'
import { sentencesOfCitations } from '../../shared/memo-sentences.ts'
import { notedIn, numbersOf } from '../../shared/note-numbers.ts'
import type { CitedChange, Foreseen, Review, ReviewKey } from '../../shared/reviews.ts'
import type { CoreContext } from '../context.ts'
import type { Orders } from '../citations/orders.ts'
import { groupBy } from '../group-by.ts'
import { changesBetween, goneState, type CitedState } from './cited-state.ts'
import { currentStates } from './current-states.ts'
import { reviewsStore, type CitedRow } from './reviews-store.ts'

type Found = Pick<Review, 'quote' | 'sourceTitle' | 'changes' | 'kept'>

const keyOf = ({ citation, passage }: ReviewKey): string => `${citation} ${passage}`

const stateIn = (stored: string | null): CitedState | null => (stored === null ? null : (JSON.parse(stored) as CitedState))

/** A state as it would be after a change of its source. */
function foreseen(state: CitedState, change: Foreseen, today: string): CitedState {
  if (change.kind === 'remove') return goneState(state, false)
  if (change.kind === 'grade') return { ...state, reliability: change.reliability }
  return { ...state, retractedOn: state.retractedOn ?? today }
}

/**
 * The feature's calls. `noteCited` keeps, within a save, the state of what a memo cites and did not cite before;
 * `catchUp` does so for memos that were written before states were kept.
 */
export function createReviews(context: CoreContext, { kindOf }: Pick<Orders, 'kindOf'>) {
  const store = reviewsStore(context.db)

  function statesOf(rows: readonly CitedRow[]): Map<string, CitedState> {
    const current = currentStates(store, rows.map(({ passage }) => passage))
    const gone = rows.filter(({ passage }) => !current.has(passage)).map(({ state }) => stateIn(state)?.source)
    const sources = gone.length > 0 ? store.existingSources(JSON.stringify(gone.filter(Boolean))) : new Set<Id>()
    return new Map(
      rows.map((row) => {
        const before = stateIn(row.state)
        return [keyOf(row), current.get(row.passage) ?? goneState(before, before?.source != null && sources.has(before.source))]
      }),
    )
  }

  /** A citation may come with a quotation from elsewhere: what the memo quotes is what was cited. */
  const asQuoted = (state: CitedState, { quote, version }: CitedRow): CitedState =>
    state.standing === 'placed' ? { ...state, quote, version } : state

  function noteCited(memo: Id): void {
    const missing = store.ofMemo(memo).filter(({ state }) => state === null)
    if (missing.length === 0) return
    const states = statesOf(missing)
    const at = context.now()
    for (const row of missing) {
      const state = states.get(keyOf(row))
      if (state) store.note(memo, row, JSON.stringify(asQuoted(state, row)), at)
    }
  }

  /** The places in a memo of what was found, in its order. A memo that this version cannot read whole has none. */
  function inMemo(memo: Id, found: ReadonlyMap<string, Found>): Review[] {
    const stored = found.size > 0 ? store.memo(memo) : undefined
    if (!stored) return []
    const parsed = parseDocument(stored.document)
    if ('problem' in parsed) return []
    const sentences = sentencesOfCitations(parsed.document, stored.language)
    const numbers = numbersOf(notedIn(parsed.document), kindOf(stored.style) === 'in-text')
    return citationsOf(parsed.document).flatMap(({ id: citation, cites }) =>
      [...new Set(cites.map(({ passage }) => passage))].flatMap((passage): Review[] => {
        const one = found.get(keyOf({ citation, passage }))
        const place = { memo, title: stored.title, citation, number: numbers.get(citation) ?? 0, passage, sentence: sentences.get(citation) ?? '' }
        return one ? [{ ...place, ...one }] : []
      }),
    )
  }

  function list(memo: Id): Review[] {
    const rows = store.ofMemo(memo).filter(({ state }) => state !== null)
    const states = statesOf(rows)
    const found = new Map<string, Found>()
    for (const row of rows) {
      const before = stateIn(row.state)
      const now = states.get(keyOf(row))
      const changes = before && now ? changesBetween(before, now, row.quote) : []
      if (changes.length === 0 || !now) continue
      const kept = stateIn(row.kept)
      const isKept = kept !== null && changesBetween(kept, now, kept.quote).length === 0
      found.set(keyOf(row), { quote: row.quote, sourceTitle: now.sourceTitle, changes, kept: isKept ? (row.reason ?? '') : null })
    }
    return inMemo(memo, found)
  }

  function foresee(source: Id, change: Foreseen): Review[] {
    if (!store.hasSource(source)) throw new GroundworkError('source.gone', 'This source no longer exists. Undo brings back one that was deleted.')
    const rows = store.ofSource(source)
    const states = statesOf(rows)
    const today = context.now().slice(0, 10)
    const changesOf = (row: CitedRow): CitedChange[] => {
      const now = states.get(keyOf(row))
      return now ? changesBetween(now, foreseen(now, change, today), row.quote) : []
    }
    return [...groupBy(rows, ({ memo }) => memo)].flatMap(([memo, cited]) => {
      const found = cited.flatMap((row): [string, Found][] => {
        const changes = changesOf(row)
        const sourceTitle = states.get(keyOf(row))?.sourceTitle ?? ''
        return changes.length > 0 ? [[keyOf(row), { quote: row.quote, sourceTitle, changes, kept: null }]] : []
      })
      return inMemo(memo, new Map(found))
    })
  }

  /** Does something for each of a memo's citations named, with its state as it is now. */
  function decide(label: string, memo: Id, wanted: readonly ReviewKey[], write: (row: CitedRow, now: CitedState) => void): null {
    if (!store.memo(memo)) throw new GroundworkError('memo.gone', 'This memo no longer exists. Undo brings back one that was deleted.')
    const keys = new Set(wanted.map(keyOf))
    const rows = store.ofMemo(memo).filter((row) => row.state !== null && keys.has(keyOf(row)))
    const states = statesOf(rows)
    context.command(label, () => {
      for (const row of rows) {
        const now = states.get(keyOf(row))
        if (now) write(row, now)
      }
    })
    return null
  }

  const api: Api['reviews'] = {
    list: ({ memo }) => list(memo),
    accept: ({ memo, reviews }) =>
      decide('Accept change', memo, reviews, (row, now) => store.note(memo, row, JSON.stringify(now), context.now())),
    keep: ({ memo, reviews, reason }) =>
      decide('Keep sentence as written', memo, reviews, (row, now) => store.keep(memo, row, JSON.stringify(now), reason)),
    takeUp: ({ memo, reviews }) => decide('Review sentence again', memo, reviews, (row) => store.keep(memo, row, null, '')),
    foresee: ({ source, change }) => foresee(source, change),
  }
  const catchUp = context.db.transaction(() => {
    for (const memo of store.memosMissing()) noteCited(memo)
  })
  return { api, noteCited, catchUp: () => catchUp.immediate() }
}
