// groundwork export memo ID --to FILE: a memo as a file, there whole or not at all.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { writeAtomically } from '../core/exports/write-atomically.ts'
import type { CoreHost } from '../core/host/core-host.ts'
import type { ExportedFile } from '../shared/exports.ts'
import type { Id } from '../shared/identifiers.ts'
import type { CliCommand } from './arguments.ts'
import { oneLine, type Terminal } from './terminal.ts'

const bytesOf = async (host: CoreHost, { file }: ExportedFile): Promise<Uint8Array> => readFile((await host.served(file)).path)

/**
 * Exports and writes the memo, and beside Markdown its references; warnings go to standard error. Throws
 * GroundworkErrors; an older file is then untouched.
 */
export async function exportMemo(
  host: CoreHost,
  command: Extract<CliCommand, { kind: 'export-memo' }>,
  job: Id,
  terminal: Terminal,
): Promise<number> {
  const { memo, format, options, to } = command
  const exported = (await host.call('exports.memo', { memo, format, ...options, job })) as ExportedFile
  await writeAtomically(resolve(to), await bytesOf(host, exported))
  for (const warning of exported.warnings) terminal.error(`warning: ${oneLine(warning)}`)
  terminal.out(`written: ${oneLine(to)} (${exported.size} bytes)`)
  if (format !== 'md') return 0
  const references = (await host.call('exports.references', { memo })) as ExportedFile
  const beside = to.replace(/\.md$/i, '.json')
  await writeAtomically(resolve(beside), await bytesOf(host, references))
  terminal.out(`written: ${oneLine(beside)} (${references.size} bytes)`)
  return 0
}
