import { expect, it } from 'vitest'
import { randomFrom } from '../../campaigns/random.ts'
import { aRandomMemo } from './a-random-memo.ts'
import { lossesOf } from './keeping.ts'

it('every format keeps every word and every citation of memos made by chance', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    expect({ seed, losses: await lossesOf(aRandomMemo(randomFrom(seed))) }).toEqual({ seed, losses: [] })
  }
})
