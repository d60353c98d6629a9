// What is typed without a pause is on its way within a second, whatever the rhythm: a kill loses no more than that.
// @vitest-environment jsdom
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import './core-bridge.ts'
import { createAutosave } from '../../../src/renderer/memos/autosave.ts'
import { longestWait, savingTimes } from '../../../src/renderer/memos/saving.ts'

/** Longer saves than this leave no room within the second. In milliseconds. */
const slowest = 400

it('no letter waits longer than a second to be on the disk, in any rhythm, however long a save takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: slowest }), async (gaps, saveTakes) => {
      let clock = 0
      const timer: { due: { at: number; run: () => void } | null } = { due: null }
      let disk: { at: number; run: () => void } | null = null
      let [waiting, longest]: [number[], number] = [[], 0]
      const autosave = createAutosave({ ...savingTimes, longest: longestWait(saveTakes) }, {
        async write() {
          const bringing = waiting
          waiting = []
          if (saveTakes > 0) await new Promise<void>((resolve) => (disk = { at: clock + saveTakes, run: resolve }))
          for (const typedAt of bringing) longest = Math.max(longest, clock - typedAt)
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
        const nextDue = () => [timer.due, disk].filter((due) => due !== null).toSorted((a, b) => a.at - b.at)[0]
        for (let next = nextDue(); next && next.at <= end; next = nextDue()) {
          clock = Math.max(clock, next.at)
          if (next === disk) disk = null
          else timer.due = null
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
