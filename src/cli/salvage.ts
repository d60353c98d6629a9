// groundwork --workspace FILE salvage --to FILE: what can be read of a damaged workspace, as a new one.
import { resolve } from 'node:path'
import { startSafetyTask } from '../core/host/run-safety-task.ts'
import type { SalvageReport } from '../shared/backups.ts'
import { oneLine, type Terminal } from './terminal.ts'

/** Salvages and prints a line for each table. Status 1 when something is known to be lost. Throws GroundworkErrors. */
export async function salvageTo(workspace: string, to: string, log: (line: string) => void, terminal: Terminal): Promise<number> {
  const task = { task: 'salvage', workspace, to: resolve(to), now: new Date().toISOString() } as const
  const report = await startSafetyTask<SalvageReport>(
    task,
    (label, done, total) => terminal.progress(`${oneLine(label)}: ${done} of ${total}`),
    log,
  ).result
  for (const { table, read, lost } of report.tables) {
    terminal.out(`${table.replaceAll('_', ' ')}: ${read} read${lost > 0 ? `, ${lost} lost` : ''}`)
  }
  for (const note of report.notes) terminal.out(oneLine(note))
  terminal.out(`salvaged: ${oneLine(to)}`)
  return report.lost > 0 ? 1 : 0
}
