// Judgments: each rests on something, and on more than one independent source.
import { wholeSentence, type CheckedMemo, type CheckedSentence, type Draft, type Rule } from '../checked-memo.ts'

const isStatement = ({ text }: CheckedSentence): boolean => /[.!…]["”’)\]]*$/.test(text) && text.split(/\s+/).length >= 4

/** ICD 206: a source reference for each judgment that depends on sources. */
export const uncitedJudgment: Rule = ({ sentences }) =>
  sentences
    .filter((sentence) => sentence.judgment && sentence.cites.length === 0 && isStatement(sentence))
    .map((sentence) =>
      wholeSentence('uncited judgment', sentence, '', 'This judgment cites nothing. Cite what it rests on, or say that it is your own inference.'),
    )

const sourcesOf = ({ facts }: CheckedMemo, { cites }: CheckedSentence): string[] => [
  ...new Set(cites.flatMap(({ passage }) => facts.get(passage)?.source ?? [])),
]

/** One source, or several that are copies of one text, is one witness. */
export const singleSource: Rule = (memo) =>
  memo.sentences
    .filter(({ judgment, cites }) => judgment && cites.length > 0)
    .flatMap((sentence): Draft[] => {
      const sources = sourcesOf(memo, sentence)
      const witnesses = new Set(sources.map((source) => memo.groups.get(source) ?? source))
      if (witnesses.size !== 1) return []
      return sources.length === 1
        ? [wholeSentence('single source', sentence, '', 'This judgment rests on one source. Look for an independent one, or say so in the sentence.')]
        : [wholeSentence('copies', sentence, '', `The ${sources.length} sources of this judgment are copies of one text: they count as one.`)]
    })
