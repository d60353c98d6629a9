// Keeps what is painted true to what is known: highlights and margins for the text near the viewport, and no other.
//
// Only what lies within some screens of the page is given ranges, because any change of any highlight makes the
// browser lay the markers of all ranges anew; 10,000 passages then cost no more than the hundreds nearby. Such a change
// costs a frame much, so that it is made seldom and far ahead of the scroll. The margin is laid with what the browser
// lays out itself: seldom would be much at once, so that it goes along in small steps.
import { pageStarts } from '../../shared/blocks.ts'
import type { CodeColour } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageMark, Span } from '../../shared/passages.ts'
import { afterPaint } from '../after-paint.ts'
import { hullOf, layersOf, paintPassages } from './highlight-layers.ts'
import type { MarginContent } from './margin-marks.ts'
import { createMargin } from './margin.ts'
import { createPainter, type Painter } from './painter.ts'
import { indexPassages, type PassageIndex } from './passage-index.ts'
import type { SentenceWalk } from './sentence-walk.ts'
import { useReading } from './reading-store.ts'
import type { TextSurface } from './text-surface.ts'

/** The painted page of one text. */
export interface ReadingView {
  /** The passages as last shown. */
  index(): PassageIndex
  passages(): readonly PassageMark[]
  /** Shows these passages; in the colours shown before unless others are given. */
  show(passages: readonly PassageMark[], colours?: ReadonlyMap<Id, CodeColour>): void
  destroy(): void
}

interface ViewParts {
  surface: TextSurface
  scroller: HTMLElement
  /** An empty element over the text, for the margins. */
  layer: HTMLElement
  walk: SentenceWalk
}

/** How far beyond what is in sight passages are painted, in heights of the page: at first, and ahead of and behind a scroll. */
const paintedAtFirst = 2
const paintedAhead = 4.5
const paintedBehind = 1
/** How far beyond it the margin is drawn. */
const drawnBeyond = 2
/** How little of either may be left. */
const leastBeyond = 0.5

export function createReadingView({ surface, scroller, layer, walk }: ViewParts): ReadingView {
  const painter = createPainter(surface.rangeOf)
  const margin = createMargin(layer, surface)
  const pages = pageStarts(surface.text.blocks)
  let passages: readonly PassageMark[] = []
  let index = indexPassages(passages)
  let near: Span = { start: 0, end: 0 }
  let beside: Span = { start: 0, end: 0 }
  let colours: ReadonlyMap<Id, CodeColour> = new Map()
  let laidOut = false
  let frame = 0
  // How far the page may be scrolled before anything need be painted: compared without asking where the text is.
  let still = { from: 0, to: 0 }
  let marginStill = { from: 0, to: 0 }

  // What the margin is to show; it is drawn once a frame, because to measure after each change lays the page each time.
  let margins: MarginContent | null = null
  let drawing = 0
  let ended = false
  const draw = (): void => {
    cancelAnimationFrame(drawing)
    drawing = 0
    const inHand = useReading.getState().passage
    if (margins) margin.show(margins, barOf(walk), inHand)
    else margin.point(barOf(walk), inHand)
    margins = null
  }
  // After what React puts beside the text now, which measures in the same frame: drawn before it, the margin would make
  // the browser lay the page for it once more.
  const drawSoon = (): void => {
    const inNextFrame = () => {
      if (!ended && drawing === 0) drawing = requestAnimationFrame(draw)
    }
    queueMicrotask(() => queueMicrotask(inNextFrame))
  }
  const drawAfterPaint = (): void => afterPaint(() => void (!ended && margins && draw()))
  const paintState = (): void => paintReading(painter, surface, near)
  const paint = (): void => {
    // Lanes are given to whole groups, so that they never jump with the scroll.
    painter.setLayers(layersOf(index.overlapping(near), paintPassages(index.around(near), colours)))
    paintState()
  }
  /** Says what the margin is to show. */
  const turnMargin = (): void => {
    const painted = paintPassages(index.around(beside), colours)
    const turned = pages.filter(({ at }) => at >= beside.start && at < beside.end)
    margins = { painted: index.overlapping(beside).flatMap((passage) => painted.get(passage.id) ?? []), pages: turned }
  }
  /** The text from so many heights of the page above it to so many below it, and how far it may be scrolled with that. */
  const around = (above: number, below: number) => {
    const { top, height } = scroller.getBoundingClientRect()
    const { scrollTop } = scroller
    return {
      span: surface.stretchesBetween(top - above * height, top + (1 + below) * height),
      still: { from: scrollTop - (above - leastBeyond) * height, to: scrollTop + (below - leastBeyond) * height },
    }
  }
  const moveNear = (above = paintedAtFirst, below = paintedAtFirst): void => {
    ;({ span: near, still } = around(above, below))
    paint()
  }
  const moveMargin = (): void => {
    ;({ span: beside, still: marginStill } = around(drawnBeyond, drawnBeyond))
    turnMargin()
  }
  const isNearEdge = (): boolean => {
    const { span } = around(leastBeyond, leastBeyond)
    return [near, beside].some(({ start, end }) => span.start < start || span.end > end)
  }
  const onScroll = (): void => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      const { scrollTop, clientHeight } = scroller
      if (scrollTop < still.from) moveNear(paintedAhead, paintedBehind)
      else if (scrollTop > still.to) moveNear(paintedBehind, paintedAhead)
      const { from, to } = marginStill
      if (scrollTop >= from && scrollTop <= to) return
      moveMargin()
      // What was out of sight may wait for the next frame; after a leap all of it is in sight.
      const leap = scrollTop < from - leastBeyond * clientHeight || scrollTop > to + leastBeyond * clientHeight
      if (leap) draw()
      else drawAfterPaint()
    })
  }
  const sizes = new ResizeObserver(() => {
    if (laidOut && !isNearEdge()) {
      margin.place()
      return drawing === 0 ? undefined : draw()
    }
    laidOut = true
    moveNear()
    moveMargin()
    draw()
  })
  // A face that comes late may move lines and leave the height as it was.
  void document.fonts.ready.then(margin.forget)
  sizes.observe(surface.dom)
  sizes.observe(scroller)
  scroller.addEventListener('scroll', onScroll, { passive: true })
  document.addEventListener('selectionchange', paintState)
  const unsubscribe = useReading.subscribe((now, before) => {
    if (now.selection !== before.selection || now.passage !== before.passage || now.find !== before.find) drawSoon()
    if (now.selection !== before.selection || now.flash !== before.flash || now.find !== before.find) paintState()
  })

  return {
    index: () => index,
    passages: () => passages,
    show(next, given = colours) {
      if (next === passages && given === colours) return
      passages = next
      colours = given
      index = indexPassages(next)
      // The first layout of a long text is left to the browser, which lays out what is in sight and no more.
      if (!laidOut) return
      paint()
      turnMargin()
      drawAfterPaint()
    },
    destroy() {
      unsubscribe()
      cancelAnimationFrame(frame)
      cancelAnimationFrame(drawing)
      ended = true
      sizes.disconnect()
      scroller.removeEventListener('scroll', onScroll)
      document.removeEventListener('selectionchange', paintState)
      painter.clear()
    },
  }
}

/** Paints selection, matches and what lights up. */
function paintReading(painter: Painter, surface: TextSurface, near: Span): void {
  const { selection, flash, find } = useReading.getState()
  // What the mouse selected the browser shows itself, until the keyboard goes elsewhere.
  const native = selection?.by === 'pointer' && selection.spans.length === 1 && surface.nativeSpan() !== null
  painter.set('reader-selection', find || native ? [] : (selection?.spans ?? []))
  painter.set('reader-flash', flash)
  const current = find?.matches[find.at]
  painter.set('reader-match', find?.matches.filter((match) => match !== current && touches(match, near)) ?? [])
  painter.set('reader-match-current', current ? [current] : [])
}

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** While reading by keys the bar stands beside the sentences that hold the selection, so that the place is not lost. */
function barOf(walk: SentenceWalk): Span | null {
  const { selection, find } = useReading.getState()
  if (!selection || find || selection.by === 'pointer') return null
  const { start, end } = hullOf({ segments: selection.adding ? [selection.head] : selection.spans })
  const first = walk.at(start)
  const last = walk.at(end - 1)
  return first && last && first.start <= start ? { start: first.start, end: Math.max(last.end, end) } : { start, end }
}
