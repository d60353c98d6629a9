// Short messages: success in the status bar, failures where they are seen and read out.
import { create } from 'zustand'
import { GroundworkError } from '../../shared/errors.ts'

export interface Notice {
  id: number
  tone: 'quiet' | 'error'
  text: string
  /** At most one action, for example Undo. */
  action?: { title: string; run: () => void }
}

interface Notices {
  notices: Notice[]
  add(notice: Omit<Notice, 'id'>): void
  dismiss(id: number): void
}

let last = 0

export const useNotices = create<Notices>((set) => ({
  notices: [],
  add: (notice) =>
    set(({ notices }) => {
      last += 1
      return { notices: [...notices.filter((other) => other.tone === 'error'), { ...notice, id: last }].slice(-4) }
    }),
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}))

/** Says in the status bar that something was done. */
export const say = (text: string, action?: Notice['action']): void => useNotices.getState().add({ tone: 'quiet', text, action })

/** Shows a failure: the error's own sentence, or a general one for what was not foreseen. */
export function showError(thrown: unknown): void {
  const text =
    thrown instanceof GroundworkError ? thrown.message : 'Something went wrong in this window. Saved work is kept.'
  if (!(thrown instanceof GroundworkError)) console.error(thrown)
  useNotices.getState().add({ tone: 'error', text })
}

/** Runs an action and shows its failure: `act(() => api.items.remove({ item }))`. */
export async function act<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action()
  } catch (thrown) {
    showError(thrown)
    return undefined
  }
}
