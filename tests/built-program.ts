// The built program, for tests that start it as its users do.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The folder of the build under test: the checkout's own, built first if its sources changed. */
export const build = process.env.GROUNDWORK_BUILD ?? join(root, 'out')

/** Call it in beforeAll. */
export function ensureBuilt(): void {
  if (process.env.GROUNDWORK_BUILD) return
  const script = join(root, 'scripts/built-program.mjs')
  const command = `(await import(${JSON.stringify(script)})).ensureBuilt(process.execPath, { quiet: true })`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', command], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the build failed: ${stderr}`)
}
