import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { build, ensureBuilt } from '../built-program.ts'
import { aProcess, linkPattern } from './a-process.ts'

beforeAll(ensureBuilt)

const entry = join(build, 'main/web.js')

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-entry-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The web shell as a process; its documents and its own folder lie in `folder`. */
function aShell(folder: string, args: string[]) {
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), GROUNDWORK_DATA: join(folder, 'data') }
  return aProcess(process.execPath, [entry, '--no-open', ...args], { env })
}

const openLinkOf = async (link: string) => (await fetch(link, { redirect: 'manual' })).status

test('it prints a link that works once, and another when Enter is pressed', async () => {
  const folder = aFolder()
  const shell = aShell(folder, ['--workspace', join(folder, 'a.groundwork')])
  const first = await shell.said(linkPattern)
  expect([await openLinkOf(first), await openLinkOf(first)]).toEqual([303, 403])
  shell.child.stdin.write('\n')
  const second = await shell.said(linkPattern, 2)
  expect(second).not.toBe(first)
  expect(await openLinkOf(second)).toBe(303)
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it cleanly: the workspace is one file again', async (signal) => {
  const folder = aFolder()
  const workspace = join(folder, 'a.groundwork')
  const shell = aShell(folder, ['--workspace', workspace])
  await shell.said(linkPattern)
  shell.child.kill(signal)
  expect((await shell.ended).status).toBe(0)
  expect([existsSync(workspace), existsSync(`${workspace}-wal`)]).toEqual([true, false])
})

test('a first start makes the library in the user’s documents, a later one opens the last workspace', async () => {
  const folder = aFolder()
  const library = join(folder, 'Documents', 'Groundwork', 'Library.groundwork')
  const first = aShell(folder, [])
  await first.said(linkPattern)
  first.child.kill('SIGTERM')
  await first.ended
  expect(existsSync(library)).toBe(true)

  const other = aShell(folder, ['--workspace', join(folder, 'other.groundwork')])
  await other.said(linkPattern)
  // The other one is open now: a start without --workspace wants the same, and says so here and in its window.
  const second = aShell(folder, [])
  await second.said(linkPattern)
  await expect.poll(second.error).toContain('groundwork: “other.groundwork” is open in another Groundwork window or program.')
})

describe('what cannot be is one sentence and a status, and makes no workspace', () => {
  test('a port in use', async () => {
    const folder = aFolder()
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const ended = await aShell(folder, ['--workspace', join(folder, 'a.groundwork'), '--port', String(port)]).ended
    expect(ended).toEqual({
      status: 1,
      out: '',
      error: `groundwork: Port ${port} is in use by another program. Choose another with --port, or none for a free one.\n`,
    })
    expect(existsSync(join(folder, 'a.groundwork'))).toBe(false)
  })

  test.each([
    [['--prot', '1'], "Unknown option '--prot'."],
    [['--port', 'x'], '“x” is not a port; it is a number from 0 to 65535.'],
    [['--port', '65536'], '“65536” is not a port; it is a number from 0 to 65535.'],
    [['--port', '-1'], "Option '--port' argument is ambiguous."],
    [['--port'], "Option '--port <value>' argument missing."],
    [['--workspace', ''], '--workspace needs a path.'],
    [['file.groundwork'], "Unexpected argument 'file.groundwork'."],
  ])('wrong usage: %s', async (args, sentence) => {
    const folder = aFolder()
    const ended = await aShell(folder, args).ended
    expect(ended).toEqual({ status: 2, out: '', error: `groundwork: ${sentence} Try --help.\n` })
    expect(existsSync(join(folder, 'Documents'))).toBe(false)
  })

})

describe('a workspace that does not open is one sentence too, and its window says what can be done', () => {
  test('a file that is no workspace', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'notes.txt'), 'my notes')
    const shell = aShell(folder, ['--workspace', join(folder, 'notes.txt')])
    expect(await openLinkOf(await shell.said(linkPattern))).toBe(303)
    await expect.poll(shell.error).toBe('groundwork: “notes.txt” is not a Groundwork workspace. The file was left untouched; choose a .groundwork file.\n')
    expect(existsSync(join(folder, '.notes.txt.lock'))).toBe(false)
  })

  test('a folder of its own that is a file', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'data'), '')
    const shell = aShell(folder, ['--workspace', join(folder, 'a.groundwork')])
    await shell.said(linkPattern)
    await expect.poll(shell.error).toContain('cannot be written. Nothing was changed')
    expect(existsSync(join(folder, 'a.groundwork'))).toBe(false)
  })
})

test('--help and --version say what they should and open nothing', async () => {
  const folder = aFolder()
  const help = await aShell(folder, ['--help']).ended
  const version = await aShell(folder, ['--version']).ended
  expect([help.status, help.out.includes('--no-open'), version.status, /^\d+\.\d+\.\d+\n$/.test(version.out)]).toEqual([0, true, 0, true])
  expect(existsSync(join(folder, 'data'))).toBe(false)
})
