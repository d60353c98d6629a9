// The sentences of a memo, and which citation stands for which of them.
import type { Likelihood } from './judgments.ts'
import { nodesOf } from './memo-document.ts'
import type { CitationAttributes, DocumentNode } from './memos.ts'
import { wordsOfQuotation } from './passage-quotation.ts'
import type { Span } from './passages.ts'
import { sentencesOfBlock } from './sentences.ts'

/**
 * A text block of a memo. `text` is its words, hard breaks as `\n` and citations as nothing; offsets are UTF-16 code
 * units of it. `index` counts the text blocks of the document from 0. `likelihood` is that of a key judgment, whose words
 * are not part of the text.
 */
export interface MemoBlock {
  index: number
  kind: 'paragraph' | 'heading' | 'codeBlock' | 'keyJudgment' | 'passageQuotation'
  text: string
  likelihood: Likelihood | null
  citations: { citation: CitationAttributes; offset: number }[]
  sentences: Span[]
}

const isTextBlock = (type: string): type is MemoBlock['kind'] =>
  type === 'paragraph' || type === 'heading' || type === 'codeBlock' || type === 'keyJudgment' || type === 'passageQuotation'

/** The text blocks of a checked document in reading order. `language` is a BCP 47 tag. */
export function memoBlocks(document: DocumentNode, language?: string): MemoBlock[] {
  const blocks: MemoBlock[] = []
  for (const node of nodesOf(document)) {
    if (isTextBlock(node.type)) blocks.push(blockOf(node, blocks.length, node.type, language))
  }
  return blocks
}

function blockOf(node: DocumentNode, index: number, kind: MemoBlock['kind'], language?: string): MemoBlock {
  let text = ''
  const citations: MemoBlock['citations'] = []
  for (const child of node.content ?? []) {
    if (child.type === 'text') text += child.text ?? ''
    else if (child.type === 'hardBreak') text += '\n'
    else if (child.type === 'citation') {
      citations.push({ citation: child.attrs as unknown as CitationAttributes, offset: text.length })
    }
  }
  const whole = { kind: 'paragraph', start: 0, end: text.length } as const
  const likelihood = (node.attrs?.['likelihood'] ?? null) as Likelihood | null
  return { index, kind, text, likelihood, citations, sentences: text === '' ? [] : sentencesOfBlock(text, whole, language) }
}

/**
 * The sentence that a citation at an offset belongs to: the last one that begins before it, since a citation follows
 * what it stands for. Null in a block without words.
 */
export function sentenceAt(block: Pick<MemoBlock, 'sentences'>, offset: number): Span | null {
  return block.sentences.findLast(({ start }) => start < offset) ?? block.sentences[0] ?? null
}

/** The words of the sentence that each citation of a document belongs to, by the citation's identifier; of a block quotation its words. */
export function sentencesOfCitations(document: DocumentNode, language?: string): Map<string, string> {
  const sentences = new Map<string, string>()
  for (const block of memoBlocks(document, language)) {
    for (const { citation, offset } of block.citations) {
      const span = sentenceAt(block, offset)
      sentences.set(citation.id, span ? block.text.slice(span.start, span.end) : '')
    }
  }
  for (const node of nodesOf(document)) {
    const quoted = node.type === 'passageQuotation' ? (node.content?.[0]?.attrs as CitationAttributes | undefined) : undefined
    if (quoted) sentences.set(quoted.id, `“${wordsOfQuotation(node)}”`)
  }
  return sentences
}
