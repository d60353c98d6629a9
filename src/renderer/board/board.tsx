// The claims board: every claim of the workspace on one page of the Reader, filtered and sorted.
import { useDeferredValue } from 'react'
import type { BoardRow } from '../../shared/board.ts'
import { api } from '../api.ts'
import { useCommands } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { GridList } from '../interface/grid-list.tsx'
import { deleteWithUndo } from '../library/delete-with-undo.ts'
import { useCall } from '../queries.ts'
import { openItem } from '../search/open-hit.ts'
import { boardCommands } from './board-commands.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardHeadings, BoardLine } from './board-row.tsx'
import { useBoard } from './board-state.ts'
import './board.css'

const remove = (rows: readonly BoardRow[]): Promise<void> =>
  deleteWithUndo(rows, 'claims', (row) => row.statement, (row) => api.items.remove({ item: row.id }))

const preview = (row: BoardRow): void => {
  useDesk.getState().select({ kind: 'item', id: row.id })
  useDesk.getState().show('inspector')
}

/** The page's content. */
export function Board() {
  const { filter, sort, choose } = useBoard()
  const { data, error } = useCall('board', 'claims', useDeferredValue({ filter, sort }))
  const selection = useDesk((desk) => desk.selection)
  useCommands(boardCommands)
  const narrowed = Object.values(filter).some((value) => value !== undefined && value !== '')
  if (data?.length === 0 && !narrowed) return <NoClaims />
  return (
    <section className="board" aria-label="Claims board">
      <h1 className="board-title">Claims</h1>
      <BoardFilters shown={data?.length ?? null} />
      <BoardHeadings />
      {error ? <p className="empty" role="alert">{error.message}</p> : null}
      {data?.length === 0 ? <p className="empty">No claim fits these filters.</p> : (
        <GridList
          label="Claims on the board"
          rows={data ?? []}
          keyOf={(row) => row.id}
          textOf={(row) => row.statement}
          current={selection?.kind === 'item' ? selection.id : null}
          rowHeight={36}
          onPreview={preview}
          onOpen={(row) => void openItem(row.id)}
          onDelete={(rows) => void remove(rows)}
          onChoose={(rows) => choose(rows.map((row) => row.id))}
        >
          {(row) => <BoardLine row={row} />}
        </GridList>
      )}
    </section>
  )
}

function NoClaims() {
  return (
    <div className="empty">
      <h1 className="board-title">Claims</h1>
      <p>No claims yet. Select a sentence of a source and press C to tag it as a claim.</p>
      <Button look="outlined" onClick={() => useDesk.getState().show('library')}>
        Go to the Library
      </Button>
    </div>
  )
}
