// What can be done with sources from the Library: open, mark, grade, put into the trash and take out of it.
import type { Id } from '../../shared/identifiers.ts'
import { progresses, type Progress, type Reliability } from '../../shared/sources.ts'
import { afterPaint } from '../after-paint.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { actAtLength } from '../frame/long-change.ts'
import { focusPane } from '../frame/pane-focus.ts'
import { counted } from '../interface/counted.ts'
import { act, say } from '../notices/notices.ts'
import { queryClient } from '../queries.ts'
import { useLibrary } from './library-state.ts'

/** Shows a source in the Reader and in the Inspector; the keyboard stays where it is. */
export function showSource(source: Id): void {
  const desk = useDesk.getState()
  desk.select({ kind: 'source', id: source })
  desk.openSource(source)
}

/** Shows a source and goes to it. */
export function openSource(source: Id): void {
  showSource(source)
  afterPaint(() => focusPane('reader'))
}

const shorten = (text: string): string => (text.length > 48 ? `${text.slice(0, 47).trimEnd()}…` : text)

/** One source by its title, several by their number. */
async function nameOf(sources: readonly Id[]): Promise<string> {
  const [first] = sources
  if (sources.length !== 1 || first === undefined) return counted(sources.length, 'source')
  const [row] = await api.library.rows({ sources: [first] })
  return `“${shorten(row?.title || 'Untitled')}”`
}

const undo = { title: 'Undo', run: () => void actAtLength('Undoing', (job) => api.history.undo({ job })) }

/** Puts sources into the trash and offers to undo it; their tabs close. */
export async function trashSources(sources: readonly Id[]): Promise<void> {
  if (sources.length === 0) return
  const name = await nameOf(sources)
  const done = await actAtLength('Moving to the trash', (job) => api.trash.put({ sources: [...sources], job }).then(() => true))
  if (!done) return
  const gone = new Set(sources)
  const { readers, closeSource } = useDesk.getState()
  for (const source of readers) if (gone.has(source)) closeSource(source)
  say(`Moved ${name} to the trash`, undo)
}

/** Takes sources out of the trash. */
export async function restoreSources(sources: readonly Id[]): Promise<void> {
  if (sources.length === 0) return
  const done = await actAtLength('Restoring sources', (job) => api.trash.restore({ sources: [...sources], job }).then(() => true))
  if (done) say(`Restored ${await nameOf(sources)}`, undo)
}

/** Marks how far sources were read. */
export const markSources = (sources: readonly Id[], progress: Progress): void => {
  if (sources.length > 0) void actAtLength('Marking sources', (job) => api.library.setProgress({ sources: [...sources], progress, job }))
}

/** Marks sources with what comes after the mark of the first one. */
export async function markNext(sources: readonly Id[]): Promise<void> {
  const [first] = sources
  if (first === undefined) return
  const [row] = (await act(() => api.library.rows({ sources: [first] }))) ?? []
  if (!row) return
  const progress = progresses[(progresses.indexOf(row.progress) + 1) % progresses.length] ?? 'unread'
  const done = await actAtLength('Marking sources', (job) => api.library.setProgress({ sources: [...sources], progress, job }).then(() => true))
  if (!done) return
  say(sources.length === 1 ? `Marked as ${progress}` : `Marked ${counted(sources.length, 'source')} as ${progress}`)
}

/** Grades sources. */
export const gradeSources = (sources: readonly Id[], reliability: Reliability | null): void => {
  if (sources.length > 0) void actAtLength('Grading sources', (job) => api.library.setGrade({ sources: [...sources], reliability, job }))
}

/** Opens the dialog that puts what is in hand into a collection. */
export const askForCollection = (): void => useLibrary.setState({ collecting: true })

/** Asks whether the trash is to be emptied, with what memos lose by it as of now. */
export function askToEmpty(): void {
  void queryClient.invalidateQueries({ queryKey: ['trash'] })
  useLibrary.setState({ emptying: true })
}
