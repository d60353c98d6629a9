// A program that runs aside: what it prints and how it ends is known, it gives way to others, and it outlives nobody.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aProcess } from '../web/a-process.ts'

const session = '/proc/self/autogroup'
const module = JSON.stringify(join(import.meta.dirname, '../../scripts/run-aside.mjs'))

/** A script that runs a line of JavaScript aside, lets it hurry once it printed something, and says with what status it ended. */
function aScript(line: string) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-aside-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const output = join(folder, 'output.txt')
  const asked = [process.execPath, ['-e', line], { output }].map((each) => JSON.stringify(each)).join()
  const script = `
    import { statSync } from 'node:fs'
    import { hurryAside, runAside } from ${module}
    const running = runAside(${asked})
    const timer = setInterval(() => statSync(${JSON.stringify(output)}).size > 0 && hurryAside(), 200)
    console.log('status ' + await running)
    clearInterval(timer)`
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

  test.skipIf(process.platform === 'win32')('has a low priority, and on Linux its session has, until it may hurry', async () => {
    const { ended, printed } = aScript(`
      const place = '${session}'
      const session = () => (fs.existsSync(place) ? /nice (-?[0-9]+)/.exec(fs.readFileSync(place, 'utf8'))[1] : 'as any')
      const waitFor = (wanted) => { while (session() !== wanted) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20) }
      if (fs.existsSync(place)) waitFor('10')
      console.log(os.getPriority(), session())
      if (fs.existsSync(place)) waitFor('0')
      console.log(os.getPriority(), session())`)
    await ended
    // These tests may run aside themselves.
    const own = Math.min(19, getPriority() + 10)
    expect(printed()).toBe(existsSync(session) ? `${own} 10\n${own} 0\n` : `${own} as any\n${own} as any\n`)
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
