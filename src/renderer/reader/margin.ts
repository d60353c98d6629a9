// The margins of the text: a bar beside the sentence under the cursor, brackets by kind and citation counts beside passages.
//
// Plain elements that are placed again whenever a block takes its true height, in the frame in which it does.
import type { Id } from '../../shared/identifiers.ts'
import type { Span } from '../../shared/passages.ts'
import { make, marksOf, type MarginContent, type MarginMark } from './margin-marks.ts'
import { placesOn, type Extent } from './margin-places.ts'
import { lanesOf, stacksOf } from './passage-lanes.ts'
import type { TextSurface } from './text-surface.ts'

/** The margins of one text. */
export interface Margin {
  /** Shows marks for these passages and pages, in reading order, and for no others; bar and passage in hand as `point` takes them. */
  show(content: MarginContent, bar: Span | null, inHand: Id | null): void
  /** Puts the bar beside a span, and marks the passage in hand. */
  point(bar: Span | null, inHand: Id | null): void
  /** Puts everything where its text is now. */
  place(): void
  /** Measures anew when it shows something next. */
  forget(): void
}

const bracketLanes = 4

/** Draws into a layer that covers the text; reads all places before it writes any. */
export function createMargin(layer: HTMLElement, surface: TextSurface): Margin {
  const bar = make('reader-bar')
  let marks: MarginMark[] = []
  let barSpan: Span | null = null
  let hand: Id | null = null
  let chips = new Map<string, HTMLElement>()
  const places = placesOn(surface)
  const { extentOf } = places

  const pointHand = (): void => {
    for (const chip of chips.values()) chip.toggleAttribute('data-in-hand', hand !== null && (chip.dataset.stack?.split(' ').includes(hand) ?? false))
    for (const { element, bracket } of marks) if (bracket) element.toggleAttribute('data-in-hand', element.dataset.passage === hand)
  }
  const place = (adopt = () => {}): void => {
    const extents = marks.map(({ span }) => extentOf(span))
    const parts = marks.map((mark) => mark.parts?.map(({ span }) => extentOf(span)))
    const barExtent = barSpan && extentOf(barSpan)
    const brackets = marks.flatMap(({ bracket }, index) => (bracket ? [index] : []))
    const heights = brackets.map((index) => pixels(extents[index] ?? null))
    const lanes = lanesOf(heights, bracketLanes)
    const stacks = stacksOf(heights, lanes, bracketLanes).map((stack) => stack.map((at) => brackets[at] as number))
    const shown = [...extents]
    for (const stack of stacks) for (const [at, index] of stack.entries()) shown[index] = at === 0 ? wholeOf(stack.map((each) => extents[each])) : null
    adopt()
    show(bar, barExtent)
    for (const [at, index] of brackets.entries()) setLane((marks[index] as MarginMark).element, lanes[at] ?? 0)
    for (const [index, { element, parts: ofMark }] of marks.entries()) {
      const extent = shown[index] ?? null
      show(element, extent)
      for (const [at, part] of (ofMark ?? []).entries()) {
        const own = parts[index]?.[at]
        if (extent && own) show(part.element, { top: own.top - extent.top, bottom: own.bottom - extent.top })
      }
    }
    showChips(stacks.map((stack) => ({ held: stack.map((index) => (marks[index] as MarginMark).element), top: shown[stack[0] ?? 0]?.top ?? 0 })))
    pointHand()
  }
  /** One bracket stands for those that no lane is left for, with their number. */
  const showChips = (stacks: readonly { held: HTMLElement[]; top: number }[]): void => {
    const before = chips
    chips = new Map()
    for (const { held, top } of stacks) {
      const title = held.map((element) => element.title).join('\n')
      const stack = [...new Set(held.map(({ dataset }) => dataset.passage ?? ''))].join(' ')
      const key = `${stack}\n${title}`
      const chip = before.get(key) ?? make('reader-stack', title)
      if (!before.delete(key)) {
        chip.textContent = String(held.length)
        chip.dataset.stack = stack
        layer.append(chip)
      }
      setTop(chip, top)
      chips.set(key, chip)
    }
    for (const chip of before.values()) chip.remove()
  }
  /** Puts the elements of the marks into the layer in their order; those that are there already stay untouched. */
  const adoptMarks = (before: readonly MarginMark[]): void => {
    const wanted = new Set(marks.map(({ element }) => element))
    for (const { element } of before) if (!wanted.has(element)) element.remove()
    if (!bar.isConnected) layer.prepend(bar)
    let next = bar.nextSibling
    for (const { element } of marks) {
      if (element === next) next = next.nextSibling
      else layer.insertBefore(element, next)
    }
  }
  return {
    show(content, span, inHand) {
      barSpan = span
      hand = inHand
      const before = marks
      marks = marksOf(content, before)
      place(() => adoptMarks(before))
    },
    point(span, inHand) {
      // Measuring makes the browser lay the page anew; a bar that stays need not be measured.
      if (!sameSpan(span, barSpan)) show(bar, span && extentOf(span))
      barSpan = span
      hand = inHand
      pointHand()
    },
    forget: places.forget,
    place() {
      places.moved()
      place()
    },
  }
}

const sameSpan = (a: Span | null, b: Span | null): boolean => a === b || (a?.start === b?.start && a?.end === b?.end)

const pixels = (extent: Extent | null): Span =>
  extent ? { start: Math.round(extent.top), end: Math.round(extent.bottom) } : { start: 0, end: 0 }

/** The extent around some. */
function wholeOf(extents: readonly (Extent | null | undefined)[]): Extent | null {
  const places = extents.filter((extent) => extent !== null && extent !== undefined)
  if (places.length === 0) return null
  return { top: Math.min(...places.map(({ top }) => top)), bottom: Math.max(...places.map(({ bottom }) => bottom)) }
}

// What is as it was is not written again: hundreds of marks stay where they are when one comes.

function show(element: HTMLElement, extent: Extent | null): void {
  if (element.hidden !== (extent === null)) element.hidden = extent === null
  if (!extent) return
  setTop(element, extent.top)
  const height = `${extent.bottom - extent.top}px`
  if (element.style.height !== height) element.style.height = height
}

function setTop(element: HTMLElement, pixelsDown: number): void {
  const top = `${pixelsDown}px`
  if (element.style.top !== top) element.style.top = top
}

function setLane(element: HTMLElement, lane: number): void {
  if (element.dataset.lane !== String(lane)) element.dataset.lane = String(lane)
}
