// One claim on the board, and the headings that sort by its columns.
import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo } from 'react'
import { firstRows, type BoardColumn, type BoardRow } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import { useCall } from '../queries.ts'
import { sortBy, useLayout } from './board-state.ts'

const columns: { column: BoardColumn; title: string; tells?: string }[] = [
  { column: 'statement', title: 'Claim' },
  { column: 'speaker', title: 'Speaker' },
  { column: 'stance', title: 'Stance' },
  { column: 'status', title: 'Status' },
  { column: 'likelihood', title: 'Likelihood' },
  { column: 'confidence', title: 'Confidence' },
  { column: 'credibility', title: 'Cred.', tells: 'Credibility of the information, 1 to 6' },
  { column: 'evidenceFor', title: 'For', tells: 'Passages for it' },
  { column: 'evidenceAgainst', title: 'Against', tells: 'Passages against it' },
  { column: 'independent', title: 'Indep.', tells: 'Independent sources for it; copies of one text count once' },
  { column: 'grade', title: 'Best', tells: 'Best reliability among its sources, A to F' },
]

/** Buttons that sort; a second click turns the order round. */
export function BoardHeadings() {
  const { sort } = useLayout()
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  return (
    <div className="board-columns board-headings" role="group" aria-label="Sort by">
      {columns.map(({ column, title, tells }) => (
        <button key={column} type="button" className={`board-${column}`} title={tells} aria-pressed={sort.by === column} onClick={() => sortBy(column)}>
          {title}
          {sort.by === column ? <Arrow size={12} strokeWidth={1.5} aria-label={sort.descending ? 'descending' : 'ascending'} /> : null}
        </button>
      ))}
    </div>
  )
}

/** What a column says, in words where a bare number would not. */
function Words({ row, column }: { row: BoardRow; column: BoardColumn }) {
  const value = row[column]
  if (column === 'evidenceAgainst' && value === 0) return '–'
  return value === null ? '–' : String(value)
}

/** The row at a place of the order; until it has come, as much of its statement as is known. Scrolling draws the grid in each frame, and rows that stay need not be drawn with it. */
export const BoardLine = memo(function BoardLine({ claims, at, start, first }: { claims: readonly Id[]; at: number; start: string; first: readonly BoardRow[] | undefined }) {
  const known = at < firstRows ? first?.find(({ id }) => id === claims[at]) : undefined
  const from = at - (at % firstRows)
  const { data } = useCall('board', 'rows', known ? null : { claims: claims.slice(from, from + firstRows) })
  const row = known ?? data?.find(({ id }) => id === claims[at])
  if (!row) return <span className="board-columns board-waiting"><span className="board-cell board-statement">{start}</span></span>
  return (
    <span className="board-columns">
      {columns.map(({ column, title }) => (
        <span key={column} className={`board-cell board-${column}`} data-title={title} data-empty={row[column] === null || row[column] === 0}>
          <Words row={row} column={column} />
        </span>
      ))}
    </span>
  )
})
