// The web shell's entry: the same program as in the Electron window, in the user's own browser.
import { applicationVersion, dataFolder } from '../core/host/locations.ts'
import { openLog } from '../core/host/log-file.ts'
import { GroundworkError, toWireError } from '../shared/errors.ts'
import { endCleanly } from './end-cleanly.ts'
import { parseWebOptions, usage } from './options.ts'
import { announce, startWebShell } from './run-web-shell.ts'

/** Prints one sentence and answers the exit status: 2 for wrong usage, 1 for a failure. */
function reportFailure(thrown: unknown): number {
  console.error(`groundwork: ${toWireError(thrown).message}`)
  if (!(thrown instanceof GroundworkError)) openLog(dataFolder())(thrown instanceof Error ? `${thrown.stack}` : String(thrown))
  return thrown instanceof GroundworkError && thrown.code === 'call.invalid' ? 2 : 1
}

async function main(): Promise<void> {
  const options = parseWebOptions(process.argv.slice(2))
  if (options.help) return console.log(usage)
  if (options.version) return console.log(applicationVersion())
  const shell = await startWebShell(options)
  endCleanly(() => shell.close())
  announce(shell, options)
}

main().catch((thrown: unknown) => process.exit(reportFailure(thrown)))
