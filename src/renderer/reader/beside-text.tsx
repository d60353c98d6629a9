// A panel beside some words of the text: whole in the window, over the words only where there is no room beside them.
import { autoUpdate, computePosition, flip, hide, offset, shift, size, type Placement } from '@floating-ui/dom'
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
  /** How much higher the panel can become after it is shown, in pixels; it opens on a side with room for that if there is one. */
  growth?: number
}

/** In pixels: between words and panel, between panel and window, and the least height where the window has no more beside the words. */
const [gap, edge, least] = [10, 8, 200]

/** Shows its children beside the spans for as long as it is mounted, in the browser's top layer. */
export function BesideText({ session, spans, placements, leaves = false, growth = 0, ...rest }: BesideTextProps) {
  const panel = useRef<HTMLDivElement>(null)
  const order = placements.join(' ')
  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    element.showPopover()
    const words = { getBoundingClientRect: () => boundsOf(session, spans, leaves), contextElement: session.surface.dom }
    // Text moves without a scroll or a resize when a pane opens or a block takes its true height: looked at every frame,
    // which leaves only the panel's own size to listen for.
    const everyFrame = { animationFrame: true, ancestorScroll: false, ancestorResize: false, elementResize: true, layoutShift: false }
    const place = placing(words, element, session, { order: order.split(' ') as Placement[], leaves, growth })
    return autoUpdate(words, element, () => void place(), everyFrame)
  }, [session, spans, order, leaves, growth])
  return <div ref={panel} popover="manual" {...rest} />
}

type Words = { getBoundingClientRect: () => DOMRect; contextElement: Element }

interface Placing {
  order: Placement[]
  leaves: boolean
  growth: number
}

/** A side is looked for whenever the words have moved, and kept while the panel grows beside words that rest. */
function placing(words: Words, element: HTMLElement, session: ReadingSession, { order, leaves, growth }: Placing): () => Promise<void> {
  let stood: { at: string; side: Placement } | null = null
  return async () => {
    const at = JSON.stringify(words.getBoundingClientRect())
    const rests = stood?.at === at
    if (!rests) element.style.removeProperty('--room')
    const [placement = 'bottom', ...fallbackPlacements] = rests && stood ? [stood.side] : order
    const { x, y, middlewareData, ...found } = await computePosition(words, element, {
      strategy: 'fixed',
      placement,
      middleware: [
        offset(gap),
        rests ? null : flip({ padding: { top: edge + growth, bottom: edge + growth, left: edge, right: edge }, fallbackPlacements }),
        size({
          padding: edge,
          apply: ({ availableHeight }) => element.style.setProperty('--room', `${Math.max(least, Math.floor(availableHeight))}px`),
        }),
        shift({ boundary: session.scroller, padding: edge }),
        hide({ boundary: session.scroller }),
      ],
    })
    stood = { at, side: found.placement }
    const inside = Math.max(edge, Math.min(y, window.innerHeight - edge - element.offsetHeight))
    element.style.transform = `translate(${Math.round(x)}px, ${Math.round(leaves ? y : inside)}px)`
    element.style.visibility = leaves && middlewareData.hide?.referenceHidden ? 'hidden' : 'visible'
  }
}

function boundsOf({ surface, scroller }: ReadingSession, spans: readonly Span[], leaves: boolean): DOMRect {
  const boxes = spans.flatMap((span) => [...(surface.rangeOf(span)?.getClientRects() ?? [])])
  const { left, top, right, bottom } = boundsIn(scroller.getBoundingClientRect(), boxes, leaves)
  return new DOMRect(left, top, right - left, bottom - top)
}
