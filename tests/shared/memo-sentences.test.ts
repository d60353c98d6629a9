// Which sentence of a memo a citation stands for.
import { describe, expect, it } from 'vitest'
import { memoBlocks, sentencesOfCitations } from '../../src/shared/memo-sentences.ts'
import { aCite, type DocumentNode } from '../../src/shared/memos.ts'

const id = (last: number): string => `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`
const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const cite = (number: number): DocumentNode => ({
  type: 'citation',
  attrs: { id: id(number), cites: [aCite(id(100), 1, 'q')] },
})
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

describe('the sentence of a citation', () => {
  it('is the one that it follows, or stands in', () => {
    const document = doc(paragraph(text('First one.'), cite(1), text(' Second one'), cite(2), text(' goes on. Third.'), cite(3), cite(4)))
    expect([...sentencesOfCitations(document)]).toEqual([
      [id(1), 'First one.'],
      [id(2), 'Second one goes on.'],
      [id(3), 'Third.'],
      [id(4), 'Third.'],
    ])
  })

  it('is the first one for a citation ahead of all words, and nothing where there are none', () => {
    expect([...sentencesOfCitations(doc(paragraph(cite(1), text('Words.')), paragraph(cite(2))))]).toEqual([
      [id(1), 'Words.'],
      [id(2), ''],
    ])
  })
})

describe('the blocks of a memo', () => {
  it('are counted in reading order, whatever they stand in, and keep line breaks', () => {
    const document = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Bottom line')] },
      { type: 'blockquote', content: [paragraph(text('One'), { type: 'hardBreak' }, text('two.'))] },
      { type: 'horizontalRule' },
      { type: 'codeBlock', content: [text('a = b')] },
    )
    expect(memoBlocks(document).map(({ index, kind, text: words }) => [index, kind, words])).toEqual([
      [0, 'heading', 'Bottom line'],
      [1, 'paragraph', 'One\ntwo.'],
      [2, 'codeBlock', 'a = b'],
    ])
  })
})
