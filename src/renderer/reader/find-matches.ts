// Finding words in a text as people type them: case, kinds of quotation marks, dashes and spaces do not count.
import type { Span } from '../../shared/passages.ts'

const alike: [RegExp, string][] = [
  [/['‘’‚′]/gu, "['‘’‚′]"],
  [/["“”„«»″]/gu, '["“”„«»″]'],
  [/[-‐‑‒–—−]/gu, '[-‐‑‒–—−]'],
  [/\s+/gu, '\\s+'],
]

/** At most so many matches are kept, so that a single letter in a long text stays quick. */
export const mostMatches = 5000

/** Every match in order, in UTF-16 code units; none for an empty query. The query is plain words, never a pattern. */
export function findMatches(text: string, query: string): Span[] {
  const words = query.normalize('NFC').trim()
  if (words === '') return []
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
  // Spaces first, so that the other replacements do not touch what they put in.
  const pattern = alike.toReversed().reduce((source, [kind, any]) => source.replace(kind, any), escaped)
  const matches: Span[] = []
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    matches.push({ start: match.index, end: match.index + match[0].length })
    if (matches.length === mostMatches) break
  }
  return matches
}

/** The index of the first match at or after an offset, else the first; -1 when there is none. */
export function matchFrom(matches: readonly Span[], offset: number): number {
  const index = matches.findIndex((match) => match.start >= offset)
  return index < 0 && matches.length > 0 ? 0 : index
}
