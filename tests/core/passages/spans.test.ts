import { describe, expect, it } from 'vitest'
import { spansCampaign } from '../../campaigns/spans/spans-campaign.ts'
import { aCore, aSource } from '../a-core.ts'

describe('passages on emoji, joined and combined characters, every direction and broken Unicode', () => {
  it('keep their exact words when made, listed, carried over, exported and read again', async () => {
    const { rows, problems } = await spansCampaign({ rounds: 120, seed: 1 })
    expect(problems).toEqual([])
    const [documents, passages, segments, corrected, , exported, again] = rows[0] ?? []
    expect(documents).toBe(120)
    for (const [count, least] of [[passages, 1000], [segments, 1100], [corrected, 10], [exported, 500], [again, 1000]]) {
      expect(count).toBeGreaterThan(Number(least))
    }
  })
})

describe('a sentence that stands two hundred times in a text', () => {
  it('keeps every one of its passages at the right one when the text is corrected, again and again, and undone', async () => {
    const core = aCore()
    const sentence = 'The ministry had no comment.'
    const { source } = await aSource(core, `Start here. ${Array.from({ length: 200 }, () => sentence).join(' ')} End.`)
    const placesOf = (text: string) => [...text.matchAll(/The ministry had no comment\./g)].map(({ index }) => ({ start: index, end: index + sentence.length }))
    const made = placesOf(core.api.sources.text({ source }).text).map((span) => core.api.passages.create({ source, version: 1, spans: [span] }).id)
    expect(new Set(made).size).toBe(200)
    const correct = (change: (text: string) => string) => {
      const { text, version } = core.api.sources.text({ source })
      return core.api.sources.correct({ source, version, blocks: [{ kind: 'paragraph', text: change(text) }] })
    }
    const expectInPlace = (gone: readonly number[] = []) => {
      const standing = made.filter((_, at) => !gone.includes(at))
      const listed = core.api.passages.list({ source }).map(({ id, segments }) => ({ id, segments }))
      const right = placesOf(core.api.sources.text({ source }).text).map((span, at) => ({ id: standing[at], segments: [span] }))
      expect(listed.filter(({ id }) => standing.includes(id))).toEqual(right)
    }
    const changed = (text: string, nth: number, words: string) => {
      const span = placesOf(text)[nth] ?? { start: 0, end: 0 }
      return text.slice(0, span.start) + words + text.slice(span.end)
    }
    expectInPlace()
    correct((text) => text.replace('Start here.', 'It all starts right here.'))
    expectInPlace()
    correct((text) => changed(text, 77, 'The ministry had a short comment.'))
    expectInPlace([77])
    correct((text) => text.replace('End.', 'The end.'))
    expectInPlace([77])
    for (let step = 0; step < 3; step += 1) core.api.history.undo({})
    expectInPlace()
  })
})
