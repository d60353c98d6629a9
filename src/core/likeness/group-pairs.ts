// From pairs of near-identical sources to groups: what is like a member belongs to the group.
import type { Id } from '../../shared/identifiers.ts'

/** The group of every source that has one, named by the first id in order. Sources like no other are not in it. */
export function groupPairs(pairs: readonly (readonly [Id, Id])[]): Map<Id, Id> {
  const parent = new Map<Id, Id>()
  const rootOf = (id: Id): Id => {
    let root = id
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next
    parent.set(id, root)
    return root
  }
  for (const [a, b] of pairs) {
    const [first, second] = [rootOf(a), rootOf(b)].toSorted() as [Id, Id]
    parent.set(second, first)
  }
  return new Map([...parent.keys()].map((id) => [id, rootOf(id)]))
}
