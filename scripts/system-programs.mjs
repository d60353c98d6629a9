// Programs that the tests need from the system: a Chromium, and poppler's readers of PDF.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
const chromiumPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The first program of these names on the path, or null. */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path)) ?? null
}

/** A program in the places given that runs: Ubuntu's chromium-browser, for one, is only a signpost. */
const thatRuns = (paths) => paths.find((path) => path && existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0) ?? null

/** The path of a Chromium: what $CHROMIUM says, else one in the usual places; null when there is none. */
export function chromium() {
  if (process.env.CHROMIUM) return thatRuns([process.env.CHROMIUM])
  // Chrome for Windows opens a window when asked for its version: there the file alone must do.
  if (process.platform === 'win32') return chromiumPlaces.find((path) => existsSync(path)) ?? null
  return thatRuns([onPath(chromiumNames), ...chromiumPlaces])
}

const hasPoppler = () => ['pdftotext', 'pdfinfo', 'pdftoppm'].every((name) => onPath([name, `${name}.exe`]))

/** Whether packages can be installed here without asking anybody. */
function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !onPath(['apt-get']) || !existsSync('/etc/os-release')) return false
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function install(packages) {
  console.log(`Installing from the system’s packages: ${packages.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  // An index that could not be refreshed may still do.
  run(['update', '-qq'])
  return run(['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

/** Sees to it that both are there; answers Chromium's path. Throws one line that says what to install. */
export function ensureSystemPrograms() {
  const missing = () => [...(chromium() ? [] : ['chromium']), ...(hasPoppler() ? [] : ['poppler-utils'])]
  const wanted = missing()
  if (wanted.length > 0 && isRootOnDebian()) install(wanted)
  const stillMissing = missing()
  if (stillMissing.includes('chromium')) {
    throw new Error('The tests need Chromium or Chrome: install it (Debian, Ubuntu: sudo apt-get install chromium), or set CHROMIUM to its path.')
  }
  if (stillMissing.length > 0) {
    throw new Error('The tests need poppler: install it (Debian, Ubuntu: sudo apt-get install poppler-utils; macOS: brew install poppler).')
  }
  return chromium()
}
