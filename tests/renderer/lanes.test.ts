import { describe, expect, it } from 'vitest'
import { openLanes } from '../../src/renderer/lanes.ts'

/** Work that ends when it is told to. */
function held() {
  let end = () => {}
  let begun = false
  const done = new Promise<void>((resolve) => (end = resolve))
  return { begun: () => begun, end: () => end(), work: () => ((begun = true), done) }
}

describe('calls over few connections', () => {
  it('begin in the order of asking as connections come free, and what is urgent begins at once', async () => {
    const lanes = openLanes(2)
    const works = Array.from({ length: 4 }, held)
    const runs = works.map(({ work }) => lanes.run(work, false))
    await Promise.resolve()
    expect(works.map(({ begun }) => begun())).toEqual([true, true, false, false])
    const urgent = held()
    const said = lanes.run(urgent.work, true)
    expect(urgent.begun()).toBe(true)
    works[1]?.end()
    await runs[1]
    await Promise.resolve()
    expect(works.map(({ begun }) => begun())).toEqual([true, true, true, false])
    for (const { end } of [...works, urgent]) end()
    await Promise.all([...runs, said])
    expect(works.every(({ begun }) => begun())).toBe(true)
  })

  it('give their connection back when they fail', async () => {
    const lanes = openLanes(1)
    await expect(lanes.run(() => Promise.reject(new Error('no answer')), false)).rejects.toThrow('no answer')
    expect(await lanes.run(() => Promise.resolve('an answer'), false)).toBe('an answer')
  })
})
