// Choosing in a list of boxes: ranges with Shift, all with Ctrl+A, rows by arrow keys, Delete takes tags off, `*` is for examples.
import type { ChangeEvent, KeyboardEvent } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { untagInHand } from './bulk-actions.ts'
import { choose, chooseTo, letGo, toggle, type ChoosingList } from './passages-in-hand.ts'

const boxes = (from: Element): HTMLInputElement[] => [...(from.closest('.chosen-list')?.querySelectorAll<HTMLInputElement>('.chosen-box') ?? [])]

/** A click on a box, with Shift from the last one on; Space comes as a click without Shift. */
export function onBox(of: ChoosingList, tag: Id) {
  return (event: ChangeEvent<HTMLInputElement>): void => {
    if ((event.nativeEvent as MouseEvent).shiftKey) chooseTo(of, tag)
    else toggle(of, tag)
  }
}

/** Keys of the whole list; fields within it keep theirs. */
export function onListKey(of: ChoosingList) {
  return (event: KeyboardEvent): void => {
    const { target, key } = event
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || event.altKey) return
    const row = boxes(target).indexOf(target)
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a') choose(of, of.lines.map((line) => line.tag))
    else if (step !== 0) {
      const next = boxes(target)[row < 0 ? 0 : row + step]
      next?.focus()
      if (next && event.shiftKey && row >= 0) {
        chooseTo(of, target.dataset.tag ?? '')
        chooseTo(of, next.dataset.tag ?? '')
      }
    } else if (key === '*') target.closest('li')?.querySelector<HTMLElement>('[data-example]')?.click()
    else if (key === 'Escape') letGo()
    else if (key === 'Delete' || key === 'Backspace') void untagInHand()
    else return
    event.preventDefault()
  }
}
