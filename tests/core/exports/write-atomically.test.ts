import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unwritable, writeAtomically } from '../../../src/core/exports/write-atomically.ts'
import { aFolder } from '../a-core.ts'

const bytes = Buffer.from('%PDF-1.7 whole')
const refusal = async (path: string, signal?: AbortSignal) =>
  writeAtomically(path, bytes, signal).then(
    () => 'written',
    (error: { code: string; message: string }) => [error.code, error.message],
  )

describe('a file written atomically', () => {
  it('is whole, replaces the one before and leaves nothing beside it', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'memo.pdf'), 'older')
    await writeAtomically(join(folder, 'memo.pdf'), bytes)
    expect(readFileSync(join(folder, 'memo.pdf'))).toEqual(bytes)
    expect(readdirSync(folder)).toEqual(['memo.pdf'])
  })

  it('says which folder is missing', async () => {
    const folder = join(aFolder(), 'gone')
    expect(await refusal(join(folder, 'memo.pdf'))).toEqual([
      'file.unwritable',
      `“memo.pdf” could not be written: the folder “${folder}” does not exist. Nothing was changed there. Choose another folder and export again.`,
    ])
  })

  it('does not replace a folder, and cleans up', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'memo.pdf'))
    expect((await refusal(join(folder, 'memo.pdf')))[0]).toBe('file.unwritable')
    expect(readdirSync(folder)).toEqual(['memo.pdf'])
  })

  it('tells a full disk from a folder that may not be written to', () => {
    const told = (code: string) => {
      const { code: own, message } = unwritable(Object.assign(new Error(code), { code }), '/home/anna/memo.pdf')
      return [own, message]
    }
    expect(told('ENOSPC')).toEqual([
      'workspace.disk-full',
      'There is no room left on the disk for “memo.pdf”. Nothing was written. Free some space and export again.',
    ])
    expect(told('EACCES')).toEqual([
      'file.unwritable',
      '“memo.pdf” could not be written: the folder “/home/anna” may not be written to. Nothing was changed there. Choose another folder and export again.',
    ])
    expect(told('EROFS')).toEqual([
      'file.unwritable',
      '“memo.pdf” could not be written: the folder “/home/anna” is read-only. Nothing was changed there. Choose another folder and export again.',
    ])
  })

  it('is not put in place once it was cancelled', async () => {
    const folder = aFolder()
    expect(await refusal(join(folder, 'memo.pdf'), AbortSignal.abort())).toEqual([
      'job.cancelled',
      'The export was cancelled. No file was written.',
    ])
    expect(readdirSync(folder)).toEqual([])
  })
})
