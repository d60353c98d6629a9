import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt } from '../built-program.ts'
import { aCommandLine } from './a-command.ts'

beforeAll(ensureBuilt)

describe('import', () => {
  test('prints a line for each file and what became of all; a second time they are there already', async () => {
    const line = aCommandLine()
    writeFileSync(join(line.folder, 'one.txt'), 'The talks failed in Geneva.')
    writeFileSync(join(line.folder, 'two.md'), '# Two\n\nThe talks went on in Paris.')
    const first = await line.run(['import', 'one.txt', 'two.md'])
    expect(first).toEqual({
      status: 0,
      error: '',
      out: expect.stringMatching(/^imported: one\.txt \([\da-f-]{36}\)\nimported: two\.md \([\da-f-]{36}\)\n2 imported, 0 already there, 0 failed\n$/),
    })
    const second = await line.run(['import', 'two.md'])
    expect([second.status, second.out]).toEqual([
      0,
      expect.stringMatching(/^already there: two\.md \([\da-f-]{36}\)\n0 imported, 1 already there, 0 failed\n$/),
    ])
  })

  test('goes on past the files that fail, names each with its reason, and ends with status 1', async () => {
    const line = aCommandLine()
    writeFileSync(join(line.folder, 'good.txt'), 'The talks failed in Geneva.')
    writeFileSync(join(line.folder, 'empty.txt'), '')
    writeFileSync(join(line.folder, 'binary.txt'), Buffer.from(Array.from({ length: 4096 }, (_each, at) => (at * 37) % 256)))
    const ended = await line.run(['import', 'missing.txt', 'empty.txt', 'binary.txt', 'good.txt', '.'])
    expect(ended.status).toBe(1)
    expect(ended.out).toMatch(/^imported: good\.txt .*\n1 imported, 0 already there, 4 failed\n$/)
    expect(ended.error.split('\n').map((each) => /^failed: (\S+): .+ \[([\w.-]+)\]$/.exec(each)?.slice(1))).toEqual([
      ['empty.txt', 'source.empty'],
      ['binary.txt', 'source.binary'],
      ['missing.txt', 'file.gone'],
      [expect.any(String), 'file.gone'],
      undefined,
    ])
  })

  test('a name that would steer the terminal is printed without its control characters', async () => {
    const line = aCommandLine()
    const name = 'red\u001B[31m\nimported: all.txt'
    writeFileSync(join(line.folder, name), 'The talks failed in Geneva.')
    const ended = await line.run(['import', name])
    expect(ended.out.split('\n')[0]).toMatch(/^imported: red \[31m imported: all\.txt \(/)
  })
})

describe('call', () => {
  test('answers one line of JSON, and reads its argument from standard input for -', async () => {
    const line = aCommandLine()
    const created = (await line.call('memos.create', { head: { title: 'Ein “Memo”' } })) as { id: string }
    const ended = await line.run(['call', 'memos.get', '-'], { input: JSON.stringify({ memo: created.id }) })
    expect([ended.status, ended.error, ended.out.split('\n')]).toEqual([0, '', [expect.any(String), '']])
    expect(JSON.parse(ended.out)).toEqual(expect.objectContaining({ id: created.id, revision: 0 }))
  })

  test('a new workspace holds the bundled article', async () => {
    expect(await aCommandLine().call('sources.list')).toEqual([expect.objectContaining({ containerTitle: 'TIME' })])
  })
})

describe('export memo', () => {
  test('writes a PDF, says so, and leaves nothing else in the folder', async () => {
    const line = aCommandLine()
    const memo = (await line.call('memos.create', { head: { title: 'A memo', language: 'en' } })) as { id: string }
    const before = readdirSync(line.folder)
    const ended = await line.run(['export', 'memo', memo.id, '--to', 'out.pdf', '--paper', 'a4'])
    expect([ended.status, ended.out]).toEqual([0, expect.stringMatching(/^written: out\.pdf \(\d+ bytes\)\n$/)])
    expect(readFileSync(join(line.folder, 'out.pdf')).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(readdirSync(line.folder).toSorted()).toEqual([...before, 'out.pdf'].toSorted())
  })

  test('chooses the format by the ending, and writes references beside Markdown', async () => {
    const line = aCommandLine()
    const memo = (await line.call('memos.create', { head: { title: 'A memo', language: 'en' } })) as { id: string }
    for (const ending of ['docx', 'html', 'txt', 'md']) {
      const ended = await line.run(['export', 'memo', memo.id, '--to', `out.${ending}`, '--no-annex'])
      expect([ended.status, ended.error]).toEqual([0, ''])
    }
    const read = (name: string) => readFileSync(join(line.folder, name), 'latin1')
    expect([read('out.docx').slice(0, 2), read('out.html').slice(0, 15)]).toEqual(['PK', '<!doctype html>'])
    expect([read('out.txt').slice(0, 6), read('out.md').slice(0, 8), JSON.parse(read('out.json'))]).toEqual(['A memo', '# A memo', []])
  })

  test('to a folder that is not there fails and writes nothing', async () => {
    const line = aCommandLine()
    const memo = (await line.call('memos.create', {})) as { id: string }
    const ended = await line.run(['export', 'memo', memo.id, '--to', 'no/such/out.pdf'])
    expect([ended.status, ended.out, ended.error]).toEqual([1, '', expect.stringMatching(/does not exist.*\[file\.unwritable\]\n$/)])
    expect(existsSync(join(line.folder, 'no'))).toBe(false)
  })

  test('of a memo that is gone leaves the older file as it was', async () => {
    const line = aCommandLine()
    await line.call('memos.list')
    writeFileSync(join(line.folder, 'out.pdf'), 'older')
    const ended = await line.run(['export', 'memo', '01a20a62-46c7-7611-9699-962c9a9fd1f6', '--to', 'out.pdf'])
    expect([ended.status, ended.error]).toEqual([1, expect.stringMatching(/\[memo\.gone\]\n$/)])
    expect(readFileSync(join(line.folder, 'out.pdf'), 'utf8')).toBe('older')
  })

  test('from a workspace that is not there makes none', async () => {
    const line = aCommandLine()
    const ended = await line.run(['export', 'memo', '01a20a62-46c7-7611-9699-962c9a9fd1f6', '--to', 'out.pdf'])
    expect([ended.status, ended.error]).toEqual([1, expect.stringMatching(/There is no workspace “a\.groundwork”.*\[workspace\.missing\]\n$/)])
    expect(existsSync(line.workspace)).toBe(false)
  })
})

describe('without --workspace', () => {
  test('it is the library in the user’s documents', async () => {
    const line = aCommandLine()
    expect((await line.inFolder(['call', 'workspace.get'])).status).toBe(0)
    expect(existsSync(join(line.folder, 'Documents', 'Groundwork', 'Library.groundwork'))).toBe(true)
  })
})
