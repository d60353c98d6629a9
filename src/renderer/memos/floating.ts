// Hangs a panel from a place in the text: beside it, never over it, always inside the window.
import {
  autoUpdate,
  computePosition,
  flip,
  hide,
  offset,
  shift,
  size,
  type Placement,
  type VirtualElement,
} from '@floating-ui/dom'
import { useLayoutEffect, useRef, type RefObject } from 'react'

/** What a panel hangs from: an element, or whatever can say where it is. */
export type Anchor = Element | VirtualElement

/** The pane around an anchor where it is wide enough for the panel; a panel should not lie over the neighbour. */
function boundsOf(anchor: Anchor, panel: HTMLElement): Element | undefined {
  const inside = anchor instanceof Element ? anchor : anchor.contextElement
  const pane = inside?.closest('.memo')
  return pane && pane.clientWidth >= panel.offsetWidth + 16 ? pane : undefined
}

async function placeBeside(anchor: Anchor, panel: HTMLElement, placement: Placement, gap: number): Promise<void> {
  const boundary = boundsOf(anchor, panel)
  const { x, y, middlewareData } = await computePosition(anchor, panel, {
    strategy: 'fixed',
    placement,
    middleware: [
      offset(gap),
      flip({ padding: 8, flipAlignment: false }),
      shift({ padding: 8, ...(boundary ? { boundary } : {}) }),
      size({
        padding: 8,
        apply({ availableHeight }) {
          panel.style.setProperty('--room', `${Math.max(120, Math.floor(availableHeight))}px`)
        },
      }),
      hide(),
    ],
  })
  panel.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
  const isHidden = middlewareData.hide?.referenceHidden ?? false
  panel.style.opacity = isHidden ? '0' : '1'
  panel.style.pointerEvents = isHidden ? 'none' : 'auto'
}

/**
 * Places the element of the returned ref beside an anchor and keeps it there, hidden while the anchor is scrolled out
 * of sight. `anchor` must be the same object while it means the same place; null places nothing.
 */
export function useFloating(anchor: Anchor | null, placement: Placement, gap = 6): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = panel.current
    if (!anchor || !element) return
    return autoUpdate(anchor, element, () => void placeBeside(anchor, element, placement, gap))
  }, [anchor, placement, gap])
  return panel
}
