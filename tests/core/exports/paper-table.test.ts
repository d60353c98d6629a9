import { describe, expect, it } from 'vitest'
import { paperTable } from '../../../src/core/exports/paper-table.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { row, table, td, th } from './a-memo.ts'

const cell = (attrs: Record<string, unknown>): DocumentNode => ({ ...td('x'), attrs })
const made = (...rows: DocumentNode[]) => paperTable(table(...rows), () => [])
const spans = (...rows: DocumentNode[]) => made(...rows).rows.map((cells) => cells.map(({ columns, rows: high }) => [columns, high]))

describe('a table on paper', () => {
  it('repeats the leading rows that hold header cells alone', () => {
    expect(made(row(th('a'), th('b')), row(td('1'), td('2'))).headRows).toBe(1)
    expect(made(row(th('a'), td('b')), row(td('1'), td('2'))).headRows).toBe(0)
    expect(made(row(th('a'), th('b'))).headRows).toBe(0)
  })

  it('has no head that reaches into the body', () => {
    const tall = { ...th('a'), attrs: { rowspan: 2 } }
    expect(made(row(tall, th('b')), row(td('2'))).headRows).toBe(0)
  })

  it('fills rows that are too short', () => {
    expect(spans(row(td('1'), td('2'), td('3')), row(td('4')))).toEqual([
      [[1, 1], [1, 1], [1, 1]],
      [[1, 1], [1, 1], [1, 1]],
    ])
  })

  it('keeps spans within the table, and none over another', () => {
    expect(spans(row(cell({ colspan: 2, rowspan: 9 }), td('a')), row(cell({ colspan: 4 })))).toEqual([
      [[2, 2], [1, 1], [1, 1], [1, 1], [1, 1]],
      [[4, 1]],
    ])
    expect(spans(row(td('a'), cell({ rowspan: 2 }), td('b')), row(cell({ colspan: 3 })))).toEqual([
      [[1, 1], [1, 2], [1, 1]],
      [[1, 1], [1, 1]],
    ])
  })

  it('takes spans that make no sense as one', () => {
    expect(spans(row(cell({ colspan: -1, rowspan: 'many' }), cell({ colspan: 1.5 })))).toEqual([[[1, 1], [1, 1]]])
  })

  it('takes column widths when every column has one', () => {
    const wide = (width: number) => cell({ colwidth: [width] })
    expect(made(row(wide(100), wide(300))).widths).toEqual([100, 300])
    expect(made(row(wide(100), td('x'))).widths).toBeNull()
  })
})
