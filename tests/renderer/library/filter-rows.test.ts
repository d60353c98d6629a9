// Filtering a list by words.
import { expect, test } from 'vitest'
import { filterRows } from '../../../src/renderer/library/filter-rows.ts'

const rows = [
  { title: 'Gefrorene Vermögen', from: 'Börsen-Zeitung' },
  { title: 'Oil sanctions', from: null },
  { title: 'Нефтяные санкции', from: 'ТАСС' },
]
const found = (typed: string): string[] => filterRows(rows, typed, (row) => [row.title, row.from]).map((row) => row.title)

test('every word is found somewhere in the row, without regard to case, accents and order', () => {
  expect(found('zeitung vermogen')).toEqual(['Gefrorene Vermögen'])
  expect(found('САНКЦИИ')).toEqual(['Нефтяные санкции'])
  expect(found('oil pipeline')).toEqual([])
})

test('nothing typed keeps all', () => {
  expect(found(' ')).toEqual(rows.map((row) => row.title))
})
