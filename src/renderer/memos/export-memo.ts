// A memo as PDF: saved first, made in the core, then handed over by dialog or download.
import { create } from 'zustand'
import { GroundworkError } from '../../shared/errors.ts'
import type { ExportedFile } from '../../shared/exports.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api, fileUrl, subscribe } from '../api.ts'
import { say, showError, useNotices } from '../notices/notices.ts'
import { newId } from './memo-clipboard.ts'
import { openSession } from './open-memos.ts'

/** An export that takes longer than half a second; null when none does. Shares are 0 to 1, null while unknown. */
export interface ExportProgress {
  job: Id
  label: string
  share: number | null
}

export const useExport = create<{ progress: ExportProgress | null }>(() => ({ progress: null }))

/** In milliseconds: what is done sooner needs no progress bar. */
const patience = 500

/** Shows progress of a job while the work goes on. */
async function withProgress<T>(job: Id, work: () => Promise<T>): Promise<T> {
  let shown = false
  let progress: ExportProgress = { job, label: 'Writing the PDF', share: null }
  const show = () => useExport.setState({ progress })
  const timer = setTimeout(() => {
    shown = true
    show()
  }, patience)
  const end = subscribe((event) => {
    if (event.name !== 'progress' || event.data.job !== job) return
    const { label, done, total } = event.data
    progress = { job, label, share: total ? done / total : null }
    if (shown) show()
  })
  try {
    return await work()
  } finally {
    clearTimeout(timer)
    end()
    useExport.setState({ progress: null })
  }
}

function download({ file, name }: ExportedFile): void {
  const link = document.createElement('a')
  link.href = fileUrl(file)
  link.download = name
  link.click()
}

/** Gives the file to the user; null when the dialog was cancelled. */
export async function handOver(exported: ExportedFile): Promise<string | null> {
  const { saveDialog } = await api.shell.capabilities({})
  if (saveDialog) return api.shell.saveFile({ file: exported.file, name: exported.name })
  download(exported)
  return exported.name
}

const unsaved = 'The memo was not exported, because its last changes could not be saved.'

async function run(memo: Id): Promise<void> {
  const saved = (await openSession(memo)?.flush()) ?? true
  if (!saved) throw new GroundworkError('export.failed', unsaved)
  const job = newId()
  const exported = await withProgress(job, () => api.exports.memo({ memo, format: 'pdf', job }))
  const written = await handOver(exported)
  if (written === null) return
  say(`Exported ${written}`)
  for (const text of exported.warnings) useNotices.getState().add({ tone: 'error', text })
}

const running = new Set<Id>()

/** Exports a memo as PDF and shows what came of it. A second wish while it is being exported is passed over. */
export async function exportMemo(memo: Id): Promise<void> {
  if (running.has(memo)) return
  running.add(memo)
  try {
    await run(memo)
  } catch (thrown) {
    const isCancelled = thrown instanceof GroundworkError && thrown.code === 'job.cancelled'
    if (isCancelled) say('The export was cancelled. Nothing was written.')
    else showError(thrown)
  } finally {
    running.delete(memo)
  }
}

/** Asks a running export to stop. */
export const cancelExport = (job: Id): void => void api.jobs.cancel({ job }).catch(showError)
