// From the words to be found to what was found.
import type { KeyboardEvent } from 'react'

/** Arrow down in the field of words goes to the grid of the board. */
export function toGrid(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  event.currentTarget.closest('.board')?.querySelector<HTMLElement>('.grid-list')?.focus()
}
