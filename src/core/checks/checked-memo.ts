// A memo as the rules read it: its sentences with what they cite, and what is known of that.
import type { CheckRule } from '../../shared/checks.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ClaimFields } from '../../shared/items.ts'
import { memoBlocks, sentenceAt, type MemoBlock } from '../../shared/memo-sentences.ts'
import type { Cite, DocumentNode } from '../../shared/memos.ts'
import type { Span } from '../../shared/passages.ts'

/** A cited passage as it is now. `quote` joins its segments. */
export interface PassageFacts {
  passage: Id
  source: Id
  state: 'placed' | 'review'
  quote: string
  title: string
  hasAuthor: boolean
  hasContainer: boolean
  issued: string | null
  retractedOn: string | null
  inTrash: boolean
  /** The claims that the passage states or supports. */
  claims: { statement: string; status: ClaimFields['status'] }[]
}

/** A sentence with the references that stand for it. `judgment`: it stands in a section of judgments. */
export interface CheckedSentence extends Span {
  block: MemoBlock
  text: string
  cites: Cite[]
  judgment: boolean
}

export interface CheckedMemo {
  /** Sentences of paragraphs and key judgments; headings and code are not judged. */
  sentences: CheckedSentence[]
  facts: ReadonlyMap<Id, PassageFacts>
  /** The group of sources that have near-identical ones. */
  groups: ReadonlyMap<Id, Id>
  /** The canonical text of a source as it is now. */
  sourceText: (source: Id) => string
}

/** What a rule finds; places are code units of the block's text. `detail` tells two findings of a sentence apart. */
export interface Draft {
  rule: CheckRule
  sentence: CheckedSentence
  start: number
  end: number
  detail: string
  explanation: string
  fix?: string | null
}

export type Rule = (memo: CheckedMemo) => Draft[]

/** A heading that announces judgments: what stands under it must rest on something. */
const judgments = /\b(judge?ments?|assessments?|bottom line|bluf|conclusions?)\b/i

/** The sentences of a document. A section of judgments ends at the next heading. */
export function checkedSentences(document: DocumentNode, language: string): CheckedSentence[] {
  let judgment = false
  return memoBlocks(document, language).flatMap((block) => {
    if (block.kind === 'heading') judgment = judgments.test(block.text)
    if (block.kind !== 'paragraph' && block.kind !== 'keyJudgment') return []
    const sentences = block.sentences.map((span): CheckedSentence => ({
      ...span,
      block,
      text: block.text.slice(span.start, span.end),
      cites: [],
      judgment: judgment || block.kind === 'keyJudgment',
    }))
    for (const { citation, offset } of block.citations) {
      const of = sentenceAt(block, offset)
      sentences.find(({ start }) => start === of?.start)?.cites.push(...citation.cites)
    }
    return sentences
  })
}

/** A finding about a whole sentence. */
export const wholeSentence = (rule: CheckRule, sentence: CheckedSentence, detail: string, explanation: string): Draft => ({
  rule,
  sentence,
  start: sentence.start,
  end: sentence.end,
  detail,
  explanation,
})

const marks = /“[^”]*”|«[^»]*»|„[^“”]*[“”]|"[^"]*"/g

/** A sentence with the words of others blanked out, so that only the writer's own are judged; offsets stay. */
export const ownWords = (text: string): string => text.replace(marks, (quoted) => ' '.repeat(quoted.length))

/** Findings for every match of a pattern in the writer's own words. */
export function matchesIn(sentence: CheckedSentence, pattern: RegExp, found: (words: string) => Omit<Draft, 'sentence' | 'start' | 'end'>): Draft[] {
  return [...ownWords(sentence.text).matchAll(pattern)].map((match) => {
    const start = sentence.start + match.index
    return { ...found(match[0]), sentence, start, end: start + match[0].length }
  })
}
