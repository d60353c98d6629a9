// Builds the program when its sources changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, closeSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dependency, root } from './application.mjs'
import { runToEnd } from './run.mjs'

const output = join(root, 'out')
const stamp = join(output, '.built-from')
const lock = join(output, '.building')
const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']
const products = ['main/index.js', 'main/web.js', 'main/cli.js', 'main/core-worker.js', 'preload/index.cjs', 'renderer/index.html']

function filesUnder(path) {
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted()
}

/** A hash over the names and contents of everything that the build reads. */
function sourcesHash() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    if (!existsSync(path)) continue
    const files = /\.\w+$/.test(source) ? [path] : filesUnder(path)
    for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const isBuilt = (wanted) =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && products.every((product) => existsSync(join(output, product)))

function isRunning(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (thrown) {
    return thrown.code === 'EPERM'
  }
}

/** Waits until no other script builds; a lock whose process is gone does not count. */
async function takeLock() {
  mkdirSync(output, { recursive: true })
  for (;;) {
    try {
      const file = openSync(lock, 'wx')
      writeSync(file, String(process.pid))
      closeSync(file)
      return
    } catch (thrown) {
      if (thrown.code !== 'EEXIST') throw thrown
      const owner = Number.parseInt(existsSync(lock) ? readFileSync(lock, 'utf8') : '', 10)
      // A lock without a number is being written at this moment, or its writer died in it.
      await wait(300)
      if (Number.isInteger(owner) ? !isRunning(owner) : existsSync(lock) && readFileSync(lock, 'utf8') === '') rmSync(lock, { force: true })
    }
  }
}

/** Builds if needed, under the given Node; rejects with a sentence when that fails. `always` builds in any case. */
export async function ensureBuilt(node, { quiet = false, always = false } = {}) {
  if (!always && isBuilt(sourcesHash())) return
  await takeLock()
  try {
    const wanted = sourcesHash()
    if (!always && isBuilt(wanted)) return
    if (!quiet) console.log('Building Groundwork …')
    rmSync(stamp, { force: true })
    const builder = [dependency('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'error']
    const status = await runToEnd(node, builder, { cwd: root, quiet })
    if (status === 130) process.exit(130)
    if (status !== 0) throw new Error('Groundwork could not be built; the reason is above. Nothing was started.')
    writeFileSync(stamp, wanted)
  } finally {
    rmSync(lock, { force: true })
  }
}
