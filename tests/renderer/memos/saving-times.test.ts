// What is typed without a pause is on its way within a second, whatever the rhythm: a kill loses no more than that.
// @vitest-environment jsdom
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import './core-bridge.ts'
import { createAutosave } from '../../../src/renderer/memos/autosave.ts'
import { savingTimes } from '../../../src/renderer/memos/saving.ts'

it('no letter waits longer than a second to be sent, in any rhythm', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 60 }), async (gaps) => {
      let clock = 0
      const timer: { due: { at: number; run: () => void } | null } = { due: null }
      let [waiting, longest]: [number[], number] = [[], 0]
      const autosave = createAutosave(savingTimes, {
        async write() {
          for (const typedAt of waiting) longest = Math.max(longest, clock - typedAt)
          waiting = []
        },
        isStale: () => false,
        report: () => undefined,
        now: () => clock,
        after(milliseconds, run) {
          const mine = { at: clock + milliseconds, run }
          timer.due = mine
          return () => void (timer.due === mine && (timer.due = null))
        },
      })
      for (const gap of [...gaps, 5000]) {
        waiting.push(clock)
        autosave.touch()
        const end = clock + gap
        for (let next = timer.due; next && next.at <= end; next = timer.due) {
          clock = Math.max(clock, next.at)
          timer.due = null
          next.run()
          for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
        }
        clock = end
      }
      expect(waiting).toEqual([])
      expect(longest).toBeLessThanOrEqual(1000)
    }),
    { numRuns: 200, seed: 180 },
  )
})
