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
        ['The talks in Moscow brought no agreement.', 'noCompromise'],
        ['We judge it very likely that Russia will go on stalling while the cost of delay stays as it is.', 'stall', 'waiting'],
        ['Pressure that is agreed with Europe and sustained should come before the next proposal.', 'pressure', 'muscle'],
        ['Our confidence is moderate: the reasoning is sound, but it comes from one writer.', 'stall'],
      ],
    ],
  },
  {
    heading: 'What happened',
    paragraphs: [
      [
        ['Five hours between Vladimir Putin and Steve Witkoff ended without a compromise, by the account of Putin’s own adviser.', 'noCompromise'],
        ['On the questions that matter most to Kyiv, the cease-fire line and security, Putin again offered nothing.', 'territory'],
        ['What Witkoff and Jared Kushner brought had been worked out with Ukraine and European governments in Geneva and Florida.', 'outline'],
      ],
    ],
  },
  {
    heading: 'Why the talks failed',
    paragraphs: [
      [
        ['The Russian side had no reason to move.', 'waiting'],
        ['Its demands are those it has made since 2014: territory, and an end to Ukraine’s sovereignty.', 'maximalist', 'badFaith'],
      ],
      [
        ['The American side made waiting cheap.', 'waiting', 'muscle'],
        ['A first plan of 28 points carried heavy Russian input, so that Moscow shaped the text before it bargained over it.', 'russianInput', 'twoBites'],
        ['Divisions in the Administration left it open who leads.', 'divisions'],
        ['The Secretary of State, who had led in Geneva and Florida, was not in the room in Moscow.', 'rubio'],
      ],
    ],
  },
  {
    heading: 'Key judgments',
    list: [
      [['Russia is very likely to keep stalling, and to step up attacks on Europe, until delay costs it more than agreement would.', 'stall']],
      [['If the fighting ends by negotiation, a cease-fire in place is likely to come before any comprehensive settlement.', 'ceaseFire', 'couldEnd']],
      [['Pressure works on the Russian economy: the recent oil sanctions have hit it.', 'oil']],
      [['A common American and European line is a condition of success, and today it is missing.', 'divisions', 'victory']],
    ],
  },
  {
    heading: 'What to do',
    list: [
      [['Answer the refusal before the next round, rather than with the next round.', 'decide', 'stopConceding']],
      [['Enforce the oil sanctions with vigour; the measures exist, and the effect depends on their use.', 'enforce', 'oil']],
      [['Settle the use of €140 billion of frozen Russian assets, which is Europe’s to decide.', 'assets']],
      [['Plan the security back-up with Europe, new and more weapons included, so that Moscow sees that stalling does not improve its position.', 'backUp']],
      [['Keep one line in public and in private: pressure on Russia, not now on one side and now on the other.', 'oneLine']],
    ],
  },
  {
    heading: 'What would change this assessment',
    paragraphs: [
      [
        ['A Russian offer on the cease-fire line would count against the first judgment; none is known.', 'territory'],
        ['So would an agreement on terms that Washington has itself called for: the current line, with Western guarantees for Ukraine.', 'soundElements'],
      ],
    ],
  },
  {
    heading: 'What this memo rests on',
    paragraphs: [
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
