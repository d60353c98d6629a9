// groundwork import FILES…: one line a file, then what became of all.
import { basename, resolve } from 'node:path'
import type { CoreHost } from '../core/host/core-host.ts'
import { toWireError } from '../shared/errors.ts'
import type { Id } from '../shared/identifiers.ts'
import type { ImportOutcome, ImportReport } from '../shared/sources.ts'
import type { StagedFile } from '../shared/shell.ts'
import { oneLine, type Terminal } from './terminal.ts'

const words: Record<ImportOutcome['outcome'], string> = { imported: 'imported', updated: 'new version', references: 'references', duplicate: 'already there', failed: 'failed' }

function printOutcome(outcome: ImportOutcome, terminal: Terminal): void {
  const name = oneLine(outcome.name)
  if (outcome.outcome === 'failed') terminal.error(`failed: ${name}: ${oneLine(outcome.reason ?? '')} [${outcome.code ?? 'internal'}]`)
  else terminal.out(`${words[outcome.outcome]}: ${name}${outcome.source ? ` (${outcome.source})` : ''}${outcome.reason && outcome.outcome !== 'duplicate' ? `: ${oneLine(outcome.reason)}` : ''}`)
}

/** Stages each file; one that cannot be read is an outcome like any other, and the rest goes on. */
async function stageAll(host: CoreHost, files: string[]): Promise<(StagedFile | ImportOutcome)[]> {
  return Promise.all(
    files.map((file) =>
      host.stage(resolve(file)).catch((thrown: unknown): ImportOutcome => {
        const { code, message } = toWireError(thrown)
        return { name: basename(file), outcome: 'failed', source: null, reason: message, code }
      }),
    ),
  )
}

const isStaged = (each: StagedFile | ImportOutcome): each is StagedFile => 'id' in each

/** Imports the files and answers the exit status: 1 when any failed or the import was cancelled. `job` can be cancelled. */
export async function importFiles(host: CoreHost, files: string[], job: Id, terminal: Terminal): Promise<number> {
  const staged = await stageAll(host, files)
  const unreadable = staged.filter((each) => !isStaged(each)) as ImportOutcome[]
  const ids = staged.filter(isStaged).map((file) => file.id)
  const stopListening = host.onEvent((event) => {
    if (event.name !== 'progress' || event.data.job !== job || event.data.finished) return
    terminal.progress(`${oneLine(event.data.label)}: ${event.data.done} of ${event.data.total ?? '?'}`)
  })
  const report: ImportReport =
    ids.length > 0
      ? ((await host.call('sources.importFiles', { files: ids, job })) as ImportReport)
      : { imported: 0, updated: 0, duplicates: 0, failed: 0, cancelled: false, outcomes: [] }
  stopListening()
  for (const outcome of [...report.outcomes, ...unreadable]) printOutcome(outcome, terminal)
  const failed = report.failed + unreadable.length
  terminal.out(
    `${report.imported} imported, ${report.duplicates} already there, ${failed} failed${report.cancelled ? ', cancelled before the end' : ''}`,
  )
  return failed > 0 || report.cancelled ? 1 : 0
}
