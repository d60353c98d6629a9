// The action of a notice that takes back what it tells of.
import { api } from '../api.ts'
import { actAtLength } from '../frame/long-change.ts'
import type { Notice } from '../notices/notices.ts'

export const undoOnce: Notice['action'] = { title: 'Undo', run: () => void actAtLength('Undoing', (job) => api.history.undo({ job })) }
