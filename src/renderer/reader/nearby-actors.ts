// Who a passage probably speaks of: the actors tagged within it and around it, and names that its paragraph holds.
import { blockAt } from '../../shared/blocks.ts'
import type { Span } from '../../shared/passages.ts'
import type { Suggestion } from '../../shared/suggestions.ts'
import { isLastOf, sameActor } from './actor-names.ts'
import { namedOption, nearbyOption, type ActorOption } from './actor-options.ts'
import { hullOf } from './highlight-layers.ts'
import { namesOfLine } from './name-candidates.ts'
import { isPending } from './optimistic-marks.ts'
import type { ReadingSession } from './reading-session.ts'

/**
 * Actors tagged in the passage first, then those of its paragraph, then names there that nobody tagged, by the fullest
 * form that `suggestions` know; of each the nearest first, and each once.
 */
export function nearbyActors({ text, view }: ReadingSession, spans: readonly Span[], suggestions: readonly Suggestion[] | null): ActorOption[] {
  const { start, end } = hullOf({ segments: [...spans] })
  const paragraph = { start: blockAt(text.blocks, start)?.start ?? start, end: blockAt(text.blocks, end)?.end ?? end }
  const mentions = view
    .index()
    .overlapping(paragraph)
    .flatMap((passage) => passage.tags.filter((tag) => tag.kind === 'actor').map((tag) => ({ tag, at: hullOf(passage).start })))
    .filter(({ tag }) => !isPending(tag.item))
    .toSorted((a, b) => distance(a.at, start, end) - distance(b.at, start, end))
  const tagged = [...new Map(mentions.map(({ tag }) => [tag.item, nearbyOption(tag.item, tag.label)])).values()].slice(0, 4)
  const names = namedIn(text.text, { start, end }, suggestions ?? [])
  return [...tagged, ...names.filter(({ name }) => !tagged.some((known) => sameActor(known.name, name)))]
}

/** The names of a span's first and last line, the nearest to the span first. */
export function namedIn(text: string, { start, end }: Span, suggestions: readonly Suggestion[]): ActorOption[] {
  const lines = [start, Math.max(start, end - 1)].flatMap((at) => namesOfLine(text, at))
  const nearest = lines.toSorted((a, b) => distance(a.start, start, end) - distance(b.start, start, end))
  const wordsOf = (name: Span): string => text.slice(name.start, name.end)
  const known = [...nearest.map(wordsOf).map((name) => [name]), ...suggestions.flatMap((found) => (found.kind === 'actor' ? [[found.name, ...found.aliases]] : []))]
  const options = nearest.map((name) => namedOption(fullestOf(wordsOf(name), known), wordsOf(name)))
  return options.filter(({ key }, at) => options.findIndex((option) => option.key === key) === at)
}

/** The full name that these words are the last of or another form of, among names with their other forms; else the words. */
function fullestOf(words: string, known: readonly (readonly string[])[]): string {
  const forms = known.find(([name = '', ...others]) => isLastOf(name, words) || others.some((other) => sameActor(other, words)))
  return forms?.[0] ?? words
}

const distance = (at: number, start: number, end: number): number => (at < start ? start - at : at >= end ? at - end + 1 : 0)
