// What is numbered on screen is numbered the same on paper.
import { expect, it } from 'vitest'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { notedIn, numbersOf } from '../../../src/shared/note-numbers.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { aHead } from './a-memo.ts'
import { aRandomMemo } from './a-random-memo.ts'

it('citations and the author’s own footnotes follow each other as the notes of the paper do', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { document, passages } = aRandomMemo(randomFrom(seed))
    const { paper } = memoToPaper({ head: aHead(), document, passages: new Map(passages.map((passage) => [passage.id, passage])), size: 'a4' })
    const isOwn = paper.notes.map(({ source }) => source === null)
    expect({ seed, isOwn: notedIn(document).map((noted) => noted === null) }).toEqual({ seed, isOwn })
    expect(paper.notes.map(({ number }) => number)).toEqual(isOwn.map((_, at) => at + 1))
  }
})

it('a footnote counts among citations where they are notes, and not where they stand in the line', () => {
  const noted = ['a', null, 'b', null, null, 'c']
  expect([...numbersOf(noted, false)]).toEqual([['a', 1], ['b', 3], ['c', 6]])
  expect([...numbersOf(noted, true)]).toEqual([['a', 1], ['b', 2], ['c', 3]])
})
