// Who most probably says a passage: whom the text quotes there, else who spoke last in the paragraph, else its author.
import { blockAt } from '../../shared/blocks.ts'
import { fullName } from '../../shared/names.ts'
import type { Span } from '../../shared/passages.ts'
import type { Name } from '../../shared/sources.ts'
import type { Suggestion } from '../../shared/suggestions.ts'
import type { ActorChoice } from './actor-options.ts'

/** A speaker, by name or as the actor they are; `from` is where they speak. */
export interface Said extends Span {
  name: string
  choice: ActorChoice
}

interface Known {
  blocks: Parameters<typeof blockAt>[0]
  /** What rules propose in the text; null while it is still being read. */
  suggestions: readonly Suggestion[] | null
  /** Speakers given to passages of this text before. */
  given: readonly Said[]
  authors: readonly Name[]
}

/**
 * The speaker that the form offers, null for none: nobody is offered where the text quotes someone without a name, and
 * the author only where the text is known to quote nobody.
 */
export function probableSpeaker(span: Span, { blocks, suggestions, given, authors }: Known): Omit<Said, 'start' | 'end'> | null {
  const claims = (suggestions ?? []).filter((suggestion) => suggestion.kind === 'claim')
  const quoted = claims.find((claim) => claim.start < span.end && span.start < claim.end)
  if (quoted) return quoted.speaker === null ? null : byName(quoted.speaker)
  const paragraph = blockAt(blocks, span.start)
  const inParagraph = (place: Span): boolean => paragraph !== null && paragraph !== undefined && place.start >= paragraph.start && place.end <= paragraph.end
  const spoken = claims.flatMap(({ start, end, speaker }) => (speaker === null ? [] : [{ start, end, ...byName(speaker) }]))
  const before = [...spoken, ...given].filter((said) => inParagraph(said) && said.start <= span.start).toSorted((a, b) => a.start - b.start)
  const last = before.at(-1)
  if (last) return { name: last.name, choice: last.choice }
  const author = authors[0] && fullName(authors[0])
  const quotesNobody = suggestions !== null && !claims.some(inParagraph)
  return author && quotesNobody ? byName(author) : null
}

const byName = (name: string) => ({ name, choice: { name } })
