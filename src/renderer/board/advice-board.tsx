// The recommendations of the board, by addressee or instrument, with the claims that they rest on.
import { useDeferredValue } from 'react'
import type { Advice, AdviceGrouping, AdviceRow } from '../../shared/board.ts'
import { useDesk } from '../desk/desk-store.ts'
import { counted } from '../interface/counted.ts'
import { Select, type Choice } from '../interface/select.tsx'
import { useCall } from '../queries.ts'
import { BoardGrid } from './board-grid.tsx'
import { useLayout } from './board-state.ts'
import { ItemsBar } from './items-bar.tsx'
import { toGrid } from './to-grid.ts'

const groupings: Choice<AdviceGrouping>[] = [{ value: 'addressee', title: 'By addressee' }, { value: 'instrument', title: 'By instrument' }]

const nothing: Advice = { rows: [], groups: [] }

export function AdviceBoard() {
  const { adviceText, adviceGroup } = useLayout()
  const { data, error } = useCall('board', 'recommendations', useDeferredValue({ text: adviceText, group: adviceGroup }))
  const { rows, groups } = data ?? nothing
  if (data?.rows.length === 0 && adviceText === '') return <p className="empty">No recommendations yet. Select a sentence of a source and press R to tag it as a recommendation.</p>
  return (
    <>
      <AdviceFilters shown={data?.rows.length ?? null} />
      {error ? <p className="empty" role="alert">{error.message}</p> : null}
      {data?.rows.length === 0 ? <p className="empty">No recommendation has these words.</p> : (
        <BoardGrid of="recommendations" label="Recommendations on the board" ids={rows.map(({ id }) => id)} groups={groups} rowHeight={60} nameAt={(at) => rows[at]?.statement ?? ''}>
          {(at) => {
            const row = rows[at]
            return row ? <AdviceLine row={row} by={adviceGroup} /> : null
          }}
        </BoardGrid>
      )}
      <ItemsBar hint="Shift or Ctrl choose several" />
    </>
  )
}

function AdviceFilters({ shown }: { shown: number | null }) {
  const { adviceText, adviceGroup } = useLayout()
  const layBoard = useDesk((desk) => desk.layBoard)
  return (
    <div className="board-filters" role="search" aria-label="Filter recommendations">
      <input type="search" className="text-field" aria-label="Filter by words" placeholder="Words" maxLength={500} value={adviceText} onChange={(event) => layBoard({ adviceText: event.target.value })} onKeyDown={toGrid} />
      <Select label="Group" value={adviceGroup} choices={groupings} onChange={(group) => group && layBoard({ adviceGroup: group })} />
      <span className="board-count numbers" role="status">{shown === null ? '' : counted(shown, 'recommendation', 'recommendations')}</span>
    </div>
  )
}

/** What the heading says already is left out. */
function AdviceLine({ row, by }: { row: AdviceRow; by: AdviceGrouping }) {
  const { statement, addressee, proponent, instrument, status, restsOn } = row
  const facts = [by === 'addressee' ? instrument : addressee && `to ${addressee}`, proponent && `from ${proponent}`, status].filter((fact) => fact !== null && fact !== '')
  return (
    <span className="advice">
      <span className="advice-statement">{statement}</span>
      <span className="advice-facts">{facts.join(' · ')}</span>
      {restsOn.length === 0 ? <span className="advice-bare">Rests on no claim</span> : restsOn.map((claim) => (
        <span key={claim.id} className="advice-claim">
          <span className="kind-dot kind-claim" aria-hidden="true" />
          <span>{claim.statement}</span>
          <span className="advice-facts">{claim.status}</span>
        </span>
      ))}
    </span>
  )
}
