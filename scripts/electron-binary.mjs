// Finds Electron's binary, or fetches it once; a machine that cannot have it is not asked again every time.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dependency } from './application.mjs'

/** How long the download may take before the web shell opens instead. In milliseconds. */
const downloadLimit = 90_000

/** How long a failed download is remembered. In milliseconds. */
const memory = 24 * 60 * 60 * 1000

const cache = dependency('.cache/groundwork')
const failure = join(cache, 'electron-download-failed')

/** The path of the binary, or null. */
export function electronBinary() {
  const given = process.env.ELECTRON_EXEC_PATH
  if (given && existsSync(given)) return given
  const pathFile = dependency('electron/path.txt')
  if (!existsSync(pathFile)) return null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || dependency('electron/dist')
  const binary = join(folder, readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** What the installer's output comes to, in a few words. */
function reasonIn(output) {
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH/.test(output)) return 'its download server cannot be reached'
  const line = output.split('\n').map((each) => each.trim()).find((each) => /Error/.test(each)) ?? 'the download failed'
  return line.replace(/^(?:\w*Error: )+/, '').slice(0, 200)
}

/** Runs Electron's own installer; answers null when it worked, else why not. */
function download(node) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(node, [dependency('electron/install.js')], { stdio: ['ignore', 'ignore', 'pipe'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), downloadLimit)
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) resolve(null)
      else resolve(signal ? `it took longer than ${downloadLimit / 1000} seconds` : reasonIn(output))
    })
  })
}

/**
 * The binary, fetched if it is not there: `{ binary }`, or `{ reason }` that says in a few words why there is none.
 */
export async function obtainElectron(node) {
  const present = electronBinary()
  if (present) return { binary: present }
  if (existsSync(failure) && Date.now() - statSync(failure).mtimeMs < memory) {
    return { reason: `${readFileSync(failure, 'utf8')}; it is tried again after a day` }
  }
  console.log('Fetching the Electron window, once …')
  const reason = await download(node)
  const binary = reason === null ? electronBinary() : null
  if (binary) {
    rmSync(failure, { force: true })
    return { binary }
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(failure, reason ?? 'the download was not complete')
  return { reason: reason ?? 'the download was not complete' }
}
