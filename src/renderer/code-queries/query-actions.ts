// Opening the page of code queries, and keeping queries.
import type { CodeQuery, KeptCodeQuery } from '../../shared/code-queries.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { undoOnce } from '../inspector/undo-once.ts'
import { act, say } from '../notices/notices.ts'

/** Opens the page. */
export const showQueries = (): void => useDesk.getState().openPage({ kind: 'code-queries', about: null })

/** Keeps a query under its own words. */
export async function keepQuery(name: string, query: CodeQuery): Promise<void> {
  const kept = await act(() => api.codeQueries.keep({ name: name.slice(0, 200), query }))
  if (kept) say(`Kept the query “${kept.name}”`, undoOnce)
}

/** Forgets a kept query. */
export async function forgetQuery({ id, name }: KeptCodeQuery): Promise<void> {
  const done = await act(() => api.codeQueries.forget({ query: id }).then(() => true))
  if (done) say(`Forgot the query “${name}”`, undoOnce)
}

/** Offered as long as the window is open. */
export const codeQueryCommands: Command[] = [
  { name: 'code-queries.open', title: 'Open the code queries', group: 'Find', keys: ['Mod+Alt+C'], place: 'anywhere', run: showQueries },
]
