import { expect, it } from 'vitest'
import { markRules, nodeRules, nodesOf } from '../../../src/shared/memo-document.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { aRandomMemo } from './a-random-memo.ts'
import { lossesOf } from './keeping.ts'

const seeds = Array.from({ length: 12 }, (_, at) => at + 1)

it('memos made by chance hold every kind of node and mark that a memo may hold', () => {
  const nodes = seeds.flatMap((seed) => [...nodesOf(aRandomMemo(randomFrom(seed)).document)])
  expect(new Set(nodes.map(({ type }) => type))).toEqual(new Set(Object.keys(nodeRules)))
  const marks = new Set(nodes.flatMap((node) => node.marks ?? []).map(({ type }) => type))
  expect(Object.keys(markRules).filter((type) => !marks.has(type))).toEqual([])
})

it('every format keeps every word and every citation of memos made by chance', async () => {
  for (const seed of seeds) {
    expect({ seed, losses: await lossesOf(aRandomMemo(randomFrom(seed))) }).toEqual({ seed, losses: [] })
  }
})
