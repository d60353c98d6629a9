import { describe, expect, it } from 'vitest'
import { openLanes } from '../../src/renderer/lanes.ts'

/** Work that ends when it is told to. */
function held() {
  let end = () => {}
  let begun = false
  const done = new Promise<void>((resolve) => (end = resolve))
  return { begun: () => begun, end: () => end(), work: () => ((begun = true), done) }
}

describe('calls that may take long', () => {
  it('begin in the order of asking as lanes come free', async () => {
    const lanes = openLanes(2)
    const works = Array.from({ length: 4 }, held)
    const runs = works.map(({ work }) => lanes(work))
    await Promise.resolve()
    expect(works.map(({ begun }) => begun())).toEqual([true, true, false, false])
    works[1]?.end()
    await runs[1]
    await Promise.resolve()
    expect(works.map(({ begun }) => begun())).toEqual([true, true, true, false])
    for (const { end } of works) end()
    await Promise.all(runs)
    expect(works.every(({ begun }) => begun())).toBe(true)
  })

  it('give their lane back when they fail', async () => {
    const lanes = openLanes(1)
    await expect(lanes(() => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer')
    expect(await lanes(() => Promise.resolve('an answer'))).toBe('an answer')
  })
})
