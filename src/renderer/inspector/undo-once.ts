// The action of a notice that takes back what it tells of.
import { api } from '../api.ts'
import { act, type Notice } from '../notices/notices.ts'

export const undoOnce: Notice['action'] = { title: 'Undo', run: () => void act(() => api.history.undo({})) }
