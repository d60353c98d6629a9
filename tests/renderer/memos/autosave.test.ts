// Saving by itself: after a pause, one at a time, never over somebody else's text.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAutosave, type SaveState } from '../../../src/renderer/memos/autosave.ts'

const times = { quiet: 600, longest: 5000, retry: 3000 }

/** A desk with a clock moved by hand, a text, and a store that answers when told. */
function aDesk() {
  let clock = 0
  let timer: { at: number; run: () => void } | null = null
  let answer: { resolve: () => void; reject: (thrown: unknown) => void } | null = null
  const desk = { text: '', started: [] as string[], stored: '', states: [] as SaveState[], overlaps: 0 }
  const autosave = createAutosave(times, {
    async write() {
      if (answer) desk.overlaps += 1
      const { text } = desk
      desk.started.push(text)
      await new Promise<void>((resolve, reject) => (answer = { resolve, reject }))
      desk.stored = text
    },
    isStale: (thrown) => thrown === 'stale',
    report: (state) => desk.states.push(state),
    now: () => clock,
    after: (milliseconds, run) => {
      const mine = { at: clock + milliseconds, run }
      timer = mine
      return () => {
        if (timer === mine) timer = null
      }
    },
  })
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return {
    ...autosave,
    desk,
    settle,
    type(text: string) {
      desk.text = text
      autosave.touch()
    },
    async wait(milliseconds: number) {
      clock += milliseconds
      while (timer && timer.at <= clock) {
        const due = timer
        timer = null
        due.run()
        await settle()
      }
    },
    async answer(how: 'kept' | 'stale' | 'lost') {
      const asked = answer
      answer = null
      if (how === 'kept') asked?.resolve()
      else asked?.reject(how)
      await settle()
    },
    isAsked: () => answer !== null,
  }
}

describe('saving by itself', () => {
  it('saves once, after a pause in the typing', async () => {
    const memo = aDesk()
    for (const text of ['a', 'ab', 'abc']) {
      memo.type(text)
      await memo.wait(500)
    }
    expect(memo.desk.started).toEqual([])
    await memo.wait(100)
    await memo.answer('kept')
    expect(memo.desk.started).toEqual(['abc'])
    expect(memo.desk.states.at(-1)).toBe('saved')
    expect(memo.isDirty()).toBe(false)
  })

  it('does not wait for a pause for ever', async () => {
    const memo = aDesk()
    for (let key = 1; key <= 20; key += 1) {
      memo.type('x'.repeat(key))
      await memo.wait(300)
    }
    expect(memo.desk.started).toEqual(['x'.repeat(17)])
  })

  it('saves what was typed during a save after it', async () => {
    const memo = aDesk()
    memo.type('one')
    await memo.wait(600)
    memo.type('two')
    await memo.wait(5000)
    expect(memo.desk.started).toEqual(['one'])
    await memo.answer('kept')
    await memo.wait(600)
    await memo.answer('kept')
    expect(memo.desk).toMatchObject({ started: ['one', 'two'], stored: 'two', overlaps: 0 })
  })

  it('flushes at once, through a save that is under way', async () => {
    const memo = aDesk()
    memo.type('one')
    await memo.wait(600)
    memo.type('two')
    const flushed = memo.flush()
    await memo.answer('kept')
    await memo.answer('kept')
    expect(await flushed).toBe(true)
    expect(memo.desk.stored).toBe('two')
  })

  it('has nothing to do where nothing changed', async () => {
    const memo = aDesk()
    expect(await memo.flush()).toBe(true)
    expect(memo.desk.started).toEqual([])
  })

  it('tries again after a failure, and not at every key', async () => {
    const memo = aDesk()
    memo.type('one')
    await memo.wait(600)
    await memo.answer('lost')
    expect(memo.desk.states.at(-1)).toBe('failed')
    memo.type('two')
    await memo.wait(1000)
    expect(memo.desk.started).toEqual(['one'])
    await memo.wait(2000)
    await memo.answer('kept')
    expect(memo.desk).toMatchObject({ started: ['one', 'two'], stored: 'two' })
  })

  it('says so when a flush could not save', async () => {
    const memo = aDesk()
    memo.type('one')
    const flushed = memo.flush()
    await memo.answer('lost')
    expect(await flushed).toBe(false)
    expect(memo.isDirty()).toBe(true)
  })

  it('stops for good when somebody else saved first, and keeps the text', async () => {
    const memo = aDesk()
    memo.type('mine')
    await memo.wait(600)
    await memo.answer('stale')
    memo.type('mine, and more')
    await memo.wait(60_000)
    expect(await memo.flush()).toBe(false)
    expect(memo.desk).toMatchObject({ started: ['mine'], stored: '', text: 'mine, and more' })
    expect(memo.desk.states.at(-1)).toBe('stale')
    memo.resume()
    memo.type('theirs, and mine')
    await memo.wait(600)
    await memo.answer('kept')
    expect(memo.desk.stored).toBe('theirs, and mine')
  })

  it('never saves twice at once and ends with the last text stored, whatever happens in between', async () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ do: fc.constant('type' as const) }),
        fc.record({ do: fc.constant('wait' as const), for: fc.integer({ min: 1, max: 4000 }) }),
        fc.record({ do: fc.constant('answer' as const), how: fc.constantFrom('kept' as const, 'lost' as const) }),
        fc.record({ do: fc.constant('flush' as const) }),
      ),
      { maxLength: 60 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const memo = aDesk()
        for (const [index, step] of all.entries()) {
          if (step.do === 'type') memo.type(`text ${index}`)
          else if (step.do === 'wait') await memo.wait(step.for)
          else if (step.do === 'answer') await memo.answer(step.how)
          else void memo.flush()
        }
        for (let round = 0; round < 4; round += 1) {
          await memo.wait(5000)
          await memo.answer('kept')
        }
        expect(memo.desk.overlaps).toBe(0)
        expect(memo.desk.stored).toBe(memo.desk.text)
        expect(memo.isDirty()).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
