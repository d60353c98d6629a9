// How the board is laid out by keys.
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { groupByNext, switchPage, switchView } from './board-state.ts'

const onClaims = (): boolean => useDesk.getState().board.page === 'claims'

/** Commands that are offered while the board shows. */
export const boardCommands: Command[] = [
  { name: 'board.group', title: 'Group the board by the next field', group: 'Find', keys: ['Alt+G'], place: 'reader', run: groupByNext },
  { name: 'board.view', title: 'Switch between table and cards', group: 'Find', keys: ['Alt+V'], place: 'reader', enabled: onClaims, run: switchView },
  { name: 'board.page', title: 'Switch between claims and recommendations', group: 'Find', keys: ['Alt+R'], place: 'reader', run: switchPage },
]
