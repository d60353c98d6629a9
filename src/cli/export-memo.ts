// groundwork export memo ID --to FILE: a memo as a file, there whole or not at all.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { writeAtomically } from '../core/exports/write-atomically.ts'
import type { CoreHost } from '../core/host/core-host.ts'
import type { ExportedFile } from '../shared/exports.ts'
import type { Id } from '../shared/identifiers.ts'
import type { CliCommand } from './arguments.ts'
import { oneLine, type Terminal } from './terminal.ts'

/** Exports and writes the memo; warnings go to standard error. Throws GroundworkErrors; an older file is then untouched. */
export async function exportMemo(
  host: CoreHost,
  command: Extract<CliCommand, { kind: 'export-memo' }>,
  job: Id,
  terminal: Terminal,
): Promise<number> {
  const { memo, format, paper } = command
  const exported = (await host.call('exports.memo', { memo, format, paper, job })) as ExportedFile
  const { path } = await host.served(exported.file)
  await writeAtomically(resolve(command.to), await readFile(path))
  for (const warning of exported.warnings) terminal.error(`warning: ${oneLine(warning)}`)
  terminal.out(`written: ${oneLine(command.to)} (${exported.size} bytes)`)
  return 0
}
