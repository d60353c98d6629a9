// The claims of the board, filtered, sorted and grouped.
import { useDeferredValue, useMemo } from 'react'
import type { BoardOrder } from '../../shared/board.ts'
import { unpackIds } from '../../shared/identifiers.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { useCall } from '../queries.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardGrid } from './board-grid.tsx'
import { BoardHeadings, BoardLine } from './board-row.tsx'
import { useLayout } from './board-state.ts'
import { ItemsBar } from './items-bar.tsx'

const noGroups: BoardOrder['groups'] = []

export function ClaimsBoard() {
  const { filter, sort, group, view } = useLayout()
  const { data, error } = useCall('board', 'order', useDeferredValue({ filter, sort, group }))
  const claims = useMemo(() => unpackIds(data?.claims ?? ''), [data])
  const starts = useMemo(() => (data?.starts ?? '').split('\n'), [data])
  const narrowed = Object.values(filter).some((value) => value !== undefined && value !== '')
  if (data?.total === 0 && !narrowed) return <NoClaims />
  const groups = data?.groups ?? noGroups
  return (
    <>
      <BoardFilters shown={data?.total ?? null} />
      <BoardHeadings />
      {error ? <p className="empty" role="alert">{error.message}</p> : null}
      {data?.total === 0 ? <p className="empty">No claim fits these filters.</p> : (
        <BoardGrid key={view} of="claims" label="Claims on the board" ids={claims} groups={groups} rowHeight={view === 'cards' ? 92 : 36} nameAt={(at) => starts[at] ?? ''}>
          {(at) => <BoardLine claims={claims} at={at} start={starts[at] ?? ''} first={data?.first} />}
        </BoardGrid>
      )}
      <ItemsBar hint="Shift or Ctrl choose several claims" />
    </>
  )
}

function NoClaims() {
  return (
    <div className="empty">
      <p>No claims yet. Select a sentence of a source and press C to tag it as a claim.</p>
      <Button look="outlined" onClick={() => useDesk.getState().show('library')}>
        Go to the Library
      </Button>
    </div>
  )
}
