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
  /** The items that the link may go from, while they are dragged: those of one row or card. */
  dragged: readonly Id[]
}

export const useLinking = create<Linking>(() => ({ wish: null, dragged: [] }))

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
export const dragItem = (item: Id): ReturnType<typeof dragItems> => dragItems([item])

/** The same for a row of several items, of which the form asks for one; at least one. */
export const dragItems = (items: readonly Id[]): Pick<HTMLAttributes<HTMLElement>, 'draggable' | 'onDragStart' | 'onDragEnd'> => ({
  draggable: true,
  onDragStart: (event) => {
    event.stopPropagation()
    event.dataTransfer.setData(itemData, items.join(' '))
    event.dataTransfer.effectAllowed = 'copyLink'
    useLinking.setState({ dragged: items })
  },
  onDragEnd: () => useLinking.setState({ dragged: [] }),
})

/** Lets another item be dropped on an item's row or card. */
export function dropItem(item: Id): Pick<HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'> {
  const takes = (): boolean => {
    const { dragged } = useLinking.getState()
    return dragged.some((each) => each !== item)
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
      if (!takes()) return
      event.preventDefault()
      event.stopPropagation()
      useLinking.setState({ dragged: [] })
      startLink({ from: dragged.filter((each) => each !== item), to: item, x: event.clientX, y: event.clientY })
    },
  }
}

/** Both: an item's row or card in any list. */
export const linkable = (item: Id): HTMLAttributes<HTMLElement> => ({ ...dragItem(item), ...dropItem(item) })
