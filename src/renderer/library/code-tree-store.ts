// What the code tree shows: which codes are closed, which one the keyboard is on, which is being named or dragged.
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import type { DropZone } from './tree-moves.ts'

interface CodeTree {
  closed: ReadonlySet<Id>
  active: Id | null
  renaming: Id | null
  dragged: Id | null
  over: { code: Id; zone: DropZone } | null
}

export const useCodeTree = create<CodeTree>(() => ({
  closed: new Set(),
  active: null,
  renaming: null,
  dragged: null,
  over: null,
}))

/** Opens or closes a code in the tree. */
export const setOpen = (code: Id, open: boolean): void =>
  useCodeTree.setState(({ closed }) => {
    const next = new Set(closed)
    if (open) next.delete(code)
    else next.add(code)
    return { closed: next }
  })

/** Hears from the list which row the keyboard is on. */
export const setActiveCode = (active: string | null): void => useCodeTree.setState({ active })
