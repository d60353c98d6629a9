// A link that is being made: begun by dropping an item on another, or by key with the other one still to be found.
import type { DragEvent, HTMLAttributes } from 'react'
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { undoOnce } from '../inspector/undo-once.ts'
import { act, say } from '../notices/notices.ts'

/** What is to be linked, and where on the page (client pixels) the form opens. */
export interface LinkWish {
  /** The items that the link may go from; several where a passage in hand has several. */
  from: readonly Id[]
  to: Id | null
  x: number
  y: number
}

interface Linking {
  wish: LinkWish | null
  /** The item that is being dragged. */
  dragged: Id | null
}

export const useLinking = create<Linking>(() => ({ wish: null, dragged: null }))

/** Opens the form. */
export const startLink = (wish: LinkWish): void => useLinking.setState({ wish })

/** Makes the link and says so. */
export async function makeLink(from: Id, to: Id, type: string, note: string): Promise<void> {
  const made = await act(() => api.links.create({ from, to, type, note }))
  if (made) say(`Linked: ${type}`, undoOnce)
}

const itemData = 'application/x-groundwork-item'

const mark = (event: DragEvent<HTMLElement>, over: boolean): void => {
  if (over) event.currentTarget.dataset.drop = 'link'
  else delete event.currentTarget.dataset.drop
}

/** Lets an item's row or card be dragged; what is set besides, such as its passage for a memo, stays. */
export const dragItem = (item: Id): Pick<HTMLAttributes<HTMLElement>, 'draggable' | 'onDragStart' | 'onDragEnd'> => ({
  draggable: true,
  onDragStart: (event) => {
    event.stopPropagation()
    event.dataTransfer.setData(itemData, item)
    event.dataTransfer.effectAllowed = 'copyLink'
    useLinking.setState({ dragged: item })
  },
  onDragEnd: () => useLinking.setState({ dragged: null }),
})

/** Lets another item be dropped on an item's row or card. */
export function dropItem(item: Id): Pick<HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'> {
  const takes = (): boolean => {
    const { dragged } = useLinking.getState()
    return dragged !== null && dragged !== item
  }
  return {
    onDragOver: (event) => {
      if (!takes()) return
      event.preventDefault()
      event.stopPropagation()
      event.dataTransfer.dropEffect = 'link'
      mark(event, true)
    },
    onDragLeave: (event) => mark(event, false),
    onDrop: (event) => {
      mark(event, false)
      const { dragged } = useLinking.getState()
      if (!takes() || dragged === null) return
      event.preventDefault()
      event.stopPropagation()
      useLinking.setState({ dragged: null })
      startLink({ from: [dragged], to: item, x: event.clientX, y: event.clientY })
    },
  }
}

/** Both: an item's row or card in any list. */
export const linkable = (item: Id): HTMLAttributes<HTMLElement> => ({ ...dragItem(item), ...dropItem(item) })
