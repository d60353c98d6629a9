// The command-line options of the web shell.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { GroundworkError } from '../shared/errors.ts'

/** What the user asked for; paths are absolute, null and 0 leave the choice to the program. */
export interface WebOptions {
  workspace: string | null
  port: number
  openBrowser: boolean
  data: string | null
  help: boolean
  version: boolean
}

export const usage = `Groundwork in the browser

  --workspace FILE   open this workspace; it is made when it is not there
  --port N           listen on this loopback port instead of a free one
  --no-open          do not open the browser
  --data FOLDER      keep backups, temporary files and the list of workspaces there
  --help, --version`

const wrong = (message: string) => new GroundworkError('call.invalid', `${message} Try --help.`)

function portFrom(text: string | undefined): number {
  if (text === undefined) return 0
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw wrong(`“${text}” is not a port; it is a number from 0 to 65535.`)
  return port
}

/** An absolute path; an empty one would silently mean the current folder. */
function pathFrom(text: string | undefined, option: string): string | null {
  if (text === '') throw wrong(`${option} needs a path.`)
  return text === undefined ? null : resolve(text)
}

/** Reads the options; throws `call.invalid` with a sentence for the user. */
export function parseWebOptions(given: string[]): WebOptions {
  const { values } = parse(given)
  return {
    workspace: pathFrom(values.workspace, '--workspace'),
    port: portFrom(values.port),
    openBrowser: !values['no-open'],
    data: pathFrom(values.data, '--data'),
    help: values.help ?? false,
    version: values.version ?? false,
  }
}

function parse(given: string[]) {
  try {
    return parseArgs({
      args: given,
      options: {
        workspace: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        data: { type: 'string' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
        // The start script's own choice of shell; it means nothing more here.
        web: { type: 'boolean' },
      },
    })
  } catch (thrown) {
    // Node explains at length how to pass a positional argument that looks like an option: the first sentence will do.
    const reason = thrown instanceof Error ? (thrown.message.split(/\.\s|\n/)[0] ?? '') : ''
    throw wrong(`${reason.replace(/\.$/, '')}.`)
  }
}
