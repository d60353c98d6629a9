// The margins of the text: a bar beside the sentence under the cursor, brackets by kind and citation counts beside passages.
//
// Plain elements that are placed again whenever a block takes its true height, in the frame in which it does.
import type { Id } from '../../shared/identifiers.ts'
import type { PageStart } from '../../shared/blocks.ts'
import type { PassageMark, Span } from '../../shared/passages.ts'
import { hullOf, type PaintedPassage } from './highlight-layers.ts'
import { lanesOf, stacksOf } from './passage-lanes.ts'
import type { TextSurface } from './text-surface.ts'

/** A vertical extent in pixels below the top of the text. */
interface Extent {
  top: number
  bottom: number
}

/** An element of the margin and the stretch of text it stands beside. */
interface MarginMark {
  element: HTMLElement
  span: Span
  bracket: boolean
  /** What of a bracket stands beside the segments of a discontinuous passage; the bracket itself joins them. */
  parts?: { element: HTMLElement; span: Span }[]
}

/** The margins of one text. */
export interface Margin {
  /** Shows marks for these passages and pages, in reading order, and for no others; bar and passage in hand as `point` takes them. */
  show(marks: { painted: readonly PaintedPassage[]; pages: readonly PageStart[] }, bar: Span | null, inHand: Id | null): void
  /** Puts the bar beside a span, and marks the passage in hand. */
  point(bar: Span | null, inHand: Id | null): void
  /** Puts everything where its text is now. */
  place(): void
  /** Measures anew when it shows something next: other text is in sight, or its face came late. */
  forget(): void
}

const bracketLanes = 4
const kindNames = { claim: 'Claim', actor: 'Actor', recommendation: 'Recommendation', note: 'Note' }

/** Draws into a layer that covers the text; reads all places before it writes any. */
export function createMargin(layer: HTMLElement, surface: TextSurface): Margin {
  const bar = make('reader-bar')
  let marks: MarginMark[] = []
  let barSpan: Span | null = null
  let hand: Id | null = null
  let chips: HTMLElement[] = []
  // Where spans stand, until the text is laid anew: a tag moves none of them, and to measure is dear.
  const measured = new Map<string, Extent | null>()

  const extentOf = (span: Span): Extent | null => {
    const key = `${span.start} ${span.end}`
    const known = measured.get(key)
    if (known !== undefined) return known
    const extent = measure(surface, span)
    measured.set(key, extent)
    return extent
  }

  const placeBar = (extent: Extent | null): void => {
    bar.hidden = extent === null
    if (extent) put(bar, extent)
  }
  const pointHand = (): void => {
    for (const chip of chips) chip.toggleAttribute('data-in-hand', hand !== null && (chip.dataset.stack?.split(' ').includes(hand) ?? false))
    for (const { element, bracket } of marks) if (bracket) element.toggleAttribute('data-in-hand', element.dataset.passage === hand)
  }
  const place = (adopt = () => {}): void => {
    const extents = marks.map(({ span }) => extentOf(span))
    const parts = marks.map((mark) => mark.parts?.map(({ span }) => extentOf(span)))
    const barExtent = barSpan && extentOf(barSpan)
    adopt()
    placeBar(barExtent)
    const brackets = marks.flatMap(({ bracket }, index) => (bracket ? [index] : []))
    const heights = brackets.map((index) => pixels(extents[index] ?? null))
    const lanes = lanesOf(heights, bracketLanes)
    for (const [at, index] of brackets.entries()) (marks[index] as MarginMark).element.dataset.lane = String(lanes[at])
    for (const [index, { element }] of marks.entries()) {
      const extent = extents[index] ?? null
      element.hidden = extent === null
      if (extent) put(element, extent)
      for (const [at, part] of (marks[index]?.parts ?? []).entries()) {
        const own = parts[index]?.[at]
        if (extent && own) put(part.element, { top: own.top - extent.top, bottom: own.bottom - extent.top })
      }
    }
    for (const chip of chips) chip.remove()
    chips = stacksOf(heights, lanes, bracketLanes).map((stack) => showStack(stack.map((at) => brackets[at] as number), extents))
    layer.append(...chips)
    pointHand()
  }
  /** One bracket stands for those that no lane is left for, with their number. */
  const showStack = (stack: readonly number[], extents: readonly (Extent | null)[]): HTMLElement => {
    const held = stack.map((index) => (marks[index] as MarginMark).element)
    const places = stack.map((index) => extents[index]).filter((extent) => extent !== null && extent !== undefined)
    const whole = { top: Math.min(...places.map(({ top }) => top)), bottom: Math.max(...places.map(({ bottom }) => bottom)) }
    for (const element of held.slice(1)) element.hidden = true
    if (held[0]) put(held[0], whole)
    const chip = make('reader-stack', held.map(({ title }) => title).join('\n'))
    chip.textContent = String(held.length)
    chip.dataset.stack = [...new Set(held.map(({ dataset }) => dataset.passage ?? ''))].join(' ')
    chip.style.top = `${whole.top}px`
    return chip
  }
  return {
    show({ painted, pages }, span, inHand) {
      barSpan = span
      hand = inHand
      marks = [...bracketsOf(painted), ...countsOf(painted), ...remarksOf(painted), ...pages.map(pageMark)]
      place(() => layer.replaceChildren(bar, ...marks.map(({ element }) => element)))
    },
    point(span, inHand) {
      // Measuring makes the browser lay the page anew; a bar that stays need not be measured.
      if (!sameSpan(span, barSpan)) placeBar(span && extentOf(span))
      barSpan = span
      hand = inHand
      pointHand()
    },
    forget: () => measured.clear(),
    place() {
      measured.clear()
      place()
    },
  }
}

const sameSpan = (a: Span | null, b: Span | null): boolean => a === b || (a?.start === b?.start && a?.end === b?.end)

const pixels = (extent: Extent | null): Span =>
  extent ? { start: Math.round(extent.top), end: Math.round(extent.bottom) } : { start: 0, end: 0 }

/** The extent of a span, measured at its first and last character; null when it is not on the page. */
function measure(surface: TextSurface, span: Span): Extent | null {
  const origin = surface.dom.getBoundingClientRect().top
  const first = surface.rangeOf({ start: span.start, end: span.start + 1 })?.getClientRects()[0]
  const last = [...(surface.rangeOf({ start: span.end - 1, end: span.end })?.getClientRects() ?? [])].at(-1)
  return first && last ? { top: first.top - origin, bottom: last.bottom - origin } : null
}

function bracketsOf(painted: readonly PaintedPassage[]): MarginMark[] {
  // Actors are named so often that brackets for them would fill the margin and say nothing.
  return painted
    .filter(({ paint }) => paint !== 'actor' && paint !== 'cited')
    .map(({ passage, paint }) => {
      const element = make('reader-bracket', describe(passage))
      element.draggable = true
      element.dataset.paint = paint
      element.dataset.passage = passage.id
      return { element, span: hullOf(passage), bracket: true, ...partsOf(element, passage) }
    })
}

function partsOf(bracket: HTMLElement, { segments }: PassageMark): Pick<MarginMark, 'parts'> {
  if (segments.length < 2) return {}
  const parts = segments.map((span) => ({ element: make('reader-bracket-part'), span }))
  bracket.dataset.joined = ''
  bracket.append(...parts.map(({ element }) => element))
  return { parts }
}

/** The number of a page, beside the line on which it begins. */
function pageMark({ at, label }: PageStart): MarginMark {
  const element = make('reader-page-number', `Page ${label}`)
  element.textContent = label
  return { element, span: { start: at, end: at + 1 }, bracket: false }
}

/** A quiet mark beside passages with a remark, which says it when the mouse rests on it. */
function remarksOf(painted: readonly PaintedPassage[]): MarginMark[] {
  const remarked = new Set(painted.map(({ passage }) => passage).filter(({ tags }) => tags.some(({ comment }) => comment !== '')))
  return [...remarked].map((passage) => {
    const remarks = passage.tags.flatMap(({ comment }) => (comment === '' ? [] : [comment]))
    const element = make('reader-remark', remarks.join('\n\n'))
    element.dataset.passage = passage.id
    element.toggleAttribute('data-below', passage.citedIn > 0)
    const { start } = hullOf(passage)
    return { element, span: { start, end: start + 1 }, bracket: false }
  })
}

function countsOf(painted: readonly PaintedPassage[]): MarginMark[] {
  const cited = new Set(painted.map(({ passage }) => passage).filter((passage) => passage.citedIn > 0))
  return [...cited].map((passage) => {
    const element = make('reader-cited-count', describe(passage))
    element.dataset.passage = passage.id
    element.textContent = String(passage.citedIn)
    const { start } = hullOf(passage)
    return { element, span: { start, end: start + 1 }, bracket: false }
  })
}

/** A passage in words: its tags, and how many memos cite it. */
export function describe(passage: PassageMark): string {
  const tags = passage.tags.map((tag) => `${kindNames[tag.kind]}: ${tag.label}`)
  const cited = passage.citedIn > 0 ? [`Cited in ${passage.citedIn === 1 ? '1 memo' : `${passage.citedIn} memos`}`] : []
  const remarks = passage.tags.flatMap(({ comment }) => (comment === '' ? [] : [`Remark: ${comment}`]))
  return [...tags, ...remarks, ...cited].join(' · ') || 'Passage'
}

function make(className: string, title?: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  if (title) element.title = title
  return element
}

function put(element: HTMLElement, { top, bottom }: Extent): void {
  element.style.top = `${top}px`
  element.style.height = `${bottom - top}px`
}
