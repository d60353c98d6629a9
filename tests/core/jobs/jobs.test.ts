import { describe, expect, it } from 'vitest'
import { createJobs } from '../../../src/core/jobs/jobs.ts'

const [job, other] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']

describe('a Cancel that comes before its job', () => {
  it('stops it when it begins, and no other', async () => {
    const { api, run } = createJobs(() => {}, () => {})
    api.cancel({ job })
    const aborted = (id: string) => run(id, ({ signal }) => Promise.resolve(signal.aborted))
    expect([await aborted(other), await aborted(job), await aborted(job)]).toEqual([false, true, false])
  })

  it('lets work in one go do nothing', () => {
    const { api, throughout } = createJobs(() => {}, () => {})
    const done: string[] = []
    api.cancel({ job })
    expect(() => throughout(job, 'Moving', ['a', 'b'], (thing) => done.push(thing))).toThrow('The work was cancelled. Nothing was changed.')
    expect(done).toEqual([])
  })
})
