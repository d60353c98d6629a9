import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aProcess, linkPattern } from '../web/a-process.ts'

const root = join(import.meta.dirname, '../..')

/** A script of the checkout as a process; the user's folders lie in a folder that is gone after the test. */
function aScript(name: string, args: (folder: string) => string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), GROUNDWORK_DATA: join(folder, 'data') }
  return { folder, process: aProcess(process.execPath, [join(root, 'scripts', name), ...args(folder)], { cwd: folder, env }) }
}

const webShell = () => aScript('start.mjs', (folder) => ['--web', '--no-open', '--port', '0', '--workspace', join(folder, 'a.groundwork')])

describe('npm start', () => {
  // Builds first when the sources changed since the last build.
  const patience = 120_000

  test('prints a link behind which the built page is', { timeout: patience }, async () => {
    const { process: started, folder } = webShell()
    const link = await started.said(linkPattern)
    const entered = await fetch(link, { redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await fetch(new URL('/', link), { headers: { cookie } })
    expect(await page.text()).toBe(readFileSync(join(root, 'out/renderer/index.html'), 'utf8'))
    expect(existsSync(join(folder, 'a.groundwork'))).toBe(true)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it and the program it started', { timeout: patience }, async (signal) => {
    const { process: started, folder } = webShell()
    const link = await started.said(linkPattern)
    started.child.kill(signal)
    expect((await started.ended).status).toBe(0)
    await expect(fetch(link)).rejects.toThrow('fetch failed')
    expect(existsSync(join(folder, 'a.groundwork-wal'))).toBe(false)
  })

  test('killed without a chance to clean up, it leaves no program behind', { timeout: patience }, async () => {
    const { process: started } = webShell()
    const link = await started.said(linkPattern)
    started.child.kill('SIGKILL')
    await expect.poll(() => fetch(link, { redirect: 'manual' }).then(() => 'there', () => 'gone'), { timeout: 10_000 }).toBe('gone')
  })

  test.each([
    [['--wbe'], "groundwork: Unknown option '--wbe'. Try -- --help.\n"],
    [['file'], "groundwork: Unexpected argument 'file'. Try -- --help.\n"],
    [['--workspace', ''], 'groundwork: --workspace needs a path. Try -- --help.\n'],
  ])('wrong usage: %s', async (args, error) => {
    expect(await aScript('start.mjs', () => args).process.ended).toEqual({ status: 2, out: '', error })
  })

  test('--help says what can be asked for', async () => {
    const ended = await aScript('start.mjs', () => ['--help']).process.ended
    expect([ended.status, ended.out]).toEqual([0, expect.stringContaining('--workspace FILE')])
  })
})

describe('the command groundwork', () => {
  test('runs where it is called, passes on what it is given and how it ended', { timeout: 120_000 }, async () => {
    const good = await aScript('groundwork.mjs', () => ['--workspace', 'mine.groundwork', 'call', 'memos.list']).process.ended
    const bad = await aScript('groundwork.mjs', () => ['frobnicate']).process.ended
    expect([good.status, good.out, bad.status]).toEqual([0, '[]\n', 2])
    expect(bad.error).toContain('There is no command “frobnicate”.')
  })
})
