// Which highlight paints which stretch of text: one per kind or code colour, and per lane where passages overlap.
import type { Code, CodeColour } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageMark, PassageTag, Span } from '../../shared/passages.ts'
import { lanesOf } from './passage-lanes.ts'

/** How many lines fit under each other between two lines of text. */
export const laneCount = 3

/** How a tag is drawn; CSS knows each of them. A passage without a tag is drawn as one that is only cited. */
export type Paint = 'claim' | 'actor' | 'recommendation' | `note-${CodeColour}` | 'cited'

/** One passage in one paint, with its lane from 0. */
export interface PaintedPassage {
  passage: PassageMark
  paint: Paint
  lane: number
}

/** The paint of a tag; a note whose code is not known is grey. */
export function paintOf(tag: Pick<PassageTag, 'kind' | 'code'>, colours: ReadonlyMap<Id, CodeColour>): Paint {
  if (tag.kind !== 'note') return tag.kind
  return `note-${(tag.code && colours.get(tag.code)) || 'grey'}`
}

export const coloursOf = (codes: readonly Code[]): Map<Id, CodeColour> => new Map(codes.map((code) => [code.id, code.colour]))

/** Every passage in each of its paints, by the passage's id. Lanes do not jump when whole groups that overlap are given. */
export function paintPassages(
  passages: readonly PassageMark[],
  colours: ReadonlyMap<Id, CodeColour>,
): Map<Id, PaintedPassage[]> {
  const painted: PaintedPassage[] = passages.flatMap((passage) => {
    const paints = new Set<Paint>(passage.tags.map((tag) => paintOf(tag, colours)))
    if (paints.size === 0) paints.add('cited')
    return [...paints].map((paint) => ({ passage, paint, lane: 0 }))
  })
  const lanes = lanesOf(painted.map(({ passage }) => hullOf(passage)), laneCount)
  const byPassage = new Map<Id, PaintedPassage[]>()
  for (const [index, entry] of painted.entries()) {
    entry.lane = lanes[index] ?? 0
    const known = byPassage.get(entry.passage.id)
    if (known) known.push(entry)
    else byPassage.set(entry.passage.id, [entry])
  }
  return byPassage
}

/** From the first character of a passage to its last, gaps included. */
export function hullOf(passage: Pick<PassageMark, 'segments'>): Span {
  return { start: passage.segments[0]?.start ?? 0, end: passage.segments.at(-1)?.end ?? 0 }
}

/** The name of a highlight in CSS: `::highlight(reader-claim-0)`. */
export const highlightName = (paint: Paint, lane: number): string => `reader-${paint}-${lane}`

/** The spans of each highlight for the passages given. */
export function layersOf(
  passages: readonly PassageMark[],
  painted: ReadonlyMap<Id, PaintedPassage[]>,
): Map<string, Span[]> {
  const layers = new Map<string, Span[]>()
  for (const passage of passages) {
    for (const { paint, lane } of painted.get(passage.id) ?? []) {
      const name = highlightName(paint, lane)
      const spans = layers.get(name)
      if (spans) spans.push(...passage.segments)
      else layers.set(name, [...passage.segments])
    }
  }
  return layers
}
