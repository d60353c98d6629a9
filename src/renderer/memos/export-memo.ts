// A memo as a file or on the clipboard: saved first, made in the core, then handed over by dialog or download.
import { create } from 'zustand'
import { GroundworkError } from '../../shared/errors.ts'
import { paperFor, type ExportChoice } from '../../shared/exports.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api, subscribe } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { handOver } from '../hand-over.ts'
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
  let progress: ExportProgress = { job, label: 'Exporting', share: null }
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

const unsaved = 'The memo was not exported, because its last changes could not be saved.'

/** What a memo is exported as until something else is chosen. */
const usualChoice: ExportChoice = { format: 'pdf', options: {} }

/** What was chosen last for a memo. */
export const choiceFor = (memo: Id): ExportChoice => useDesk.getState().exports[memo] ?? usualChoice

/** The last words of a memo are on disk; rejects when they could not be saved. */
export async function flushed(memo: Id): Promise<void> {
  const saved = (await openSession(memo)?.flush()) ?? true
  if (!saved) throw new GroundworkError('export.failed', unsaved)
}

/** The export that was asked to stop last. */
let cancelled: Id | null = null

async function run(memo: Id, { format, options }: ExportChoice): Promise<void> {
  if (format !== 'pdf') stopPreparing()
  await flushed(memo)
  const job = newId()
  const paper = options.paper ?? paperFor(navigator.language)
  const exported = await withProgress(job, () => api.exports.memo({ memo, format, ...options, paper, job }))
  // A Cancel that came before the job was begun, or after its end, stopped nothing there.
  if (cancelled === job) throw new GroundworkError('job.cancelled', 'The export was cancelled.')
  const written = await handOver(exported)
  if (written === null) return
  say(`Exported ${written}`)
  for (const text of exported.warnings) useNotices.getState().add({ tone: 'error', text })
}

/** How long what was laid out for a memo counts as fresh, in milliseconds. */
const fresh = 5000

let prepared: { memo: Id; at: number } | null = null
/** The job that lays a memo out beforehand, while it does. */
let preparing: Id | null = null

/**
 * Has a memo laid out while one is about to export it as PDF: the typesetter remembers every paragraph, and the export of a
 * long paper then takes a part of the time. Nothing comes of it that anyone would have to be told of.
 */
export function prepareExport(memo: Id, { format, options }: ExportChoice): void {
  const now = performance.now()
  if (format !== 'pdf' || running.has(memo) || (prepared?.memo === memo && now - prepared.at < fresh)) return
  prepared = { memo, at: now }
  const job = newId()
  preparing = job
  const done = () => void (preparing === job && (preparing = null))
  void api.exports.preview({ memo, ...options, paper: options.paper ?? paperFor(navigator.language), from: 0, count: 0, job }).then(done, done)
}

/** What is wanted now, and needs no pages, does not wait for those that were laid out beforehand. */
function stopPreparing(): void {
  if (!preparing) return
  void api.jobs.cancel({ job: preparing }).catch(() => {})
  prepared = null
}

const running = new Set<Id>()

/** Exports a memo and shows what came of it. A second wish while it is being exported is passed over. */
export async function exportMemo(memo: Id, choice: ExportChoice): Promise<void> {
  if (running.has(memo)) return
  running.add(memo)
  useDesk.getState().chooseExport(memo, choice)
  try {
    await run(memo, choice)
  } catch (thrown) {
    const isCancelled = thrown instanceof GroundworkError && thrown.code === 'job.cancelled'
    if (isCancelled) say('The export was cancelled. Nothing was written.')
    else showError(thrown)
  } finally {
    running.delete(memo)
  }
}

/** Puts both forms of a text on the clipboard. The page's own copying needs no permission, which the shells deny. */
function putOnClipboard({ html, text }: { html: string; text: string }): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
  }
  // Without a selection the browser copies only where a page says that it has something to give.
  const offer = (event: Event) => event.preventDefault()
  document.addEventListener('beforecopy', offer, true)
  document.addEventListener('copy', put, true)
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('beforecopy', offer, true)
    document.removeEventListener('copy', put, true)
  }
}

/** Copies a memo with its notes and sources as rich and as plain text. */
export async function copyMemo(memo: Id): Promise<void> {
  try {
    stopPreparing()
    await flushed(memo)
    const copied = await api.exports.richText({ memo })
    if (!putOnClipboard(copied)) {
      throw new GroundworkError('export.failed', 'The memo was not copied: the browser refused it. Click into the window and copy again.')
    }
    say('Copied the memo as rich text')
    for (const text of copied.warnings) useNotices.getState().add({ tone: 'error', text })
  } catch (thrown) {
    showError(thrown)
  }
}

/** Stops an export: no file is handed over, even where it was made already. */
export function cancelExport(job: Id): void {
  cancelled = job
  void api.jobs.cancel({ job }).catch(showError)
}
