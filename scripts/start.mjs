// npm start: installs, builds and opens Groundwork, in Electron where it can and else in the browser.
import { fail, groundworkNode, root } from './application.mjs'
import { ensureBuilt } from './built-program.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { obtainElectron } from './electron-binary.mjs'
import { runInFront } from './run.mjs'
import { electronFlags, hasDisplay, shellOptions } from './shell-options.mjs'

/** A window that ends with an error so soon never came up. In milliseconds. */
const tooSoon = 5000

const web = (node, options) => runInFront(node, [`${root}/out/main/web.js`, ...options.forWeb])

/** Opens the Electron window; answers the exit status, or null when no window came up. */
async function electron(binary, options) {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env
  if (options.data) environment.GROUNDWORK_DATA = options.data
  const began = Date.now()
  const status = await runInFront(binary, [...electronFlags(), root, ...options.forElectron], {
    stdio: 'inherit',
    env: environment,
  }).catch(() => 1)
  return status !== 0 && status !== 130 && Date.now() - began < tooSoon ? null : status
}

async function start() {
  const options = shellOptions()
  await ensureDependencies()
  const node = groundworkNode()
  await ensureBuilt(node)
  if (options.wantsWeb) return web(node, options)
  if (!hasDisplay()) {
    console.log('There is no display here, so Groundwork runs in the browser.')
    return web(node, options)
  }
  const { binary, reason } = await obtainElectron(node)
  if (!binary) {
    console.log(`Electron is not available (${reason}), so Groundwork runs in the browser.`)
    return web(node, options)
  }
  const status = await electron(binary, options)
  if (status !== null) return status
  console.log('The Electron window could not be opened, so Groundwork runs in the browser.')
  return web(node, options)
}

start().then((status) => process.exit(status), fail)
