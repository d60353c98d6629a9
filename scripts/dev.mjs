// npm run dev: Groundwork with hot reload, in Electron where it can and else in the browser.
import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { dependency, fail, groundworkNode, root } from './application.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { obtainElectron } from './electron-binary.mjs'
import { runInFront, whenOrphaned } from './run.mjs'
import { electronFlags, hasDisplay, shellOptions } from './shell-options.mjs'

/** The parts of the sources that run in Node: a change of theirs needs a new process. */
const nodeSides = ['src/core', 'src/web', 'src/shared']

/** How long the sources must be quiet before the restart: editors write one file in several steps. In milliseconds. */
const quiet = 300

/**
 * Runs the web shell from its sources and starts it again when they change, at the same port and with the same
 * session, so that the open page goes on. Answers the exit status.
 */
function runAndRestart(node, options) {
  const session = randomBytes(32).toString('base64url')
  let port = null
  let child = null
  let restarting = false
  let timer = null
  let interruptions = 0

  return new Promise((resolve) => {
    const start = () => {
      restarting = false
      const again = port === null ? [] : ['--port', String(port), '--no-open']
      child = spawn(node, [join(root, 'scripts/dev-web.mjs'), ...options.forWeb, ...again], {
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, GROUNDWORK_DEV_SESSION: session },
      })
      child.on('message', (message) => {
        port = message.port
      })
      child.on('exit', (code) => {
        if (restarting) return start()
        // A fault in the sources ends the program before it is up; it comes back with the next change.
        if (port !== null && code !== 0 && interruptions === 0) return void (child = null)
        resolve(code ?? 130)
      })
    }
    const end = () => {
      interruptions += 1
      if (!child) return resolve(130)
      restarting = false
      if (interruptions > 1) child.kill('SIGKILL')
      else if (child.connected) child.send('stop', () => {})
    }
    process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end)
    whenOrphaned(end)
    for (const side of nodeSides) {
      watch(join(root, side), { recursive: true }, () => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          if (interruptions > 0) return
          console.log('The sources changed; starting again.')
          if (!child) return start()
          restarting = true
          child.send('stop', () => {})
        }, quiet)
      })
    }
    start()
  })
}

async function develop() {
  const options = shellOptions()
  await ensureDependencies()
  const node = groundworkNode()
  if (!options.wantsWeb && hasDisplay()) {
    const { binary, reason } = await obtainElectron(node)
    if (binary) {
      const flags = electronFlags()
      const own = [...options.forElectron, ...flags]
      const command = [dependency('electron-vite/bin/electron-vite.js'), 'dev', ...(own.length > 0 ? ['--', ...own] : [])]
      const data = options.data ? { GROUNDWORK_DATA: options.data } : {}
      return runInFront(node, command, { cwd: root, env: { ...process.env, ...data, ELECTRON_EXEC_PATH: binary } })
    }
    console.log(`Electron is not available (${reason}), so Groundwork runs in the browser.`)
  }
  return runAndRestart(node, options)
}

develop().then((status) => process.exit(status), fail)
