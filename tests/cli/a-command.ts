// The built command line as a process of its own, in a folder of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { build } from '../built-program.ts'
import { aProcess, type Ended } from '../web/a-process.ts'

/** The entry of the command line. */
export const entry = join(build, 'main/cli.js')

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What the process may be given beside its arguments. */
export interface CommandOptions {
  uid?: number
  gid?: number
  input?: string
}

/** A folder with a workspace `a.groundwork`; `run` runs a command on it, `inFolder` one on any workspace. */
export function aCommandLine(folder = aFolder()) {
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), GROUNDWORK_DATA: join(folder, 'data') }
  const inFolder = (args: string[], options: CommandOptions = {}): Promise<Ended> => {
    const { input, ...more } = options
    const started = aProcess(process.execPath, [entry, ...args], { cwd: folder, env, ...more })
    started.child.stdin.end(input ?? '')
    return started.ended
  }
  const workspace = join(folder, 'a.groundwork')
  const run = (args: string[], options?: CommandOptions) => inFolder(['--workspace', workspace, ...args], options)
  return {
    folder,
    workspace,
    env,
    inFolder,
    run,
    /** Runs a call that must succeed and answers its value. */
    async call(name: string, args: unknown = {}): Promise<unknown> {
      const ended = await run(['call', name, JSON.stringify(args)])
      if (ended.status !== 0) throw new Error(ended.error)
      return JSON.parse(ended.out)
    },
  }
}
