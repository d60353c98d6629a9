// A panel beside some words of the text: never over them, never clipped by the pane, never moving the page.
import { autoUpdate, computePosition, flip, hide, offset, shift, type Placement } from '@floating-ui/dom'
import { useLayoutEffect, useRef, type ComponentProps } from 'react'
import type { Span } from '../../shared/passages.ts'
import { boundsIn } from './beside-bounds.ts'
import type { ReadingSession } from './reading-session.ts'

interface BesideTextProps extends Omit<ComponentProps<'div'>, 'popover' | 'ref'> {
  session: ReadingSession
  spans: readonly Span[]
  /** Tried in this order. */
  placements: readonly [Placement, ...Placement[]]
  /** Whether the panel hides when its words are scrolled out of the page. */
  leaves?: boolean
}

/** Shows its children beside the spans for as long as it is mounted, in the browser's top layer. */
export function BesideText({ session, spans, placements, leaves = false, ...rest }: BesideTextProps) {
  const panel = useRef<HTMLDivElement>(null)
  const order = placements.join(' ')
  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    element.showPopover()
    const words = { getBoundingClientRect: () => boundsOf(session, spans, leaves), contextElement: session.surface.dom }
    // Text moves without a scroll or a resize when a pane opens or a block takes its true height: looked at every frame,
    // which leaves nothing to listen for.
    const everyFrame = { animationFrame: true, ancestorScroll: false, ancestorResize: false, elementResize: false, layoutShift: false }
    return autoUpdate(words, element, () => void place(words, element, session, order, leaves), everyFrame)
  }, [session, spans, order, leaves])
  return <div ref={panel} popover="manual" {...rest} />
}

type Words = { getBoundingClientRect: () => DOMRect; contextElement: Element }

async function place(words: Words, element: HTMLElement, session: ReadingSession, order: string, leaves: boolean): Promise<void> {
  const [placement, ...fallbackPlacements] = order.split(' ') as [Placement, ...Placement[]]
  const page = { boundary: session.scroller, padding: 8 }
  const { x, y, middlewareData } = await computePosition(words, element, {
    strategy: 'fixed',
    placement,
    middleware: [
      offset(10),
      flip({ padding: 8, fallbackPlacements }),
      shift(page),
      hide({ boundary: session.scroller }),
    ],
  })
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  element.style.visibility = leaves && middlewareData.hide?.referenceHidden ? 'hidden' : 'visible'
}

function boundsOf({ surface, scroller }: ReadingSession, spans: readonly Span[], leaves: boolean): DOMRect {
  const boxes = spans.flatMap((span) => [...(surface.rangeOf(span)?.getClientRects() ?? [])])
  const { left, top, right, bottom } = boundsIn(scroller.getBoundingClientRect(), boxes, leaves)
  return new DOMRect(left, top, right - left, bottom - top)
}
