// The board: one call answers which claims show in which order, another the rows in sight with what each claim rests on.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { firstRows, type AdviceRow, type BearingSource, type BoardColumn, type BoardRow } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import { instruments } from '../../shared/items.ts'
import type { CoreContext } from '../context.ts'
import { serveList } from '../passages/serve-list.ts'
import { groupBy } from '../group-by.ts'
import { adviceAs, claimsAs } from './board-files.ts'
import type { Likeness } from '../likeness/likeness.ts'
import { addUp } from './add-up.ts'
import { boardStore, type AdviceLine, type Bearing, type ClaimLine } from './board-store.ts'
import { groupRows } from './group-rows.ts'
import { claimsAsOfNow, type Evidence } from './known-claims.ts'
import { fitting, inGroups, startOf, withWords } from './order-claims.ts'
import { alphabet, sortRows } from './sort-rows.ts'

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

/** Those of the rows that are asked for, in the order asked, each once. */
function inOrder<T extends { id: Id }>(rows: readonly T[], ids: readonly Id[]): T[] {
  const known = new Map(rows.map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
}

/** Each source once a side, in the order of their first passages. */
function sourcesOf(bearings: readonly Bearing[], groups: ReadonlyMap<Id, Id>): BearingSource[] {
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
  const known = claimsAsOfNow(store, likeness)
  const nothing = addUp([], new Map())
  /** A claim's value in a column; evidence is added up for a column of evidence alone. */
  const valueIn = (by: BoardColumn): ((claim: ClaimLine) => string | number | null) => {
    if (!isOfEvidence(by)) return (claim) => claim[by]
    const evidence = known().evidence()
    return ({ id }) => (evidence.get(id) ?? nothing)[by]
  }
  /** Claims with their evidence and their whole statements, in any order. */
  function rowsOf(claims: readonly Id[]): BoardRow[] {
    const bearings = groupBy(store.someBearings(claims), ({ claim }) => claim)
    const groups = known().groups()
    return store.someClaims(claims).map((line) => {
      const { id, statement, speaker, stance, status, likelihood, confidence, credibility } = line
      return { id, statement, speaker, stance, status, likelihood, confidence, credibility, ...addUp(bearings.get(id) ?? [], groups) }
    })
  }
  const shownRows = (claims: readonly Id[]): BoardRow[] => rowsOf(claims).map((row) => ({ ...row, statement: shown(row.statement) }))
  function adviceRows(): AdviceRow[] {
    const bases = groupBy(store.bases(), ({ recommendation }) => recommendation)
    return store.recommendations().map((line) => ({ ...adviceOf(line, bases.get(line.id) ?? []), statement: line.statement }))
  }
  return {
    order: ({ filter, sort, group }) => {
      const claims = fitting(known(), store, filter)
      const { rows, groups } = inGroups(sortRows(claims, sort.by, sort.descending, valueIn(sort.by)), group, known().memberships)
      return {
        claims: rows.map(({ id }) => id).join(''),
        starts: rows.map(startOf).join('\n'),
        groups,
        total: claims.length,
        first: shownRows(rows.slice(0, firstRows).map(({ id }) => id)),
      }
    },
    rows: ({ claims }) => {
      return shownRows(claims)
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
      const groups = known().groups()
      return { ...addUp(bearings, groups), sources: sourcesOf(bearings, groups) }
    },
    exportRows: ({ of, items, format }) => {
      const rows = inOrder<BoardRow | AdviceRow>(of === 'claims' ? rowsOf(items) : adviceRows(), items)
      if (rows.length === 0) throw new GroundworkError('item.gone', 'None of these exists any longer. Nothing was exported.')
      const text = of === 'claims' ? claimsAs[format](rows as BoardRow[]) : adviceAs[format](rows as AdviceRow[])
      return serveList(context.files, of === 'claims' ? 'Claims' : 'Recommendations', format, text)
    },
    setAdviceStatus: ({ recommendations, status, job }) => {
      const count = recommendations.length
      context.command(count === 1 ? 'Change status' : `Change status of ${count} recommendations`, () => {
        context.jobs.throughout(job, 'Changing status', recommendations, (recommendation) => store.setAdviceStatus(recommendation, status))
      })
      return null
    },
    setStatus: ({ claims, status, job }) => {
      context.command(claims.length === 1 ? 'Change status' : `Change status of ${claims.length} claims`, () => {
        context.jobs.throughout(job, 'Changing status', claims, (claim) => store.setStatus(claim, status))
      })
      return null
    },
  }
}
