// Words of a passage that its paragraph does not hold.
import { describe, expect, it } from 'vitest'
import { beyondParagraph } from '../../src/shared/beyond-paragraph.ts'
import { segmentAt } from '../../src/shared/selectors.ts'

const text = 'Zero.\nOne two three.\nFour five.\nSix.'
const paragraph = 'One two three.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const beyond = (...spans: { start: number; end: number }[]) =>
  beyondParagraph({
    segments: spans.map((span) => segmentAt(text, span)),
    paragraph,
    paragraphSpans: spans.filter(({ start }) => start < 20).map(({ start, end }) => ({ start: start - 6, end: Math.min(20, end) - 6 })),
  })

describe('what stands beyond the paragraph of a passage', () => {
  it('is nothing where the paragraph holds all of it', () => {
    expect(beyond(at('One'), at('three.'))).toEqual([])
  })

  it('is each segment of another paragraph, after a cut', () => {
    expect(beyond(at('two'), at('five'), at('Six'))).toEqual([{ before: ' … ', words: 'five' }, { before: ' … ', words: 'Six' }])
  })

  it('is the rest of a segment that runs on, without a cut', () => {
    expect(beyond(at('three.\nFour'), at('Six.'))).toEqual([{ before: ' ', words: 'Four' }, { before: ' … ', words: 'Six.' }])
  })
})
