// Which codes or collections of a tree show, and where one goes by a key or a drop. Pure.
import type { Id } from '../../shared/identifiers.ts'

/** A node of a tree: a code or a collection. */
export interface TreeNode {
  id: Id
  parent: Id | null
}

/** Where a code comes to stand: under a parent, before a sibling or last. */
export interface CodePlace {
  parent: Id | null
  before: Id | null
}

export type Step = 'up' | 'down' | 'out' | 'in'

/** What a screen reader is told of a row in the tree, and how deep it is drawn; levels begin at 1. */
export interface CodeRowPlace {
  level: number
  /** Undefined where there is nothing below. */
  open: boolean | undefined
  position: number
  of: number
}

/** Of codes with parents before children, those of which nothing above is closed. */
export function openRows<T extends TreeNode>(codes: readonly T[], closed: ReadonlySet<Id>): T[] {
  const hidden = new Set<Id>()
  return codes.filter((code) => {
    const shows = code.parent === null || (!closed.has(code.parent) && !hidden.has(code.parent))
    if (!shows) hidden.add(code.id)
    return shows
  })
}

/** The place of every code. */
export function placesOf(codes: readonly TreeNode[], closed: ReadonlySet<Id>): Map<Id, CodeRowPlace> {
  const families = new Map<Id | null, number>()
  for (const { parent } of codes) families.set(parent, (families.get(parent) ?? 0) + 1)
  const seen = new Map<Id | null, number>()
  const places = new Map<Id, CodeRowPlace>()
  for (const { id, parent } of codes) {
    const position = (seen.get(parent) ?? 0) + 1
    seen.set(parent, position)
    const level = parent === null ? 1 : (places.get(parent)?.level ?? 0) + 1
    places.set(id, { level, open: families.has(id) ? !closed.has(id) : undefined, position, of: families.get(parent) ?? 1 })
  }
  return places
}

const siblingsOf = (codes: readonly TreeNode[], parent: Id | null): TreeNode[] => codes.filter((code) => code.parent === parent)

/** Where a step leads: past a sibling, out behind its parent, or into the sibling above; null when it leads nowhere. */
export function stepFrom(codes: readonly TreeNode[], id: Id, step: Step): CodePlace | null {
  const code = codes.find((each) => each.id === id)
  if (!code) return null
  const siblings = siblingsOf(codes, code.parent)
  const at = siblings.indexOf(code)
  const above = siblings[at - 1]
  if (step === 'up') return above ? { parent: code.parent, before: above.id } : null
  if (step === 'down') return siblings[at + 1] ? { parent: code.parent, before: siblings[at + 2]?.id ?? null } : null
  if (step === 'in') return above ? { parent: above.id, before: null } : null
  const parent = codes.find((each) => each.id === code.parent)
  if (!parent) return null
  const uncles = siblingsOf(codes, parent.parent)
  return { parent: parent.parent, before: uncles[uncles.indexOf(parent) + 1]?.id ?? null }
}

export type DropZone = 'before' | 'into' | 'after'

/** The third of a row that the pointer is in; `share` goes from 0 at its top to 1. */
export const zoneOf = (share: number): DropZone => (share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'into')

/** Where a code dropped on another one goes; null on itself and on what is below it. */
export function dropPlace(codes: readonly TreeNode[], dragged: Id, over: Id, zone: DropZone): CodePlace | null {
  const byId = new Map(codes.map((code) => [code.id, code]))
  for (let at: Id | null = over; at !== null; at = byId.get(at)?.parent ?? null) if (at === dragged) return null
  const target = byId.get(over)
  if (!target) return null
  if (zone === 'into') return { parent: over, before: null }
  if (zone === 'before') return { parent: target.parent, before: over }
  const siblings = siblingsOf(codes, target.parent).filter((code) => code.id !== dragged)
  return { parent: target.parent, before: siblings[siblings.indexOf(target) + 1]?.id ?? null }
}
