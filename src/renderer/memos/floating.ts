// Hangs a panel from a place in the text: beside it, never over it, always inside the window.
import { autoUpdate, computePosition, flip, offset, shift, size, type Placement, type VirtualElement } from '@floating-ui/dom'
import { useLayoutEffect, useRef, type RefObject } from 'react'

/** What a panel hangs from: an element, or whatever can say where it is. */
export type Anchor = Element | VirtualElement

/**
 * Places the element of the returned ref beside an anchor and keeps it there. `anchor` must be the same object while
 * it means the same place; null places nothing.
 */
export function useFloating(anchor: Anchor | null, placement: Placement, gap = 6): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = panel.current
    if (!anchor || !element) return
    const place = async (): Promise<void> => {
      const { x, y } = await computePosition(anchor, element, {
        strategy: 'fixed',
        placement,
        middleware: [
          offset(gap),
          flip({ padding: 8 }),
          shift({ padding: 8 }),
          size({
            padding: 8,
            apply: ({ availableHeight }) => element.style.setProperty('--room', `${Math.max(120, Math.floor(availableHeight))}px`),
          }),
        ],
      })
      element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
      element.style.visibility = 'visible'
    }
    return autoUpdate(anchor, element, () => void place())
  }, [anchor, placement, gap])
  return panel
}
