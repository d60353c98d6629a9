// One step of a code or collection through its tree, by key.
import type { Id } from '../../shared/identifiers.ts'
import { act, say } from '../notices/notices.ts'
import { stepFrom, type CodePlace, type Step, type TreeNode } from './tree-moves.ts'

/** A tree whose nodes are moved by steps. */
export interface SteppedTree {
  /** Reads the tree as it is kept now. */
  read(): Promise<readonly TreeNode[]>
  move(node: Id, place: CodePlace): Promise<void>
  /** What is said where a step leads nowhere. */
  nowhere: Record<Step, string>
}

let last: Promise<void> = Promise.resolve()

/**
 * Moves a node by a step. Steps wait for each other and read the tree anew: a key pressed before the step before it
 * is shown goes on from where that one leads.
 */
export function stepInOrder(tree: SteppedTree, node: Id, direction: Step): void {
  last = last.then(() => step(tree, node, direction))
}

async function step(tree: SteppedTree, node: Id, direction: Step): Promise<void> {
  const nodes = await act(() => tree.read())
  if (!nodes) return
  const place = stepFrom(nodes, node, direction)
  if (place) await tree.move(node, place)
  else say(tree.nowhere[direction])
}
