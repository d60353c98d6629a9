// What is painted before the core answers is what the core will say.
import { describe, expect, it } from 'vitest'
import { isPending, pendingId, withBounds, withItem, withoutTag, withResult, withTag } from '../../../src/renderer/reader/optimistic-marks.ts'
import type { PassageTag } from '../../../src/shared/passages.ts'
import { aPassage } from './builders.ts'

const tag: PassageTag = { id: 'pending tag', item: 'pending item', kind: 'actor', role: 'mentions', code: null, label: 'Putin', comment: '' }
const first = aPassage('first', [[0, 10]])
const last = aPassage('last', [[50, 60]])

describe('passages before the core has answered', () => {
  it('hold a new passage in its place in the text', () => {
    const marks = withTag([first, last], 'new', [{ start: 20, end: 25 }], tag)
    expect(marks).toEqual([first, { id: 'new', segments: [{ start: 20, end: 25 }], tags: [tag], citedIn: 0 }, last])
  })

  it('hold a further tag on a passage that was there', () => {
    expect(withTag([first, last], 'last', [], tag)).toEqual([first, { ...last, tags: [...last.tags, tag] }])
  })

  it('take the ids that the core gives, and nothing else', () => {
    const result = { tag: 'tag', passage: 'passage', item: 'item', itemCreated: true }
    const marks = withTag([first], 'new', [{ start: 20, end: 25 }], tag)
    const settled = withResult(marks, { passage: 'new', tag: 'pending tag' }, result)
    expect(settled).toEqual([first, { id: 'passage', segments: [{ start: 20, end: 25 }], tags: [{ ...tag, id: 'tag', item: 'item' }], citedIn: 0 }])
    expect(withResult(settled, { passage: 'new', tag: 'pending tag' }, result)).toEqual(settled)
  })

  it('hold the item that the form named in place of the one that the tag made', () => {
    const made = { tag: 'tag of first', passage: 'first', item: 'made', itemCreated: true }
    const [changed, other] = withItem([first, last], made, { ...made, tag: 'kept tag', item: 'kept' })
    expect([changed?.tags.map(({ id, item }) => [id, item]), other]).toEqual([[['kept tag', 'kept']], last])
  })

  it('lose a tag, and its passage unless it has another tag or is cited', () => {
    const cited = { ...first, citedIn: 1 }
    expect([withoutTag([first, last], 'tag of first'), withoutTag([cited], 'tag of first')]).toEqual([[last], [{ ...cited, tags: [] }]])
  })

  it('leave another passage without tags alone', () => {
    const bare = aPassage('bare', [[5, 6]], { tags: [] })
    expect(withoutTag([bare, first], 'tag of first')).toEqual([bare])
  })

  it('move with their bounds', () => {
    expect(withBounds([first, last], 'first', [{ start: 70, end: 80 }])).toEqual([last, { ...first, segments: [{ start: 70, end: 80 }] }])
  })
})

describe('pending ids', () => {
  it('differ from each other and from those of the core', () => {
    const [one, two] = [pendingId(), pendingId()]
    expect([one === two, isPending(one), isPending('018f0000-0000-7000-8000-000000000001')]).toEqual([false, true, false])
  })
})
