// The code tree as rows: paths, sums, and who stands under whom. Pure.
import type { Code } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'
import { groupBy } from '../group-by.ts'
import type { CodeRow } from './codes-store.ts'

/** Parents before children, each with its path from the root and with the uses of all below it. */
export function asTree(rows: readonly CodeRow[]): Code[] {
  const children = groupBy(rows, (row) => row.parent)
  const below = (parent: Id | null, path: string): Code[] =>
    (children.get(parent) ?? []).flatMap((row) => {
      const own = path === '' ? row.name : `${path} / ${row.name}`
      const codes = below(row.id, own)
      const total = codes.filter((code) => code.parent === row.id).reduce((sum, code) => sum + code.total, row.uses)
      return [{ ...row, path: own, total }, ...codes]
    })
  return below(null, '')
}

/** Whether a code is `above` itself or stands somewhere below it. */
export function isWithin(rows: readonly Pick<CodeRow, 'id' | 'parent'>[], code: Id | null, above: Id): boolean {
  const parentOf = new Map(rows.map((row) => [row.id, row.parent]))
  for (let at = code; at !== null; at = parentOf.get(at) ?? null) if (at === above) return true
  return false
}

/**
 * The new places of a family when a code comes to stand before `before`, or last with null: only rows that change.
 * Before itself is where it
 * stands. `siblings` are the children of the parent in order, with or without the code.
 */
export function placesAfter(
  siblings: readonly Pick<CodeRow, 'id' | 'parent' | 'position'>[],
  code: Pick<CodeRow, 'id' | 'parent' | 'position'>,
  parent: Id | null,
  before: Id | null,
): Pick<CodeRow, 'id' | 'parent' | 'position'>[] {
  if (before === code.id) return []
  const others = siblings.filter(({ id }) => id !== code.id)
  const at = before === null ? -1 : others.findIndex(({ id }) => id === before)
  const order = others.toSpliced(at < 0 ? others.length : at, 0, code)
  return order.flatMap((row, index) => {
    const position = index + 1
    return row.position === position && row.parent === parent ? [] : [{ id: row.id, parent, position }]
  })
}
