import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCore, aDocument, aSource, aTag } from '../a-core.ts'

const text = 'Putin met Witkoff in Moscow.\n\nCafé talks about Überraschung went on. The oil sanctions hit Russia.'

describe('searching everything', () => {
  it('finds items, passages, sources and memos, with the place to open', async () => {
    const core = aCore()
    const source = await aSource(core, text, 'Kremlin talks')
    const { item, passage } = aTag(core, source, 'The oil sanctions hit Russia.', 'claim')
    const { id } = core.api.memos.create({ head: { title: 'Pressure' } })
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['More sanctions.']) })
    const hits = core.api.search.everything({ text: 'sanctio' })
    expect(hits.map(({ kind, ref }) => [kind, ref])).toEqual([
      ['claim', item],
      ['passage', passage],
      ['source', source.source],
      ['memo', id],
    ])
    const inSource = hits[2]
    expect(source.text.slice(inSource?.span?.start, inSource?.span?.end)).toBe('sanctio')
    expect(inSource?.marks.map((mark) => inSource.excerpt.slice(mark.start, mark.end))).toEqual(['sanctio'])
  })

  it.each(['cafe', 'CAFÉ', 'uberr', 'talks über', 'witkoff putin'])('finds “%s” whatever case and accents', async (typed) => {
    const core = aCore()
    await aSource(core, text)
    const [hit] = core.api.search.everything({ text: typed })
    expect(hit?.kind).toBe('source')
    expect(hit?.marks.length).toBeGreaterThan(0)
  })

  it.each(['"', "'", 'AND', 'NOT sanctions', 'a OR', 'oil*', '^x', 'col:umn', '(', '{}', '-', '\\', '*', '…', '€', '😀', 'NEAR(', '%_', '\u0000'])(
    'takes %j as plain words',
    async (typed) => {
      const core = aCore()
      await aSource(core, text)
      expect(core.call('search.everything', { text: typed })).toBeInstanceOf(Array)
      expect(core.call('search.citable', { text: typed })).toBeInstanceOf(Array)
    },
  )

  it('never fails, whatever is typed', async () => {
    const core = aCore()
    await aSource(core, text)
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const hits = core.call('search.everything', { text: typed }) as ReturnType<typeof core.api.search.everything>
        for (const hit of hits) for (const mark of hit.marks) expect(mark.end).toBeLessThanOrEqual(hit.excerpt.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('finding what can be cited', () => {
  it('offers passages by their words, their item and their source, and the newest when nothing is typed', async () => {
    const core = aCore()
    const source = await aSource(core, text, 'Kremlin talks')
    const meeting = aTag(core, source, 'Putin met Witkoff', 'claim')
    const oil = aTag(core, source, 'The oil sanctions', 'recommendation')
    core.api.items.update({ item: meeting.item, changes: { statement: 'Negotiators convened' } })
    const found = (typed: string) => core.api.search.citable({ text: typed }).map((hit) => hit.passage)
    expect(found('oil')).toEqual([oil.passage])
    expect(found('convened')).toEqual([meeting.passage])
    expect(found('kremlin')).toEqual([meeting.passage, oil.passage])
    expect(found('')).toEqual([oil.passage, meeting.passage])
  })
})
