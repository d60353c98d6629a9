// What can be done with the claims that are chosen on the board.
import { claimStatuses } from '../../shared/items.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { act } from '../notices/notices.ts'
import { useBoard } from './board-state.ts'

/** Commands that are offered while the board shows. */
export const boardCommands: Command[] = claimStatuses.map((status, at) => ({
  name: `board.status-${status}`,
  title: `Set status: ${status}`,
  group: 'Tag',
  keys: [`Alt+${at + 1}`],
  place: 'reader',
  enabled: () => useBoard.getState().chosen.length > 0,
  run: () => void act(() => api.board.setStatus({ claims: useBoard.getState().chosen, status })),
}))
