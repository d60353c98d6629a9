import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { build, ensureBuilt } from '../built-program.ts'
import { aProcess, linkPattern } from '../web/a-process.ts'
import { aCommandLine, entry } from './a-command.ts'

beforeAll(ensureBuilt)

const nobody = 65_534
const noMemo = '01a20a62-46c7-7611-9699-962c9a9fd1f6'

describe('wrong usage ends with status 2 and a sentence, and makes no workspace', () => {
  test.each([
    [[], 'Say what to do: import, export, salvage or call.'],
    [['frobnicate'], 'There is no command “frobnicate”.'],
    [['--frob', 'import'], "Unknown option '--frob'."],
    [['import'], 'Say which files to import.'],
    [['import', 'a.txt', '--to', 'b'], '--to belongs to export.'],
    [['export'], 'Say which memo to export'],
    [['export', 'source', noMemo, '--to', 'a.pdf'], 'Say which memo to export'],
    [['export', 'memo', noMemo], 'Say where the memo goes'],
    [['export', 'memo', noMemo, '--to', 'a.exe'], '“exe” is no format of a memo'],
    [['export', 'memo', noMemo, '--to', 'a.pdf', '--paper', 'a5'], '“a5” is no paper; it can be a4 or letter.'],
    [['call'], 'Say which call'],
    [['call', 'sources.list', '{}', '{}'], 'Say which call'],
    [['call', 'sources.list', '{'], 'The argument is not JSON'],
    [['call', 'sources.unknown'], 'There is no call named “sources.unknown”.'],
    [['call', 'constructor.name'], 'There is no call named “constructor.name”.'],
    [['call', 'sources.get', '{"source":7}'], 'sources.get was called wrongly: source'],
    [['call', 'memos.create', '[]'], 'memos.create was called wrongly'],
  ])('groundwork %j', async (args, sentence) => {
    const line = aCommandLine()
    const ended = await line.run(args)
    expect([ended.status, ended.out]).toEqual([2, ''])
    expect(ended.error).toMatch(/^groundwork: [^\n]+ \[call\.(?:invalid|unknown)\]\n$/)
    expect(ended.error).toContain(sentence)
    expect(existsSync(line.workspace)).toBe(false)
  })
})

describe('a call that fails ends with status 1 and its code', () => {
  test('a memo saved over a newer revision is refused, and the newer one stands', async () => {
    const line = aCommandLine()
    const memo = (await line.call('memos.create', {})) as { id: string }
    const document = (text: string) =>
      JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
    await line.call('memos.save', { memo: memo.id, revision: 0, document: document('newer') })
    const stale = await line.run(['call', 'memos.save', JSON.stringify({ memo: memo.id, revision: 0, document: document('stale') })])
    expect([stale.status, stale.out, stale.error]).toEqual([1, '', expect.stringMatching(/^groundwork: .+ \[memo\.stale\]\n$/)])
    expect(await line.call('memos.get', { memo: memo.id })).toEqual(expect.objectContaining({ revision: 1, document: document('newer') }))
  })

  test.each([
    ['passages.get', { passage: noMemo }, 'passage.gone'],
    ['items.get', { item: noMemo }, 'item.gone'],
    ['sources.get', { source: noMemo }, 'source.gone'],
    ['memos.get', { memo: noMemo }, 'memo.gone'],
    ['sources.importFiles', { files: [noMemo], job: noMemo }, 'file.gone'],
    ['shell.capabilities', {}, 'call.refused'],
  ])('%s of something that is gone', async (name, args, code) => {
    const ended = await aCommandLine().run(['call', name, JSON.stringify(args)])
    const said = ended.status === 0 ? ended.out : ended.error
    expect(said).toContain(code)
  })
})

describe('a workspace that cannot be opened is left as it was', () => {
  /** Runs a call on a file with these bytes; answers how it ended and whether the folder is unchanged. */
  async function on(bytes: Buffer | string, name = 'a.groundwork') {
    const line = aCommandLine()
    const path = join(line.folder, name)
    writeFileSync(path, bytes)
    const ended = await line.inFolder(['--workspace', path, 'call', 'sources.list'])
    const left = readdirSync(line.folder).filter((each) => each !== 'data')
    return { status: ended.status, out: ended.out, error: ended.error, untouched: readFileSync(path).equals(Buffer.from(bytes)), left }
  }

  /** The bytes of a SQLite file made by `work`. */
  function aDatabase(work: (db: Database.Database) => void): Buffer {
    const db = new Database(':memory:')
    work(db)
    const bytes = db.serialize()
    db.close()
    return bytes
  }

  const newer = () =>
    aDatabase((db) => {
      db.exec('CREATE TABLE future (x)')
      db.pragma(`application_id = ${0x4777726b}`)
      db.pragma('user_version = 999999')
    })
  const foreign = () =>
    aDatabase((db) => {
      db.exec('CREATE TABLE moz_places (x)')
    })
  const damaged = () => {
    const bytes = newer()
    return Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 0x5a)])
  }

  test.each([
    ['text', () => 'my notes', 'workspace.not-a-workspace'],
    ['nothing', () => '', 'workspace.not-a-workspace'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 'workspace.not-a-workspace'],
    ['another program’s database', foreign, 'workspace.not-a-workspace'],
    ['a newer Groundwork’s workspace', newer, 'workspace.newer'],
    ['a damaged database', damaged, 'workspace.damaged'],
  ])('%s', async (_what, bytes, code) => {
    expect(await on(bytes())).toEqual({
      status: 1,
      out: '',
      error: expect.stringMatching(new RegExp(`^groundwork: “a\\.groundwork” [^\\n]+ \\[${code}\\]\\n$`)),
      untouched: true,
      left: ['a.groundwork'],
    })
  })

  test('a folder', async () => {
    const line = aCommandLine()
    mkdirSync(line.workspace)
    const ended = await line.run(['call', 'sources.list'])
    expect([ended.status, ended.error]).toEqual([1, expect.stringMatching(/is a folder.*\[workspace\.not-a-workspace\]\n$/)])
  })

  test('a path through a file', async () => {
    const line = aCommandLine()
    writeFileSync(join(line.folder, 'file'), '')
    const ended = await line.inFolder(['--workspace', join(line.folder, 'file', 'a.groundwork'), 'call', 'sources.list'])
    expect([ended.status, ended.error]).toEqual([1, expect.stringMatching(/\[workspace\.read-only\]\n$/)])
  })

  test('one that another Groundwork has open', async () => {
    const line = aCommandLine()
    const web = join(build, 'main/web.js')
    const shell = aProcess(process.execPath, [web, '--no-open', '--workspace', line.workspace], { env: line.env })
    await shell.said(linkPattern)
    const ended = await line.run(['call', 'sources.list'])
    expect([ended.status, ended.error]).toEqual([
      1,
      'groundwork: “a.groundwork” is open in another Groundwork window or program. Close it there and try again. [workspace.locked]\n',
    ])
  })

  test('one whose holder was killed opens again', async () => {
    const line = aCommandLine()
    const web = join(build, 'main/web.js')
    const shell = aProcess(process.execPath, [web, '--no-open', '--workspace', line.workspace], { env: line.env })
    await shell.said(linkPattern)
    shell.child.kill('SIGKILL')
    await shell.ended
    expect(await line.call('workspace.get')).toEqual(expect.objectContaining({ sources: 1 }))
  })
})

describe('a place that cannot be written', () => {
  /** Root may write everywhere: then the command runs as the user `nobody`, who must at least be able to read it. */
  const ordinaryUser = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  const canRun = () => spawnSync(process.execPath, ['-e', `fs.accessSync(${JSON.stringify(entry)})`], ordinaryUser).status === 0

  test('a read-only folder', async () => {
    const line = aCommandLine()
    const folder = join(line.folder, 'read-only')
    mkdirSync(folder)
    mkdirSync(join(line.folder, 'data'))
    chmodSync(line.folder, 0o755)
    if (ordinaryUser.uid) chownSync(join(line.folder, 'data'), nobody, nobody)
    chmodSync(folder, 0o555)
    // Where `nobody` cannot read the checkout, the kernel's own folder does: not even root makes files in it.
    const [place, user] = canRun() ? [folder, ordinaryUser] : ['/sys', {}]
    const ended = await line.inFolder(['--workspace', join(place, 'a.groundwork'), 'call', 'sources.list'], user)
    expect([ended.status, ended.out, ended.error]).toEqual([1, '', expect.stringMatching(/^groundwork: “a\.groundwork” [^\n]+ \[workspace\.read-only\]\n$/)])
    expect(readdirSync(folder)).toEqual([])
  })

  test('a full disk, here a limit on the size of files: nothing half-made stays behind', async () => {
    const line = aCommandLine()
    const command = `ulimit -f 64; exec "$0" "$@"`
    const ended = await aProcess('bash', ['-c', command, process.execPath, entry, '--workspace', line.workspace, 'call', 'sources.list'], {
      cwd: line.folder,
      env: line.env,
    }).ended
    expect([ended.status, ended.out, ended.error]).toEqual([1, '', expect.stringMatching(/^groundwork: [^\n]+ \[workspace\.disk-full\]\n$/)])
    expect(readdirSync(line.folder)).toEqual(['data'])
  })

  test('a disk that fills up later: what was there stays, and the import that failed is not half there', async () => {
    const line = aCommandLine()
    await line.call('memos.create', { head: { title: 'Before' } })
    writeFileSync(join(line.folder, 'long.txt'), 'The talks failed in Geneva, said nobody. '.repeat(20_000))
    const limit = Math.ceil(readFileSync(line.workspace).length / 1024) + 64
    const command = `ulimit -f ${limit}; exec "$0" "$@"`
    const ended = await aProcess('bash', ['-c', command, process.execPath, entry, '--workspace', line.workspace, 'import', 'long.txt'], {
      cwd: line.folder,
      env: line.env,
    }).ended
    expect([ended.status, ended.error]).toEqual([1, expect.stringMatching(/\[workspace\.disk-full\]\n$/)])
    expect(await line.call('memos.list')).toEqual([expect.objectContaining({ title: 'Before' })])
    expect(await line.call('sources.list')).toHaveLength(1)
    expect(execFileSync(process.execPath, ['-p', `new (require('better-sqlite3'))(${JSON.stringify(line.workspace)}).pragma('integrity_check', { simple: true })`], { cwd: import.meta.dirname, encoding: 'utf8' })).toBe('ok\n')
  })
})
