// The board: every claim or every recommendation of the workspace on one page of the Reader.
import { useCommands } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { AdviceBoard } from './advice-board.tsx'
import { boardCommands } from './board-commands.ts'
import { useLayout } from './board-state.ts'
import { BoardSwitch } from './board-switch.tsx'
import { ClaimsBoard } from './claims-board.tsx'
import './board.css'

const pages = [{ value: 'claims', title: 'Claims' }, { value: 'recommendations', title: 'Recommendations' }] as const
const ways = [{ value: 'table', title: 'Table' }, { value: 'cards', title: 'Cards' }] as const

/** The page's content. */
export function Board() {
  const { page, view } = useLayout()
  const layBoard = useDesk((desk) => desk.layBoard)
  useCommands(boardCommands)
  return (
    <section className="board" aria-label="Claims board" data-view={page === 'claims' ? view : 'table'}>
      <div className="board-head">
        <h1 className="board-title">{page === 'claims' ? 'Claims' : 'Recommendations'}</h1>
        <BoardSwitch label="What the board shows" value={page} choices={pages} onChange={(next) => layBoard({ page: next })} />
        {page === 'claims' ? <BoardSwitch label="How claims are shown" value={view} choices={ways} onChange={(next) => layBoard({ view: next })} /> : null}
      </div>
      {page === 'claims' ? <ClaimsBoard /> : <AdviceBoard />}
    </section>
  )
}
