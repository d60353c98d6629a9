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
    const { hits } = core.api.search.everything({ text: 'sanctio' })
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
    const [hit] = core.api.search.everything({ text: typed }).hits
    expect(hit?.kind).toBe('source')
    expect(hit?.marks.length).toBeGreaterThan(0)
  })

  it.each(['"', "'", 'AND', 'NOT sanctions', 'a OR', 'oil*', '^x', 'col:umn', '(', '{}', '-', '\\', '*', '…', '€', '😀', 'NEAR(', '%_', '\u0000', '-', '-"', 'kind:', 'kind:nothing', 'before:soon', 'source:"', 'actor:', 'in:,', '"oil sanctions', 'a:b:c'])(
    'takes %j as plain words',
    async (typed) => {
      const core = aCore()
      await aSource(core, text)
      expect(core.call('search.everything', { text: typed })).toMatchObject({ hits: expect.any(Array) })
      expect(core.call('search.citable', { text: typed })).toBeInstanceOf(Array)
    },
  )

  it('never fails, whatever is typed', async () => {
    const core = aCore()
    await aSource(core, text)
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { hits } = core.call('search.everything', { text: typed }) as ReturnType<typeof core.api.search.everything>
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

const everything = (core: ReturnType<typeof aCore>, text: string) =>
  core.api.search.everything({ text }).hits.map(({ kind, title }) => `${kind}: ${title}`)

describe('the words of a search', () => {
  it('finds phrases, and leaves out what has an excluded word', async () => {
    const core = aCore()
    await aSource(core, 'Oil sanctions hit Russia.', 'First')
    await aSource(core, 'Sanctions on oil hit Iran.', 'Second')
    expect(everything(core, '"oil sanctions"')).toEqual(['source: First'])
    expect(everything(core, 'sanctions -iran')).toEqual(['source: First'])
    expect(everything(core, 'sanctions -"on oil"')).toEqual(['source: First'])
    expect(everything(core, 'sanctions oil')).toHaveLength(2)
  })

  it('shows a phrase where it stands, not where one of its words comes first', async () => {
    const core = aCore()
    const long = `Sanctions were spoken of. ${'Much else was said of other things. '.repeat(20)}`
    const source = await aSource(core, `${long}The oil\n\nsanctions hit Russia.`, 'First')
    const [hit] = core.api.search.everything({ text: '"oil sanctions"' }).hits
    expect(hit?.marks.map((mark) => hit.excerpt.slice(mark.start, mark.end))).toEqual(['oil sanctions'])
    expect(source.text.slice(hit?.span?.start, hit?.span?.end)).toBe('oil\nsanctions')
  })

  it.each([
    ['strasse', 'Die Straße ist lang.', 'Straße'],
    ['straße', 'Die Strasse ist lang.', 'Strasse'],
    ['finance', 'The ﬁnance ministry.', 'ﬁnance'],
    ['encyclopaedia', 'An encyclopædia of war.', 'encyclopædia'],
    ['莫斯科', '普京周二在莫斯科会见了特使。', '莫斯科'],
    ['会见', '普京周二在莫斯科会见了特使。', '会见'],
    ['プーチン', 'ロシアのプーチン大統領は述べた。', 'プーチン'],
    ['ประธานาธิบดี', 'วลาดีมีร์ ปูตินประธานาธิบดีรัสเซีย', 'ประธานาธิบดี'],
    ['モスク', 'モスクワで会談した。', 'モスク'],
  ])('finds %s in “%s”', async (typed, words, marked) => {
    const core = aCore()
    const source = await aSource(core, `${words}\n\nAnother paragraph.`, 'A source')
    const [hit] = core.api.search.everything({ text: typed }).hits
    expect(hit?.marks.map((mark) => hit.excerpt.slice(mark.start, mark.end))).toEqual([marked])
    expect(source.text.slice(hit?.span?.start, hit?.span?.end)).toBe(marked)
    aTag(core, source, marked, 'claim')
    expect(core.api.search.citable({ text: typed }).map((found) => found.excerpt)).toEqual([marked])
  })

  it('forgets a text of a script without spaces when its import is undone, and finds it again when redone', async () => {
    const core = aCore()
    await aSource(core, '普京周二在莫斯科会见了特使。', '会谈')
    core.api.history.undo({})
    expect(everything(core, '莫斯科')).toEqual([])
    core.api.history.redo({})
    expect(everything(core, '莫斯科')).toEqual(['source: 会谈'])
  })

  it('says when words are so common that hits come by recency', async () => {
    const core = aCore()
    await aSource(core, 'Talks in Paris.', 'First')
    await aSource(core, 'Talks in Rome.', 'Second')
    const found = core.api.search.everything({ text: 'ta' })
    expect([found.recentFirst, found.hits.map((hit) => hit.title)]).toEqual([true, ['Second', 'First']])
    expect(core.api.search.everything({ text: 'talks' }).recentFirst).toBe(false)
  })
})

describe('filters', () => {
  async function aCorpus() {
    const core = aCore()
    const kremlin = await aSource(core, 'Putin met Witkoff. The oil sanctions hit Russia.', 'Kremlin talks')
    const paris = await aSource(core, 'Macron spoke about sanctions.', 'Paris summit')
    core.api.sources.update({ source: kremlin.source, metadata: { issued: '2025-12-02' } })
    core.api.sources.update({ source: paris.source, metadata: { issued: '2024-03' } })
    const putin = aTag(core, kremlin, 'Putin', 'actor')
    const claim = aTag(core, kremlin, 'The oil sanctions hit Russia.', 'claim')
    core.api.items.update({ item: claim.item, changes: { claim: { speaker: putin.item } } })
    aTag(core, paris, 'Macron', 'actor')
    return core
  }

  it.each([
    ['sanctions source:paris', ['source: Paris summit']],
    ['sanctions kind:claim', ['claim: The oil sanctions hit Russia.']],
    ['sanctions kind:sources after:2025', ['source: Kremlin talks']],
    ['sanctions kind:source before:2025-01', ['source: Paris summit']],
    ['kind:source before:2025-01', ['source: Paris summit']],
    ['kind:source source:summit after:2024', ['source: Paris summit']],
    ['kind:source source:summit -sanctions', []],
    ['kind:item,claim source:kremlin', ['claim: The oil sanctions hit Russia.']],
    ['kind:claim actor:putin', ['claim: The oil sanctions hit Russia.']],
    ['kind:actor -macron', ['actor: Putin']],
    ['in:title summit', ['source: Paris summit']],
    ['in:items sanctions', ['claim: The oil sanctions hit Russia.']],
    ['kind:passage actor:putin sanctions', ['passage: Kremlin talks']],
    ['SOURCE:"kremlin talks" kind:claim,actor', ['actor: Putin', 'claim: The oil sanctions hit Russia.']],
  ])('%s', async (typed, found) => {
    expect(everything(await aCorpus(), typed).toSorted()).toEqual(found)
  })
})

describe('kept searches', () => {
  it('are listed by name, replaced under the same name, and forgotten with undo', () => {
    const core = aCore()
    core.api.search.save({ name: 'Sanctions', query: 'sanctions kind:claim' })
    const again = core.api.search.save({ name: 'Sanctions', query: 'sanctions' })
    core.api.search.save({ name: 'assets', query: '"frozen assets"' })
    const names = () => core.api.search.saved({}).map(({ name, query }) => [name, query])
    expect(names()).toEqual([['assets', '"frozen assets"'], ['Sanctions', 'sanctions']])
    core.api.search.forget({ search: again.id })
    expect(names()).toEqual([['assets', '"frozen assets"']])
    expect(() => core.api.search.forget({ search: again.id })).toThrow(expect.objectContaining({ code: 'search.gone' }))
    core.api.history.undo({})
    expect(names()).toHaveLength(2)
  })
})
