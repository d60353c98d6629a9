// The board: one call answers which claims show in which order, another the rows in sight with what each claim rests on.
import type { Api } from '../../shared/api.ts'
import type { AdviceRow, BearingSource, BoardColumn, BoardRow } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import { instruments } from '../../shared/items.ts'
import type { CoreContext } from '../context.ts'
import { groupBy } from '../group-by.ts'
import type { Likeness } from '../likeness/likeness.ts'
import { boardStore, type AdviceLine, type Bearing, type ClaimLine } from './board-store.ts'
import { groupRows } from './group-rows.ts'
import { orderOf, withText, withWords } from './order-claims.ts'
import { alphabet, sortRows } from './sort-rows.ts'

type Evidence = Pick<BoardRow, 'evidenceFor' | 'evidenceAgainst' | 'independent' | 'grade'>

const isOfEvidence = (column: BoardColumn): column is keyof Evidence =>
  column === 'evidenceFor' || column === 'evidenceAgainst' || column === 'independent' || column === 'grade'

/** As much of a statement as a row shows. */
const shown = (statement: string): string => statement.slice(0, 240).replace(/[\uD800-\uDBFF]$/, '')

const adviceOf = ({ id, statement, addressee, proponent, instrument, status: standing }: AdviceLine, bases: readonly AdviceRow['restsOn'][number][]): AdviceRow => ({
  id,
  statement: shown(statement),
  addressee,
  proponent,
  instrument,
  status: standing,
  restsOn: bases.map(({ id, statement: claim, status }) => ({ id, statement: claim, status })),
})

/** Adds up what bears on one claim; `groups` are the near-identical sources, which count once. */
function addUp(bearings: readonly Bearing[], groups: Map<Id, Id>): Evidence {
  const count = (some: readonly Bearing[]) => some.reduce((sum, { passages }) => sum + passages, 0)
  const speaking = bearings.filter(({ role }) => role === 'states' || role === 'supports')
  const grades = speaking.map(({ reliability }) => reliability).filter((grade) => grade !== null)
  return {
    evidenceFor: count(speaking),
    evidenceAgainst: count(bearings.filter(({ role }) => role === 'contradicts')),
    independent: new Set(speaking.map(({ source }) => groups.get(source) ?? source)).size,
    grade: grades.toSorted()[0] ?? null,
  }
}

/** Each source once a side, in the order of their first passages. */
function sourcesOf(bearings: readonly Bearing[], groups: Map<Id, Id>): BearingSource[] {
  const seen = new Set<string>()
  const listed = new Set<string>()
  return bearings.flatMap(({ source, title, reliability, role }) => {
    const side = role === 'contradicts' ? 'against' : 'for'
    if (role === 'mentions' || listed.has(`${side} ${source}`)) return []
    listed.add(`${side} ${source}`)
    const story = `${side} ${groups.get(source) ?? source}`
    const alike = seen.has(story)
    seen.add(story)
    return [{ source, title, reliability, side, alike }]
  })
}

/** The feature's calls. */
export function createBoard(context: CoreContext, likeness: Likeness): Api['board'] {
  const store = boardStore(context.db)
  /** A claim's value in a column; evidence is added up for a column of evidence alone. */
  const valueIn = (by: BoardColumn): ((claim: ClaimLine) => string | number | null) => {
    if (!isOfEvidence(by)) return (claim) => claim[by]
    const bearings = groupBy(store.allBearings(), ({ claim }) => claim)
    const groups = likeness.groupOf()
    return ({ id }) => addUp(bearings.get(id) ?? [], groups)[by]
  }
  return {
    order: ({ filter, sort, group }) => {
      const claims = withText(store.claims(filter), filter)
      return orderOf(sortRows(claims, sort.by, sort.descending, valueIn(sort.by)), group, store.memberships)
    },
    rows: ({ claims }) => {
      const bearings = groupBy(store.someBearings(claims), ({ claim }) => claim)
      const groups = likeness.groupOf()
      return store.someClaims(claims).map(({ id, statement, speaker, stance, status, likelihood, confidence, credibility }) => ({
        id,
        statement: shown(statement),
        speaker,
        stance,
        status,
        likelihood,
        confidence,
        credibility,
        ...addUp(bearings.get(id) ?? [], groups),
      }))
    },
    recommendations: ({ text, group }) => {
      const bases = groupBy(store.bases(), ({ recommendation }) => recommendation)
      const fits = withWords(text)
      const lines = store
        .recommendations()
        .filter(({ statement, addressee, proponent }) => fits(statement, addressee, proponent))
        .toSorted((a, b) => alphabet(a.statement, b.statement))
      const { rows, groups } =
        group === 'addressee'
          ? groupRows(lines, ({ addressee, addresseeId }) => (addresseeId === null ? [] : [{ key: addresseeId, title: addressee ?? '' }]), 'No addressee')
          : groupRows(lines, ({ instrument }) => (instrument === null ? [] : [{ key: instrument, title: instrument }]), 'No instrument', instruments)
      return { rows: rows.map((line) => adviceOf(line, bases.get(line.id) ?? [])), groups }
    },
    standing: ({ claim }) => {
      const bearings = store.someBearings([claim])
      const groups = likeness.groupOf()
      return { ...addUp(bearings, groups), sources: sourcesOf(bearings, groups) }
    },
    setStatus: ({ claims, status }) => {
      context.command(claims.length === 1 ? 'Change status' : `Change status of ${claims.length} claims`, () => {
        for (const claim of claims) store.setStatus(claim, status)
      })
      return null
    },
  }
}
