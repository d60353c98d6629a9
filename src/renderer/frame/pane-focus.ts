// Which pane has the keyboard, where in it, and how to go to another one.
import type { FocusEvent } from 'react'
import type { Pane } from '../desk/desk-store.ts'

const last = new Map<Pane, HTMLElement>()
let latest: { pane: Pane; element: HTMLElement } | null = null
const order: Pane[] = ['library', 'inspector', 'reader', 'memo']

const sectionOf = (pane: Pane): HTMLElement | null => document.querySelector(`[data-pane="${pane}"]`)
const paneOf = (element: Element | null): Pane | null =>
  (element?.closest<HTMLElement>('[data-pane]')?.dataset.pane as Pane | undefined) ?? null

/** Remembers where the keyboard was in a pane, so that it comes back there. */
export function rememberFocus(event: FocusEvent<HTMLElement>): void {
  const pane = paneOf(event.target)
  if (pane && event.target !== sectionOf(pane)) last.set(pane, event.target)
  latest = pane ? { pane, element: event.target } : null
}

/** The pane that holds the keyboard focus, null when none does. */
export const focusedPane = (): Pane | null => paneOf(document.activeElement)

/** Whether a pane is on screen now. */
export const isPaneVisible = (pane: Pane): boolean => sectionOf(pane)?.checkVisibility() ?? false

const usable = (element: HTMLElement | null | undefined): element is HTMLElement =>
  element?.isConnected === true && element.checkVisibility()

/** Puts the keyboard into a pane: where it was, else on its main part (`data-pane-focus`), else on the pane itself. */
export function focusPane(pane: Pane): void {
  const section = sectionOf(pane)
  const target = [last.get(pane), section?.querySelector<HTMLElement>('[data-pane-focus]')].find(usable) ?? section
  target?.focus()
}

/** Puts the keyboard into the text that is read, wherever in the Reader it was before. */
export function focusText(): void {
  const text = sectionOf('reader')?.querySelector<HTMLElement>('[role="document"]')
  if (usable(text)) text.focus({ preventScroll: true })
  else focusPane('reader')
}

/** Gives the keyboard back to its pane when what it was on is taken off the page; the answer ends it. */
export function keepFocus(panes: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    if (document.activeElement !== document.body || !latest || latest.element.isConnected) return
    const { pane } = latest
    latest = null
    focusPane(pane)
  })
  observer.observe(panes, { childList: true, subtree: true })
  return () => observer.disconnect()
}

/** Goes to the next visible pane, or the one before. */
export function focusNeighbour(direction: 1 | -1): void {
  const visible = order.filter(isPaneVisible)
  const at = visible.indexOf(focusedPane() ?? (visible.at(direction === 1 ? -1 : 0) as Pane))
  const next = visible[(at + direction + visible.length) % visible.length]
  if (next) focusPane(next)
}
