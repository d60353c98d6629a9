import { describe, expect, it } from 'vitest'
import { backupsToKeep, isBackupDue, type Dated } from '../../../src/core/backups/retention.ts'
import { randomFrom } from '../../campaigns/random.ts'

const day = 24 * 60 * 60 * 1000
const at = (time: number) => new Date(time).toISOString()
const start = Date.UTC(2026, 0, 1, 9)

/** Makes backups one by one as the program does, keeping to the rule each time. */
function made(times: number[]): { kept: Dated[]; everKept: Dated[][] } {
  let kept: Dated[] = []
  const everKept: Dated[][] = []
  for (const [number, time] of times.entries()) {
    kept = backupsToKeep([...kept, { number, madeAt: at(time) }])
    everKept.push(kept)
  }
  return { kept, everKept }
}

describe('the backups that are kept', () => {
  it('of one a day for a hundred days are seven days and four weeks', () => {
    const { kept } = made(Array.from({ length: 100 }, (_, number) => start + number * day))
    const ages = kept.map((backup) => 99 - backup.number)
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(kept.length).toBeLessThanOrEqual(10)
    expect(ages.at(-1)).toBeGreaterThanOrEqual(14)
  })

  it('of many on one day are the last five', () => {
    const { kept } = made(Array.from({ length: 30 }, (_, number) => start + number * 60_000))
    expect(kept.map(({ number }) => number)).toEqual([29, 28, 27, 26, 25])
  })

  it('are at most sixteen, hold the last five, and always the one just made, whatever the clock says', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const random = randomFrom(seed)
      let time = start
      const times = Array.from({ length: random.whole(1, 60) }, () => (time += random.whole(-40, 60) * (day / 10)))
      for (const [number, kept] of made(times).everKept.entries()) {
        const numbers = kept.map((backup) => backup.number)
        expect({ seed, most: kept.length <= 16, newest: numbers[0] }).toEqual({ seed, most: true, newest: number })
        for (let back = 0; back < Math.min(5, number + 1); back += 1) expect(numbers).toContain(number - back)
      }
    }
  })

  it('lose nothing to a clock that jumps a century ahead and back', () => {
    const { kept } = made([start, start + day, start + 100 * 365 * day, start + 2 * day, start + 3 * day])
    expect(kept.map(({ number }) => number)).toEqual([4, 3, 2, 1, 0])
  })
})

describe('a backup', () => {
  it('is due without one, after a day, and when the clock went backwards', () => {
    expect(isBackupDue(null, at(start))).toBe(true)
    expect(isBackupDue(at(start), at(start + day - 1))).toBe(false)
    expect(isBackupDue(at(start), at(start + day))).toBe(true)
    expect(isBackupDue(at(start), at(start - 1000))).toBe(true)
  })
})
