import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isSpent, threadClock, type Spent } from '../../../src/core/import/reader-patience.ts'

/** A thread that runs a script and says when it has begun. */
async function aThread(script: string): Promise<Worker> {
  const thread = new Worker(`const { parentPort } = require('node:worker_threads')\nparentPort.postMessage('begun')\n${script}`, { eval: true })
  onTestFinished(async () => void (await thread.terminate()))
  await new Promise((resolve) => thread.once('message', resolve))
  return thread
}

/** What the thread has spent as soon as that is more than the patience. */
async function spentBy(thread: Worker, patience: number): Promise<Spent> {
  const clock = threadClock(thread)
  for (;;) {
    const spent = await clock.spent()
    if (isSpent(spent, patience)) return spent
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe('the patience with a reader', () => {
  it('ends when it has worked for too long, however little else it was given', async () => {
    const { processor, idle } = await spentBy(await aThread('for (;;);'), 100)
    expect(processor).toBeGreaterThan(100)
    expect(idle).toBeLessThan(100)
  })

  it('ends when it waits for what never comes, though it works on nothing', async () => {
    const { processor, idle } = await spentBy(await aThread('parentPort.on("message", () => {})'), 200)
    expect(idle).toBeGreaterThan(200)
    expect(processor).toBeLessThan(200)
  })

  it('does not count what came before it began', async () => {
    const thread = await aThread('for (;;);')
    const clock = threadClock(thread)
    while ((await clock.spent()).processor < 100);
    clock.begin()
    expect((await clock.spent()).processor).toBe(0)
    expect(clock.since()).toBeLessThan(60_000)
  })

  it('is not at its end for one that only the clock has left behind', () => {
    expect([isSpent({ processor: 3900, idle: 100 }, 4000), isSpent({ processor: 4100, idle: 0 }, 4000), isSpent({ processor: 0, idle: 4100 }, 4000)]).toEqual([false, true, true])
  })
})
