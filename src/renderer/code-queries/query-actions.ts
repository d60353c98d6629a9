// Going through the results of a code query, and keeping queries.
import type { CodeQuery, KeptCodeQuery } from '../../shared/code-queries.ts'
import type { PassageLine } from '../../shared/passages.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { focusText } from '../frame/pane-focus.ts'
import { undoOnce } from '../inspector/undo-once.ts'
import { act, say } from '../notices/notices.ts'
import { useCodeQueries } from './code-queries-store.ts'

const afterPaint = (work: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(work))

/** Shows a result in its source, with all results under the text; the keyboard goes to the text, or stays. */
export async function openLine({ tag, passage }: PassageLine, keyboard: 'text' | 'stays'): Promise<void> {
  const found = await act(() => api.passages.get({ passage }))
  if (!found) return
  useCodeQueries.setState({ docked: true, current: tag })
  useDesk.getState().select({ kind: 'passage', id: passage })
  useDesk.getState().openSource(found.source, { passage })
  if (keyboard === 'text') afterPaint(focusText)
}

function step(by: 1 | -1): void {
  const { lines, current } = useCodeQueries.getState()
  const at = lines.findIndex((line) => line.tag === current)
  const next = at < 0 ? lines[by > 0 ? 0 : lines.length - 1] : lines[at + by]
  if (next) void openLine(next, 'text')
  else say(by > 0 ? 'This was the last passage that the query found.' : 'This was the first passage that the query found.')
}

/** Opens the page. */
export const showQueries = (): void => useDesk.getState().openPage({ kind: 'code-queries', about: null })

/** Puts the results away from under the text. */
export const closeDock = (): void => useCodeQueries.setState({ docked: false })

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

const found = (): boolean => useCodeQueries.getState().lines.length > 0

/** Offered as long as the window is open. */
export const codeQueryCommands: Command[] = [
  { name: 'code-queries.open', title: 'Open the code queries', group: 'Find', keys: ['Mod+Alt+C'], place: 'anywhere', run: showQueries },
  { name: 'code-queries.next', title: 'Go to the next passage of the query', group: 'Find', keys: ['F4'], place: 'anywhere', enabled: found, run: () => step(1) },
  { name: 'code-queries.previous', title: 'Go to the previous passage of the query', group: 'Find', keys: ['Shift+F4'], place: 'anywhere', enabled: found, run: () => step(-1) },
]
