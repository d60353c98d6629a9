import { setTimeout as after } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAhead } from '../../../src/core/sources/read-ahead.ts'
import { aCore } from '../a-core.ts'
import { importing } from './a-file.ts'

const never = new AbortController().signal
const megabyte = 1024 * 1024

async function groupsOf(sizes: readonly number[], read: (file: number) => Promise<number>, signal = never) {
  const groups: number[][] = []
  for await (const group of readAhead({ files: [...sizes.keys()], sizeOf: (file) => sizes[file] ?? 0, read, signal })) groups.push(group)
  return groups
}

describe('reading ahead', () => {
  it('gives every file once and in order, whatever becomes ready first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(40 * megabyte), fc.nat(3)), { maxLength: 120 }), async (files) => {
        const groups = await groupsOf(files.map(([size]) => size), async (file) => {
          for (let turn = files[file]?.[1] ?? 0; turn > 0; turn -= 1) await Promise.resolve()
          return file
        })
        return groups.flat().join() === [...files.keys()].join() && groups.every((group) => group.length > 0 && group.length <= 32)
      }),
      { numRuns: 100, seed: 3 },
    )
  })

  it('holds no more than 32 MB of files, or one that is larger', async () => {
    let held = 0
    let most = 0
    await groupsOf(Array.from({ length: 30 }, () => 10 * megabyte), async (file) => {
      held += 1
      most = Math.max(most, held)
      await after(1)
      held -= 1
      return file
    })
    expect(most).toBeLessThanOrEqual(4)
  })

  it('begins no file after it was cancelled', async () => {
    const control = new AbortController()
    const begun: number[] = []
    await groupsOf(Array.from({ length: 500 }, () => 1), async (file) => {
      begun.push(file)
      if (file === 3) control.abort()
      return file
    }, control.signal)
    expect(begun.length).toBe(4)
  })
})

it('copies within one batch are told apart, though they are kept in one commit, and each import is undone by itself', async () => {
  const core = aCore()
  const report = await importing(core, { 'a.txt': 'Words of a note.', 'b.txt': 'Words of a note.', 'c.txt': 'Words of another one.' })
  expect(report.outcomes.map(({ name, outcome }) => [name, outcome])).toEqual([['a.txt', 'imported'], ['b.txt', 'duplicate'], ['c.txt', 'imported']])
  expect(report.outcomes[1]?.source).toBe(report.outcomes[0]?.source)
  core.api.history.undo({})
  expect(core.api.sources.list({}).map(({ title }) => title)).toEqual(['a'])
  expect(core.events.some((event) => event.name === 'changed' && event.data.features.includes('sources'))).toBe(true)
})
