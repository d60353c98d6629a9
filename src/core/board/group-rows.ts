// Rows under headings: a row may stand under several, and those without any come last.
import type { BoardGroup } from '../../shared/board.ts'
import { alphabet } from './sort-rows.ts'

/** Where a row belongs. */
export type Heading = Pick<BoardGroup, 'title'> & { key: string }

/**
 * The rows group by group, in their order within each. Headings follow `scale`, where one is given, and else the
 * alphabet; `without` is the heading of rows that belong nowhere.
 */
export function groupRows<T>(
  rows: readonly T[],
  headingsOf: (row: T) => readonly Heading[],
  without: string,
  scale: readonly string[] | null = null,
): { rows: T[]; groups: BoardGroup[] } {
  const found = new Map<string, { title: string; rows: T[] }>()
  const rest: T[] = []
  for (const row of rows) {
    const headings = headingsOf(row)
    if (headings.length === 0) rest.push(row)
    for (const { key, title } of headings) {
      const group = found.get(key)
      if (group) group.rows.push(row)
      else found.set(key, { title, rows: [row] })
    }
  }
  const order = (a: string, b: string) => (scale ? scale.indexOf(a) - scale.indexOf(b) : 0)
  const groups = [...found]
    .toSorted(([a, one], [b, other]) => order(a, b) || alphabet(one.title, other.title))
    .map(([key, group]): { key: string | null; title: string; rows: T[] } => ({ key, ...group }))
  if (rest.length > 0) groups.push({ key: null, title: without, rows: rest })
  return {
    rows: groups.flatMap((group) => group.rows),
    groups: groups.map(({ key, title, rows: { length } }) => ({ key, title, count: length })),
  }
}
