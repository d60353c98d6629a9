// A passage within its paragraph, cut to what a card has room for.
import { array, assert, integer, nat, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { quoteWindow } from '../../../src/renderer/inspector/quote-window.ts'

const paragraph = 'So far, no compromise version of a peace settlement has been found, he said.'
const spanOf = (words: string) => ({ start: paragraph.indexOf(words), end: paragraph.indexOf(words) + words.length })

test('words around the passage are kept up to a space', () => {
  expect(quoteWindow(paragraph, [spanOf('peace settlement')], 10)).toEqual([
    { text: '… ', marked: false },
    { text: 'version of a ', marked: false },
    { text: 'peace settlement', marked: true },
    { text: ' has been found,', marked: false },
    { text: ' …', marked: false },
  ])
})

test('a discontinuous passage is marked in each of its parts', () => {
  const marked = quoteWindow(paragraph, [spanOf('no compromise'), spanOf('found')], null).filter((piece) => piece.marked)
  expect(marked.map((piece) => piece.text)).toEqual(['no compromise', 'found'])
})

test('uncut, the pieces are the paragraph, whatever the spans', () => {
  const span = tuple(nat(80), integer({ min: 1, max: 30 })).map(([start, length]) => ({ start, end: start + length }))
  assert(
    property(array(span, { minLength: 1, maxLength: 4 }), (spans) => {
      const sorted = spans.toSorted((a, b) => a.start - b.start)
      expect(quoteWindow(paragraph, sorted, null).map((piece) => piece.text).join('')).toBe(paragraph)
    }),
  )
})
