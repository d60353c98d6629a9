// What can be done on the board and with the claims that are chosen on it.
import { claimStatuses } from '../../shared/items.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { act } from '../notices/notices.ts'
import { groupByNext, switchPage, switchView, useBoard } from './board-state.ts'

const onClaims = (): boolean => useDesk.getState().board.page === 'claims'

const statusCommands = claimStatuses.map(
  (status, at): Command => ({
    name: `board.status-${status}`,
    title: `Set status: ${status}`,
    group: 'Tag',
    keys: [`Alt+${at + 1}`],
    place: 'reader',
    enabled: () => onClaims() && useBoard.getState().chosen.length > 0,
    run: () => void act(() => api.board.setStatus({ claims: useBoard.getState().chosen, status })),
  }),
)

/** Commands that are offered while the board shows. */
export const boardCommands: Command[] = [
  ...statusCommands,
  { name: 'board.group', title: 'Group the board by the next field', group: 'Find', keys: ['Alt+G'], place: 'reader', run: groupByNext },
  { name: 'board.view', title: 'Switch between table and cards', group: 'Find', keys: ['Alt+V'], place: 'reader', enabled: onClaims, run: switchView },
  { name: 'board.page', title: 'Switch between claims and recommendations', group: 'Find', keys: ['Alt+R'], place: 'reader', run: switchPage },
]
