// Who a passage probably speaks of: the actors tagged within it and around it.
import { blockAt } from '../../shared/blocks.ts'
import type { Span } from '../../shared/passages.ts'
import { nearbyOption, type ActorOption } from './actor-options.ts'
import { hullOf } from './highlight-layers.ts'
import { isPending } from './optimistic-marks.ts'
import type { ReadingSession } from './reading-session.ts'

/** Actors named in the passage first, then those of its paragraph, the nearest first; each once. */
export function nearbyActors({ text, view }: ReadingSession, spans: readonly Span[]): ActorOption[] {
  const { start, end } = hullOf({ segments: [...spans] })
  const paragraph = { start: blockAt(text.blocks, start)?.start ?? start, end: blockAt(text.blocks, end)?.end ?? end }
  const mentions = view
    .index()
    .overlapping(paragraph)
    .flatMap((passage) => passage.tags.filter((tag) => tag.kind === 'actor').map((tag) => ({ tag, at: hullOf(passage).start })))
    .filter(({ tag }) => !isPending(tag.item))
    .toSorted((a, b) => distance(a.at, start, end) - distance(b.at, start, end))
  const options = new Map(mentions.map(({ tag }) => [tag.item, nearbyOption(tag.item, tag.label)]))
  return [...options.values()].slice(0, 4)
}

const distance = (at: number, start: number, end: number): number => (at < start ? start - at : at >= end ? at - end + 1 : 0)
