// The claims of the board, filtered, sorted and grouped.
import { useDeferredValue } from 'react'
import type { BoardOrder } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { deleteWithUndo } from '../library/delete-with-undo.ts'
import { useCall } from '../queries.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardGrid } from './board-grid.tsx'
import { BoardHeadings, BoardLine } from './board-row.tsx'
import { useLayout } from './board-state.ts'

const remove = (rows: readonly { id: Id; name: string }[]): Promise<void> =>
  deleteWithUndo(rows, 'claims', ({ name }) => name, ({ id }) => api.items.remove({ item: id }))

const nothing: BoardOrder = { claims: [], starts: [], groups: [], total: 0 }

export function ClaimsBoard() {
  const { filter, sort, group, view } = useLayout()
  const { data, error } = useCall('board', 'order', useDeferredValue({ filter, sort, group }))
  const narrowed = Object.values(filter).some((value) => value !== undefined && value !== '')
  if (data?.total === 0 && !narrowed) return <NoClaims />
  const { claims, starts, groups } = data ?? nothing
  return (
    <>
      <BoardFilters shown={data?.total ?? null} />
      <BoardHeadings />
      {error ? <p className="empty" role="alert">{error.message}</p> : null}
      {data?.total === 0 ? <p className="empty">No claim fits these filters.</p> : (
        <BoardGrid key={view} label="Claims on the board" ids={claims} groups={groups} rowHeight={view === 'cards' ? 92 : 36} nameAt={(at) => starts[at] ?? ''} onDelete={(rows) => void remove(rows)}>
          {(at) => <BoardLine claims={claims} at={at} start={starts[at] ?? ''} />}
        </BoardGrid>
      )}
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
