// The margins of the text: a bar beside the sentence under the cursor, brackets by kind and citation counts beside passages.
//
// Plain elements, because they are redrawn whenever a block takes its true height, in the frame in which it does.
import type { Id } from '../../shared/identifiers.ts'
import type { PassageMark, Span } from '../../shared/passages.ts'
import type { PaintedPassage } from './highlight-layers.ts'
import { hullOf } from './highlight-layers.ts'
import { lanesOf } from './passage-lanes.ts'
import type { TextSurface } from './text-surface.ts'

/** A vertical extent in pixels below the top of the text. */
export interface Extent {
  top: number
  bottom: number
}

export interface MarginContent {
  /** Passages near the viewport in each of their paints, in reading order. */
  painted: readonly PaintedPassage[]
  inHand: Id | null
  /** What the bar at the left stands beside. */
  bar: Span | null
}

const bracketLanes = 4
const kindNames = { claim: 'Claim', actor: 'Actor', recommendation: 'Recommendation', note: 'Note' }

/** The extent of a span in a text, measured at its first and last character; null when it is not on the page. */
export function extentOf(surface: TextSurface, span: Span): Extent | null {
  const origin = surface.dom.getBoundingClientRect().top
  const first = surface.rangeOf({ start: span.start, end: span.start + 1 })?.getClientRects()[0]
  const last = [...(surface.rangeOf({ start: span.end - 1, end: span.end })?.getClientRects() ?? [])].at(-1)
  return first && last ? { top: first.top - origin, bottom: last.bottom - origin } : null
}

/** Draws the margins anew into a layer that covers the text. */
export function drawMargin(layer: HTMLElement, surface: TextSurface, content: MarginContent): void {
  const elements: HTMLElement[] = []
  const bar = content.bar && extentOf(surface, content.bar)
  if (bar) elements.push(place(make('reader-bar'), bar))
  elements.push(...brackets(surface, content), ...counts(surface, content))
  layer.replaceChildren(...elements)
}

function brackets(surface: TextSurface, { painted, inHand }: MarginContent): HTMLElement[] {
  // Actors are named so often that brackets for them would fill the margin and say nothing.
  const drawn = painted
    .filter(({ paint }) => paint !== 'actor' && paint !== 'cited')
    .map((entry) => ({ ...entry, extent: extentOf(surface, hullOf(entry.passage)) }))
    .filter((entry) => entry.extent !== null)
  const lanes = lanesOf(
    drawn.map(({ extent }) => ({ start: Math.round(extent?.top ?? 0), end: Math.round(extent?.bottom ?? 0) })),
    bracketLanes,
  )
  return drawn.map(({ passage, paint, extent }, index) => {
    const bracket = place(make('reader-bracket', describe(passage)), extent as Extent)
    bracket.dataset.paint = paint
    bracket.dataset.passage = passage.id
    bracket.dataset.lane = String(lanes[index])
    bracket.toggleAttribute('data-in-hand', passage.id === inHand)
    return bracket
  })
}

function counts(surface: TextSurface, { painted }: MarginContent): HTMLElement[] {
  const cited = new Set(painted.map(({ passage }) => passage).filter((passage) => passage.citedIn > 0))
  const lines = new Map<number, { extent: Extent; passages: PassageMark[] }>()
  for (const passage of cited) {
    const extent = extentOf(surface, { start: hullOf(passage).start, end: hullOf(passage).start + 1 })
    if (!extent) continue
    const line = lines.get(Math.round(extent.top))
    if (line) line.passages.push(passage)
    else lines.set(Math.round(extent.top), { extent, passages: [passage] })
  }
  return [...lines.values()].map(({ extent, passages }) => {
    const count = place(make('reader-cited-count', passages.map(describe).join('\n')), extent)
    count.dataset.passage = passages[0]?.id
    count.textContent = String(Math.max(...passages.map((passage) => passage.citedIn)))
    return count
  })
}

/** A passage in words: its tags, and how many memos cite it. */
export function describe(passage: PassageMark): string {
  const tags = passage.tags.map((tag) => `${kindNames[tag.kind]}: ${tag.label}`)
  const cited = passage.citedIn > 0 ? [`Cited in ${passage.citedIn === 1 ? '1 memo' : `${passage.citedIn} memos`}`] : []
  return [...tags, ...cited].join(' · ') || 'Passage'
}

function make(className: string, title?: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  if (title) element.title = title
  return element
}

function place(element: HTMLElement, { top, bottom }: Extent): HTMLElement {
  element.style.top = `${top}px`
  element.style.height = `${bottom - top}px`
  return element
}
