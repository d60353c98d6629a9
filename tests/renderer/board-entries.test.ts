import { describe, expect, it } from 'vitest'
import { entriesOf } from '../../src/renderer/board/board-entries.ts'

const [a, b] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b']
const groups = [
  { key: 'x', title: 'First', count: 2 },
  { key: null, title: 'None', count: 1 },
]

describe('the entries of the board', () => {
  it('are its rows where nothing is grouped', () => {
    expect(entriesOf([a, b], [], [])).toEqual([
      { kind: 'row', key: a, id: a, at: 0, heading: null },
      { kind: 'row', key: b, id: b, at: 1, heading: null },
    ])
  })

  it('stand under their headings, one claim under two with a key for each', () => {
    const entries = entriesOf([a, b, a], groups, [])
    expect(entries.map((entry) => (entry.kind === 'heading' ? entry.title : entry.at))).toEqual(['First', 0, 1, 'None', 2])
    expect(new Set(entries.map(({ key }) => key)).size).toBe(5)
  })

  it('leave out the rows of a closed heading and keep the places of the others', () => {
    const entries = entriesOf([a, b, a], groups, ['heading x'])
    expect(entries.map((entry) => (entry.kind === 'heading' ? `${entry.title} ${entry.open}` : entry.at))).toEqual(['First false', 'None true', 2])
  })
})
