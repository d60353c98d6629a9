// Moving through a text by keys.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginSegment,
  besideKept,
  extendBySentence,
  extendByWord,
  moveBound,
  moveBoundBySentence,
  moveBySentence,
  moveByWord,
  placeBound,
  selectionOf,
  selectionOfPassage,
  snapBound,
  wholeSentences,
  withSegment,
  withoutLastSegment,
  withSpans,
  type ReadingSelection,
} from '../../../src/renderer/reader/reading-selection.ts'
import { walkSentences } from '../../../src/renderer/reader/sentence-walk.ts'
import { aText, spanOf } from './builders.ts'

const source = aText(['Putin’s envoy met Steve Witkoff. They talked. Nothing came of it.', '', 'The U.S. Special Envoy left.'])
const { text } = source
const walk = walkSentences(source, 'en')
const words = (selection: ReadingSelection | null): string | null =>
  selection && selection.spans.map((span) => text.slice(span.start, span.end)).join(' | ')
const select = (part: string, by: ReadingSelection['by'] = 'sentence') => selectionOf(spanOf(text, part), by)

describe('moving by sentence', () => {
  it('begins with the sentence at the origin and goes on over empty blocks to the end', () => {
    const seen: (string | null)[] = []
    let selection = moveBySentence(walk, null, 5, 'forwards')
    while (selection) {
      seen.push(words(selection))
      selection = moveBySentence(walk, selection, 0, 'forwards')
    }
    expect(seen).toEqual(['Putin’s envoy met Steve Witkoff.', 'They talked.', 'Nothing came of it.', 'The U.S. Special Envoy left.'])
  })

  it('goes back from within a sentence to that sentence, and then to the one before', () => {
    const from = select('talked', 'find')
    const back = moveBySentence(walk, from, 0, 'backwards')
    expect([words(back), words(moveBySentence(walk, back, 0, 'backwards'))]).toEqual(['They talked.', 'Putin’s envoy met Steve Witkoff.'])
  })

  it('stays where it is at either end', () => {
    expect([moveBySentence(walk, select('The U.S. Special Envoy left.'), 0, 'forwards'), moveBySentence(walk, select('Putin'), 0, 'backwards')]).toEqual([null, null])
  })

  it('extends by whole sentences and takes them off again', () => {
    const one = select('They talked.')
    const two = extendBySentence(walk, one, 0, 'forwards')
    const three = extendBySentence(walk, two, 0, 'forwards')
    const again = extendBySentence(walk, three, 0, 'backwards')
    expect([words(two), words(three), words(again)]).toEqual([
      'They talked. Nothing came of it.',
      'They talked. Nothing came of it.\n\nThe U.S. Special Envoy left.',
      'They talked. Nothing came of it.',
    ])
  })

  it('extends what the mouse selected to the end of its sentence first', () => {
    expect(words(extendBySentence(walk, select('envoy met', 'pointer'), 0, 'forwards'))).toBe('envoy met Steve Witkoff.')
    expect(words(extendBySentence(walk, select('envoy met', 'pointer'), 0, 'backwards'))).toBe('Putin’s envoy met')
  })
})

describe('whole sentences', () => {
  it('are those that the selection touches, or the one at the origin', () => {
    const overTwo = selectionOf({ start: spanOf(text, 'talked').start, end: spanOf(text, 'Nothing').end }, 'pointer')
    expect([words(wholeSentences(walk, select('talked', 'find'), 0)), words(wholeSentences(walk, overTwo, 0)), words(wholeSentences(walk, null, 0))]).toEqual([
      'They talked.',
      'They talked. Nothing came of it.',
      'Putin’s envoy met Steve Witkoff.',
    ])
  })
})

describe('moving by word', () => {
  it('picks a name out of a sentence: its first or last word, then the next, without a possessive', () => {
    const first = moveByWord(text, select('Putin’s envoy met Steve Witkoff.'), 0, 'forwards')
    const last = moveByWord(text, select('Putin’s envoy met Steve Witkoff.'), 0, 'backwards')
    expect([words(first), words(moveByWord(text, first, 0, 'forwards')), words(last)]).toEqual(['Putin', 'envoy', 'Witkoff'])
    expect(words(extendByWord(text, last, 0, 'backwards'))).toBe('Steve Witkoff')
  })

  it('extends forwards and takes words off again', () => {
    const first = moveByWord(text, null, spanOf(text, 'Steve').start, 'forwards')
    const both = extendByWord(text, first, 0, 'forwards')
    expect([words(first), words(both), words(extendByWord(text, both, 0, 'backwards'))]).toEqual(['Steve', 'Steve Witkoff', 'Steve'])
  })
})

describe('moving a bound', () => {
  const spans = [spanOf(text, 'envoy met Steve')]
  const moved = (bound: 'start' | 'end', direction: 'forwards' | 'backwards') => {
    const [span] = moveBound(text, spans, bound, direction) ?? []
    return span && text.slice(span.start, span.end)
  }

  it('goes one word out or in at either end', () => {
    expect([moved('start', 'backwards'), moved('start', 'forwards'), moved('end', 'forwards'), moved('end', 'backwards')]).toEqual([
      'Putin’s envoy met Steve',
      'met Steve',
      'envoy met Steve Witkoff',
      'envoy met',
    ])
  })

  it('moves the outer bounds of a discontinuous passage and leaves its gap', () => {
    const pair = [spanOf(text, 'envoy met'), spanOf(text, 'talked')]
    expect(moveBound(text, pair, 'end', 'forwards')).toEqual([pair[0], { start: pair[1]?.start, end: spanOf(text, 'Nothing').end }])
  })

  it('never empties a passage and never leaves the text', () => {
    const word = [spanOf(text, 'met')]
    expect([moveBound(text, word, 'start', 'forwards'), moveBound(text, word, 'end', 'backwards'), moveBound(text, [spanOf(text, 'Putin')], 'start', 'backwards'), moveBound(text, [], 'end', 'forwards')]).toEqual([null, null, null, null])
  })

  it('comes back to where it was', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 30), fc.constantFrom('start' as const, 'end' as const), (at, bound) => {
        const word = moveByWord(text, null, at, 'forwards')
        const wide = word && extendByWord(text, word, 0, 'forwards')
        if (!wide) return
        const out = bound === 'start' ? 'forwards' : 'backwards'
        const inner = moveBound(text, wide.spans, bound, out)
        const [span] = inner ?? []
        expect(span && span.start < span.end).toBe(true)
        expect(moveBound(text, inner ?? [], bound, out === 'forwards' ? 'backwards' : 'forwards')).toEqual(wide.spans)
      }),
    )
  })

  it('makes a selection of words out of one of sentences, and leaves a passage in hand one', () => {
    const spans = [spanOf(text, 'They')]
    expect([withSpans(select('They talked.'), spans).by, withSpans(selectionOfPassage([spanOf(text, 'They talked')]), spans).by]).toEqual(['word', 'passage'])
  })
})

describe('adding a segment', () => {
  it('keeps segments in order and joins those that touch', () => {
    const later = withSegment(text, select('Nothing', 'pointer'), spanOf(text, 'Steve'))
    expect(words(later)).toBe('Steve | Nothing')
    expect(words(withSegment(text, later, spanOf(text, 'Steve Witkoff')))).toBe('Steve Witkoff | Nothing')
  })
})

describe('segments by keys', () => {
  const begun = () => beginSegment(select('They talked.'), null)
  const onTo = (moved: ReadingSelection | null, from: ReadingSelection) => besideKept(text, from, moved ?? from)

  it('keep what was selected while the next one is chosen', () => {
    const from = begun()
    const last = onTo(moveBySentence(walk, onTo(moveBySentence(walk, from, 0, 'forwards'), from), 0, 'forwards'), from)
    expect(words(last)).toBe('They talked. | The U.S. Special Envoy left.')
  })

  it('become one where nothing but a space is between them', () => {
    const from = begun()
    expect(words(onTo(moveBySentence(walk, from, 0, 'forwards'), from))).toBe('They talked. Nothing came of it.')
  })

  it('come off again one by one, and the last one stays', () => {
    const from = begun()
    const two = onTo(select('The U.S. Special Envoy left.'), from)
    const one = withoutLastSegment(two)
    expect([words(one), one && withoutLastSegment(one)]).toEqual(['They talked.', null])
    expect(words(withoutLastSegment(selectionOfPassage([spanOf(text, 'They'), spanOf(text, 'Nothing')])))).toBe('They')
  })
})

describe('moving a bound to a place', () => {
  it('by sentence takes whole ones in and leaves them out again', () => {
    const spans = [spanOf(text, 'talked')]
    const shown = (moved: { start: number; end: number }[] | null) => moved && text.slice(moved[0]?.start, moved[0]?.end)
    expect(shown(moveBoundBySentence(walk, spans, 'start', 'backwards'))).toBe('They talked')
    expect(shown(moveBoundBySentence(walk, spans, 'end', 'forwards'))).toBe('talked.')
    const wide = [spanOf(text, 'They talked. Nothing came of it.')]
    expect(shown(moveBoundBySentence(walk, wide, 'end', 'backwards'))).toBe('They talked.')
    expect(shown(moveBoundBySentence(walk, wide, 'start', 'forwards'))).toBe('Nothing came of it.')
  })

  it('never passes the other bound or the next segment', () => {
    const spans = [{ start: 5, end: 10 }, { start: 20, end: 30 }]
    expect([placeBound(spans, 0, 'end', 5), placeBound(spans, 0, 'end', 21), placeBound(spans, 1, 'start', 9)]).toEqual([null, null, null])
    expect(placeBound(spans, 0, 'end', 20)).toEqual([{ start: 5, end: 20 }, { start: 20, end: 30 }])
  })

  it('snaps to the nearest word, or to whole characters', () => {
    const at = (bound: 'start' | 'end', offset: number) => snapBound('One two 👩‍🚀 three', bound, offset, 'word')
    expect([at('start', 5), at('start', 7), at('end', 1), at('end', 6)]).toEqual([4, 4, 3, 7])
    expect(snapBound('One two 👩‍🚀 three', 'start', 10, 'character')).toBe(8)
  })
})

describe('the place of a sentence', () => {
  it('is its number in its block', () => {
    expect([walk.place(spanOf(text, 'Nothing came of it.')), walk.place(spanOf(text, 'The U.S.'))]).toEqual([{ number: 3, count: 3 }, { number: 1, count: 1 }])
  })
})
