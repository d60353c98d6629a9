// The worked example: a policy memo in the bottom-line-up-front form, each judgment on passages of the bundled article.
import type { Id } from '../../shared/identifiers.ts'
import { aCite, type DocumentNode } from '../../shared/memos.ts'
import type { ClaimKey, RecommendationKey } from './example-statements.ts'

export type CitedKey = ClaimKey | RecommendationKey

/** A passage as a citation takes it. */
export interface CitedPassage {
  passage: Id
  version: number
  quote: string
}

/** A sentence, and what it rests on. */
type Sentence = readonly [words: string, ...rests: CitedKey[]]

const sections: { heading: string; paragraphs?: Sentence[][]; list?: Sentence[][] }[] = [
  {
    heading: 'Bottom line',
    paragraphs: [
      [
        ['The talks in Moscow brought no agreement, by the account of Putin’s own adviser.', 'noCompromise'],
        ['We judge it very likely that Russia will go on stalling while the cost of delay stays as it is.', 'stall'],
        ['Pressure that is agreed with Europe and sustained should come before the next proposal.', 'pressure'],
        ['Our confidence is moderate: the reasoning is sound, but it comes from one writer.', 'waiting'],
      ],
    ],
  },
  {
    heading: 'Why the talks failed',
    paragraphs: [
      [
        ['On the questions that matter most to Kyiv, the cease-fire line and security, Putin again offered nothing.', 'territory'],
        ['A first plan of 28 points had carried heavy Russian input, so that Moscow shaped the text before it bargained over it.', 'russianInput'],
        ['Divisions in the Administration left it open who leads.', 'divisions'],
      ],
    ],
  },
  {
    heading: 'Key judgments',
    list: [
      [['Russia is very likely to keep stalling until delay costs it more than agreement would.', 'badFaith']],
      [['If the fighting ends by negotiation, a cease-fire in place is likely to come before any comprehensive settlement.', 'ceaseFire']],
      [['Pressure works on the Russian economy: the recent oil sanctions have hit it.', 'oil']],
    ],
  },
  {
    heading: 'What to do',
    list: [
      [['Answer the refusal before the next round, rather than with the next round.', 'stopConceding']],
      [['Enforce the oil sanctions with vigour; the measures exist, and the effect depends on their use.', 'enforce']],
      [['Settle the use of €140 billion of frozen Russian assets, which is Europe’s to decide.', 'assets']],
    ],
  },
  {
    heading: 'What would change this assessment',
    paragraphs: [
      [['An agreement on terms that Washington has itself called for, the current line with Western guarantees for Ukraine, would count against the first judgment.', 'soundElements']],
      [['This memo rests on one article of opinion, published by TIME and graded B. It should be read beside reporting from Moscow and Kyiv before it is acted on.']],
    ],
  },
]

const text = (words: string): DocumentNode => ({ type: 'text', text: words })

/** The memo's document; `passageOf` gives the passage behind each claim and recommendation. */
export function exampleMemo(passageOf: (key: CitedKey) => CitedPassage, newId: () => Id): DocumentNode {
  const citation = (keys: CitedKey[]): DocumentNode => ({
    type: 'citation',
    attrs: { id: newId(), cites: keys.map(passageOf).map(({ passage, version, quote }) => aCite(passage, version, quote)) },
  })
  const paragraph = (sentences: Sentence[]): DocumentNode => ({
    type: 'paragraph',
    content: sentences.flatMap(([words, ...keys], at) => [
      text(`${at > 0 ? ' ' : ''}${words}`),
      ...(keys.length > 0 ? [citation(keys)] : []),
    ]),
  })
  return {
    type: 'doc',
    content: sections.flatMap(({ heading, paragraphs = [], list = [] }) => [
      { type: 'heading', attrs: { level: 2 }, content: [text(heading)] },
      ...paragraphs.map(paragraph),
      ...(list.length > 0
        ? [{ type: 'orderedList', attrs: { start: 1 }, content: list.map((entry) => ({ type: 'listItem', content: [paragraph(entry)] })) }]
        : []),
    ]),
  }
}
