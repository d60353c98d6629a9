// Installs the locked dependencies when they are missing or out of date.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './application.mjs'
import { runToEnd } from './run.mjs'

const lockFile = join(root, 'package-lock.json')
const installedLock = join(root, 'node_modules', '.package-lock.json')
const stamp = join(root, 'node_modules', '.groundwork-installed')

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** npm's own account of what it installed: true when it has every locked package in its version, optional ones aside. */
function installedByHand() {
  if (!existsSync(installedLock)) return false
  const installed = packagesOf(installedLock)
  return Object.entries(packagesOf(lockFile)).every(
    ([path, entry]) => path === '' || (installed[path] ? installed[path].version === entry.version : entry.optional || entry.devOptional),
  )
}

/** Whether node_modules holds what package-lock.json asks for. */
export function dependenciesAreThere() {
  const wanted = hashOf(lockFile)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  if (!installedByHand()) return false
  keepStamp(wanted)
  return true
}

/** Only saves the comparison the next time: a checkout that another user installed may be read-only. */
function keepStamp(hash) {
  try {
    writeFileSync(stamp, hash)
  } catch {
    // Compared again the next time.
  }
}

/** The npm that runs this script, or the one on the path. */
function npm() {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js') && existsSync(script)) return { program: process.execPath, before: [script], shell: false }
  return { program: 'npm', before: [], shell: process.platform === 'win32' }
}

/** Installs the dependencies if needed; rejects with a sentence when that fails. */
export async function ensureDependencies({ quiet = false } = {}) {
  if (dependenciesAreThere()) return
  const say = quiet ? console.error : console.log
  say('Installing what Groundwork needs; this happens once and takes about a minute.')
  const { program, before, shell } = npm()
  // Both kinds are needed whatever the machine's npm is set to leave out: the build tools and the pinned Node.
  const wanted = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const status = await runToEnd(program, [...before, ...wanted], { cwd: root, quiet, shell }).catch(() => null)
  if (status === 130) process.exit(130)
  if (status !== 0) {
    throw new Error('The dependencies could not be installed; npm says why above. Nothing was started. Check the connection to the npm registry and try again.')
  }
  keepStamp(hashOf(lockFile))
}
