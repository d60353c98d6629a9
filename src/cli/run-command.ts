// Runs one command against its workspace and answers the exit status.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openCore, type CoreHost } from '../core/host/core-host.ts'
import { applicationFolder, applicationVersion, dataFolder, defaultWorkspace } from '../core/host/locations.ts'
import { openLog } from '../core/host/log-file.ts'
import { recentWorkspaces } from '../core/host/recent-workspaces.ts'
import { GroundworkError } from '../shared/errors.ts'
import { uuidFrom } from '../shared/identifiers.ts'
import { parseArguments, usage, type CliArguments } from './arguments.ts'
import { argumentFrom, refuseWrongCall } from './call.ts'
import { exportMemo } from './export-memo.ts'
import { importFiles } from './import-files.ts'
import { salvageTo } from './salvage.ts'
import { failureLine, type Terminal } from './terminal.ts'

/** Failures that are the command's own fault, not the machine's. */
const wrongUsage = new Set(['call.invalid', 'call.unknown'])

/** Opens the workspace of the command. A memo cannot be in one that is not there: then none is made. */
function open({ command, workspace, data }: CliArguments): Promise<CoreHost> {
  const folder = data ?? dataFolder()
  const path = workspace ?? recentWorkspaces(folder)[0]?.path ?? defaultWorkspace()
  if (command.kind === 'export-memo' && !existsSync(path)) {
    throw new GroundworkError('workspace.missing', `There is no workspace “${basename(path)}” at ${path}.`)
  }
  return openCore({ workspace: path, resources: join(applicationFolder(), 'resources'), dataFolder: folder, log: openLog(folder), readerWhenAsked: true })
}

async function runIn(host: CoreHost, command: CliArguments['command'], args: unknown, terminal: Terminal): Promise<number> {
  const job = uuidFrom(Date.now(), randomBytes(10))
  const cancel = () => {
    process.once('SIGINT', () => process.exit(130))
    host.call('jobs.cancel', { job }).catch(() => {})
  }
  process.once('SIGINT', cancel)
  try {
    if (command.kind === 'import') return await importFiles(host, command.files, job, terminal)
    if (command.kind === 'export-memo') return await exportMemo(host, command, job, terminal)
    if (command.kind === 'call') {
      const value = await host.call(command.name, args)
      terminal.out(JSON.stringify(value, null, terminal.pretty ? 2 : 0))
    }
    return 0
  } finally {
    process.off('SIGINT', cancel)
  }
}

async function run(given: string[], terminal: Terminal): Promise<number> {
  const parsed = parseArguments(given)
  const { command } = parsed
  if (command.kind === 'help') terminal.out(usage)
  if (command.kind === 'version') terminal.out(applicationVersion())
  if (command.kind === 'help' || command.kind === 'version') return 0
  // What is wrong with the command itself is found before a workspace is opened, or made.
  const args = command.kind === 'call' ? await argumentFrom(command.json) : null
  if (command.kind === 'call') refuseWrongCall(command.name, args)
  if (command.kind === 'salvage') {
    return salvageTo(parsed.workspace ?? '', command.to, openLog(parsed.data ?? dataFolder()), terminal)
  }
  const host = await open(parsed)
  try {
    return await runIn(host, command, args, terminal)
  } finally {
    await host.close()
  }
}

/** Runs the command line given (without the program's name) and answers the exit status: 0, 1 or 2. Never rejects. */
export async function runCommand(given: string[], terminal: Terminal): Promise<number> {
  try {
    return await run(given, terminal)
  } catch (thrown) {
    terminal.error(failureLine(thrown))
    if (!(thrown instanceof GroundworkError)) {
      openLog(dataFolder())(thrown instanceof Error ? `${thrown.stack}` : String(thrown))
      return 1
    }
    return wrongUsage.has(thrown.code) ? 2 : 1
  }
}
