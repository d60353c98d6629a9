// Sentences as a reader hears them, and the promises that hold for any text.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../src/shared/normalise-text.ts'
import { sentencesOf } from '../../src/shared/sentences.ts'
import type { Block } from '../../src/shared/sources.ts'

/** A source text whose paragraphs are given. */
function aText(...paragraphs: string[]): { text: string; blocks: Block[] } {
  let start = 0
  const blocks = paragraphs.map((paragraph): Block => {
    const block: Block = { kind: 'paragraph', start, end: start + paragraph.length }
    start = block.end + 1
    return block
  })
  return { text: paragraphs.join('\n'), blocks }
}

function read(...paragraphs: string[]): string[] {
  const { text, blocks } = aText(...paragraphs)
  return sentencesOf(text, blocks).map((span) => text.slice(span.start, span.end))
}

describe('sentencesOf', () => {
  it('keeps names, titles and initials whole', () => {
    expect(read('U.S. Special Envoy Steve Witkoff met Gen. Keith Kellogg. John F. Kennedy and J. D. Vance did not.')).toEqual([
      'U.S. Special Envoy Steve Witkoff met Gen. Keith Kellogg.',
      'John F. Kennedy and J. D. Vance did not.',
    ])
  })

  it('ends a sentence at an abbreviation when the next word opens one', () => {
    expect(read('He left the U.S. The talks failed. He went to D.C. Nobody came at 9 a.m. They came later.')).toEqual([
      'He left the U.S.',
      'The talks failed.',
      'He went to D.C. Nobody came at 9 a.m.',
      'They came later.',
    ])
  })

  it('keeps a number with the word before it', () => {
    expect(read('See No. 5 and Dec. 2 in fig. 3. No. It was not.')).toEqual(['See No. 5 and Dec. 2 in fig. 3.', 'No.', 'It was not.'])
  })

  it('keeps a quotation with who said it', () => {
    expect(read('“Is it over?” he asked. “It failed.” She left. "Really!" they said.')).toEqual([
      '“Is it over?” he asked.',
      '“It failed.”',
      'She left.',
      '"Really!" they said.',
    ])
  })

  it('gives quotation marks to the sentence they belong to in French, Chinese and German', () => {
    expect(read('« Il a dit oui. » Elle non.')).toEqual(['« Il a dit oui. »', 'Elle non.'])
    expect(read('她走了！“好。”他说。')).toEqual(['她走了！', '“好。”', '他说。'])
    expect(read('„Er kam.“ Sie ging.')).toEqual(['„Er kam.“', 'Sie ging.'])
  })

  it('reads right-to-left scripts', () => {
    expect(read('הוא בא. היא הלכה? נכון.')).toEqual(['הוא בא.', 'היא הלכה?', 'נכון.'])
  })

  it('never joins two paragraphs, even without a full stop', () => {
    expect(read('How did we get here', 'and what’s next?', '', 'Then.')).toEqual(['How did we get here', 'and what’s next?', 'Then.'])
  })

  it('gives each cell of a table and each line of preformatted text its own', () => {
    const text = 'Kirill Dmitriev\t\tenvoy\na. b\nc'
    const blocks: Block[] = [
      { kind: 'table-row', start: 0, end: 22, table: 0 },
      { kind: 'preformatted', start: 23, end: 29 },
    ]
    expect(sentencesOf(text, blocks).map((span) => text.slice(span.start, span.end))).toEqual([
      'Kirill Dmitriev',
      'envoy',
      'a. b',
      'c',
    ])
  })

  it('takes an unknown language as none', () => {
    const { text, blocks } = aText('One. Two.')
    expect(sentencesOf(text, blocks, 'no such language')).toEqual(sentencesOf(text, blocks))
  })

  it('is in order, within the blocks, trimmed, and leaves no word out', () => {
    const paragraph = fc
      .array(
        fc.oneof(
          fc.constantFrom('U.S.', 'Mr.', 'No.', '5', 'He', '“', '”', '«', '»', '?', '!', '.', ' ', ' ', '和平。', '👨‍👩‍👧', 'שלום', 'e\u0323'),
          fc.string({ unit: 'grapheme', maxLength: 3 }),
        ),
        { maxLength: 30 },
      )
      .map((parts) => normaliseText(parts.join('')).replaceAll('\n', ' '))
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const { text, blocks } = aText(...paragraphs)
        const spans = sentencesOf(text, blocks)
        const quotes = spans.map((span) => text.slice(span.start, span.end))
        expect(quotes.every((quote) => quote !== '' && quote === quote.trim())).toBe(true)
        expect(spans.every((span, index) => span.start >= (spans[index - 1]?.end ?? 0))).toBe(true)
        expect(spans.every((span) => blocks.some((block) => block.start <= span.start && span.end <= block.end))).toBe(true)
        expect(quotes.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
      }),
    )
  })
})
