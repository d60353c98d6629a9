// What a citation style needs of a source and nobody has entered.
import { wholeSentence, type Draft, type PassageFacts, type Rule } from '../checked-memo.ts'

const missing = ({ title, hasAuthor, hasContainer, issued }: PassageFacts): string[] => [
  ...(title.trim() === '' ? ['a title'] : []),
  ...(hasAuthor || hasContainer ? [] : ['an author or publication']),
  ...(issued === null ? ['a date'] : []),
]

/** Once for each source, where it is first cited. */
export const missingMetadata: Rule = ({ sentences, facts }) => {
  const seen = new Set<string>()
  return sentences.flatMap((sentence) =>
    sentence.cites.flatMap(({ passage }): Draft[] => {
      const known = facts.get(passage)
      if (!known || seen.has(known.source)) return []
      seen.add(known.source)
      const gaps = missing(known)
      if (gaps.length === 0) return []
      const explanation = `The source “${known.title || 'Untitled source'}” has no ${gaps.map((gap) => gap.replace(/^an? /, '')).join(' and no ')}, which citation styles print. Enter it in the Inspector where it is known.`
      return [wholeSentence('metadata', sentence, known.source, explanation)]
    }),
  )
}
