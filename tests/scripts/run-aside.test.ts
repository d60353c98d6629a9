// A program that runs aside: what it prints and how it ends is known, it gives way to others, and it outlives nobody.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aProcess } from '../web/a-process.ts'

const module = JSON.stringify(join(import.meta.dirname, '../../scripts/run-aside.mjs'))

/** A script that runs a line of JavaScript aside and says with what status that ended; `printed` reads what it printed. */
function aScript(line: string) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-aside-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const output = join(folder, 'output.txt')
  const asked = [process.execPath, ['-e', line], { output }].map((each) => JSON.stringify(each)).join()
  const script = `import { runAside } from ${module}; console.log('status ' + await runAside(${asked}))`
  return { ...aProcess(process.execPath, ['--input-type=module', '-e', script]), printed: () => (existsSync(output) ? readFileSync(output, 'utf8') : '') }
}

/** Whether anybody listens on a port of this machine. */
const isThere = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.unref()
  })

describe('a program that runs aside', () => {
  test('keeps what it prints, and its status is answered', async () => {
    const { ended, printed } = aScript('console.log("one"); console.error("two"); process.exit(3)')
    expect(await ended).toEqual({ status: 0, out: 'status 3\n', error: '' })
    expect(printed()).toBe('one\ntwo\n')
  })

  test.skipIf(process.platform === 'win32')('has the lowest priority, and on Linux its session has', async () => {
    const session = '/proc/self/autogroup'
    // The session gets its priority once it is there.
    const { ended, printed } = aScript(
      `setTimeout(() => { console.log(os.getPriority()); if (fs.existsSync('${session}')) console.log(fs.readFileSync('${session}', 'utf8').trim()) }, 300)`,
    )
    await ended
    expect(printed()).toMatch(existsSync(session) ? /^19\n.* nice 19\n$/ : /^19\n$/)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends with the script that runs it on %s', async (signal) => {
    const { child, ended, printed } = aScript('const server = net.createServer().listen(0, "127.0.0.1", () => console.log(server.address().port))')
    await expect.poll(printed).toMatch(/^\d+\n$/)
    const port = Number(printed())
    expect(await isThere(port)).toBe(true)
    child.kill(signal)
    await ended
    await expect.poll(() => isThere(port)).toBe(false)
  })
})
