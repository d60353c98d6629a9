// Importing: from the file dialog, by drag and drop, and from the clipboard.
import { uuidFrom, type Id } from '../../shared/identifiers.ts'
import type { ImportOutcome, ImportReport } from '../../shared/sources.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { api, stageFile, subscribe } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { act, say, showError } from '../notices/notices.ts'
import { useImports } from './import-store.ts'

const newId = (): Id => uuidFrom(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
const imports = useImports.getState

const failed = (name: string, thrown: unknown): ImportOutcome => ({
  name,
  outcome: 'failed',
  source: null,
  reason: thrown instanceof GroundworkError ? thrown.message : 'The file could not be read. It was left out.',
  code: thrown instanceof GroundworkError ? thrown.code : null,
})

/** Asks for files, natively where the shell can, and imports them. */
export async function chooseAndImport(): Promise<void> {
  const { openDialog } = await api.shell.capabilities({})
  if (!openDialog) return void importFiles(await chooseInPage())
  const staged = await api.shell.chooseFiles({})
  await importStaged(staged.map((file) => file.id), newId(), [])
}

/** Asks for a folder and imports the files in it and below it. */
export async function chooseFolderAndImport(): Promise<void> {
  await importFiles((await chooseInPage(true)).filter((file) => !file.name.startsWith('.')))
}

function chooseInPage(folder = false): Promise<File[]> {
  return new Promise((resolve) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.multiple = true
    field.webkitdirectory = folder
    field.addEventListener('change', () => resolve([...(field.files ?? [])]))
    field.addEventListener('cancel', () => resolve([]))
    field.click()
  })
}

let queue: Promise<void> = Promise.resolve()

/** Stages and imports files that were dropped, pasted or chosen in the page, one such lot after the other. */
export function importFiles(files: readonly File[]): Promise<void> {
  queue = queue.then(() => importLot(files)).catch(showError)
  return queue
}

async function importLot(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  const job = newId()
  const staged: Id[] = []
  const failures: ImportOutcome[] = []
  for (const [at, file] of files.entries()) {
    imports().set({ running: { job, label: file.name, done: at, total: files.length, cancelled: imports().running?.cancelled ?? false } })
    if (imports().running?.cancelled) break
    await stageFile(file).then(
      (one) => staged.push(one.id),
      (thrown: unknown) => failures.push(failed(file.name, thrown)),
    )
  }
  const cancelled = imports().running?.cancelled === true
  imports().set({ running: null })
  if (cancelled) say('Import cancelled. Nothing was imported.')
  else await importStaged(staged, job, failures)
}

async function importStaged(files: readonly Id[], job: Id, failures: ImportOutcome[]): Promise<void> {
  if (files.length === 0 && failures.length === 0) return
  const none: ImportReport = { imported: 0, updated: 0, duplicates: 0, failed: 0, cancelled: false, outcomes: [] }
  const report = files.length === 0 ? none : await following(job, files.length, () => api.sources.importFiles({ files: [...files], job }))
  if (report) tell(report, failures)
}

/** Imports the page at a web address; answers whether a source came of it, having said so. */
export async function importFromAddress(url: string): Promise<ImportReport | null> {
  const job = newId()
  return following(job, null, () => api.sources.importUrl({ url, job }))
}

/** Runs an import and shows how far it is; null when the call failed, which has been said then. */
async function following(job: Id, total: number | null, run: () => Promise<ImportReport>): Promise<ImportReport | null> {
  imports().set({ running: { job, label: '', done: 0, total, cancelled: false } })
  const stop = subscribe((event) => {
    const running = imports().running
    if (event.name !== 'progress' || event.data.job !== job || running?.job !== job) return
    const { label, done } = event.data
    imports().set({ running: { ...running, label, done, total: event.data.total } })
  })
  const report = await act(run)
  stop()
  imports().set({ running: null })
  return report ?? null
}

/** Says what came of an import: quietly when all went in, else with a card that names all that needs a word. */
export function tell(report: ImportReport, failures: readonly ImportOutcome[] = []): void {
  const outcomes = [...failures, ...report.outcomes]
  const remarks = outcomes.filter((outcome) => outcome.outcome !== 'imported' || outcome.reason !== null)
  const first = outcomes.find((outcome) => outcome.outcome === 'imported') ?? outcomes.find((outcome) => outcome.outcome === 'updated')
  const desk = useDesk.getState()
  if (first) desk.showLibrary('sources')
  if (first?.source && report.imported + report.updated === 1) {
    desk.select({ kind: 'source', id: first.source })
    desk.openSource(first.source)
  }
  if (remarks.length > 0 || report.cancelled) {
    const { imported, updated, duplicates, cancelled } = report
    imports().set({ report: { imported, updated, duplicates, failed: report.failed + failures.length, cancelled, remarks } })
  } else if (report.imported > 0) {
    say(report.imported === 1 ? `Imported “${first?.name ?? 'one source'}”` : `Imported ${report.imported.toLocaleString()} sources`)
  }
}

/** Asks the running import to stop; what is imported stays. */
export function cancelImport(): void {
  const { running, set } = imports()
  if (!running) return
  set({ running: { ...running, cancelled: true } })
  api.jobs.cancel({ job: running.job }).catch(showError)
}

/** Opens the dialog that takes a pasted article. */
export const pasteArticle = (): void => imports().set({ pasting: { text: '', html: null } })

/** Opens the dialog that takes a web address. */
export const askForAddress = (): void => imports().set({ asking: true })

/** The Library's commands for bringing things in. */
export const importCommands: Command[] = [
  { name: 'library.import', title: 'Import files…', group: 'Workspace', keys: ['Mod+O'], place: 'anywhere', run: () => void act(chooseAndImport) },
  { name: 'library.importFolder', title: 'Import a folder…', group: 'Workspace', keys: [], place: 'anywhere', run: () => void act(chooseFolderAndImport) },
  { name: 'library.importAddress', title: 'Import from a web address…', group: 'Workspace', keys: ['Mod+Alt+O'], place: 'anywhere', run: askForAddress },
  { name: 'library.paste', title: 'Paste an article…', group: 'Workspace', keys: ['Mod+Shift+V'], place: 'anywhere', run: pasteArticle },
]
