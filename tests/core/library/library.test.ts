import { describe, expect, it } from 'vitest'
import { libraryColumns, type LibraryFilter, type LibrarySort } from '../../../src/shared/library.ts'
import { progresses, reliabilities } from '../../../src/shared/sources.ts'
import type { Core } from '../../../src/core/core.ts'
import { asStories } from '../../../src/core/library/library.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { aCore, aSource, aTag } from '../a-core.ts'

const byTitle: LibrarySort = { by: 'title', descending: false }

const unpacked = (packed: string): string[] => packed.match(/.{36}/g) ?? []

/** The titles of what shows, in order. */
function shown(core: Core, filter: LibraryFilter = {}, sort: LibrarySort = byTitle, rest: { trashed?: boolean } = {}): string[] {
  const ids = unpacked(core.api.library.order({ filter, sort, ...rest }).sources)
  const rows = new Map(core.api.library.rows({ sources: ids }).map((row) => [row.id, row.title]))
  return ids.map((id) => rows.get(id) ?? '')
}

describe('the order of the Library', () => {
  it('sorts words without regard to case, accents and leading signs, numbers by their size, and what has none last', async () => {
    const core = aCore()
    for (const title of ['Report 10', '“Zebra”', 'Éclair', 'eclipse', 'Report 2', 'Ärger']) await aSource(core, `Text of ${title}.`, title)
    expect(shown(core)).toEqual(['Ärger', 'Éclair', 'eclipse', 'Report 2', 'Report 10', '“Zebra”'])
    const [first] = core.api.sources.list({})
    core.api.sources.update({ source: first?.id ?? '', metadata: { containerTitle: 'TIME' } })
    expect(shown(core, {}, { by: 'container', descending: false })[0]).toBe('Ärger')
    expect(shown(core, {}, { by: 'container', descending: true })[0]).toBe('Ärger')
  })

  it('sorts by what was tagged, and counts each item once in the rows', async () => {
    const core = aCore()
    const one = await aSource(core, 'Alpha said so. Beta denied it.', 'One')
    const two = await aSource(core, 'Gamma agreed.', 'Two')
    aTag(core, one, 'Alpha said so', 'claim')
    aTag(core, one, 'Beta denied it', 'claim')
    aTag(core, two, 'Gamma', 'actor')
    expect(shown(core, {}, { by: 'claims', descending: true })).toEqual(['One', 'Two'])
    expect(shown(core, {}, { by: 'actors', descending: true })).toEqual(['Two', 'One'])
    const [row] = core.api.library.rows({ sources: [one.source] })
    expect(row).toMatchObject({ claims: 2, actors: 0, recommendations: 0, progress: 'unread', words: 6 })
    expect(shown(core, { claims: true })).toEqual(['One'])
    expect(shown(core, { claims: false })).toEqual(['Two'])
  })

  it('answers the same sources for every column in both directions, and the rows that are wanted', async () => {
    const core = aCore()
    for (let at = 0; at < 12; at += 1) await aSource(core, `Number ${at} speaks.`, `Source ${at}`)
    const all = core.api.sources.list({}).map(({ id }) => id).toSorted()
    for (const by of libraryColumns) {
      for (const descending of [false, true]) expect(unpacked(core.api.library.order({ filter: {}, sort: { by, descending } }).sources).toSorted()).toEqual(all)
    }
  })

  it('answers the first few of an order alone when no more are asked for', async () => {
    const core = aCore()
    for (const title of ['C', 'A', 'B']) await aSource(core, `Text of ${title}.`, title)
    const whole = core.api.library.order({ filter: {}, sort: byTitle })
    for (const by of ['title', 'added'] as const) {
      const { sources } = core.api.library.order({ filter: {}, sort: { by, descending: false } })
      expect(core.api.library.order({ filter: {}, sort: { by, descending: false }, first: 2 })).toEqual({ sources: sources.slice(0, 72), total: 2, copies: {} })
    }
    expect(core.api.library.order({ filter: {}, sort: byTitle, first: 100 })).toEqual(whole)
  })

  it('shows the copies of one text behind the first of them', async () => {
    const core = aCore()
    const text = 'The ministers of both countries met on Monday in the capital to discuss the terms of a ceasefire. They agreed to meet again before the end of the month, and to exchange lists of prisoners in the meantime.'
    const copies = [await aSource(core, `${text}\n\nFirst print.`, 'A copy'), await aSource(core, `${text}\n\nSecond print.`, 'B copy'), await aSource(core, `${text}\n\nThird print.`, 'C copy')].map(({ source }) => source)
    await aSource(core, 'Something else altogether, of no great length.', 'Another')
    const order = core.api.library.order({ filter: {}, sort: byTitle, stories: true })
    expect(unpacked(order.sources).length).toBe(2)
    expect([order.total, order.copies]).toEqual([4, { [copies[0] ?? '']: copies.slice(1) }])
    expect(core.api.library.order({ filter: {}, sort: byTitle }).copies).toEqual({})
    core.api.trash.put({ sources: copies.slice(0, 2) })
    expect(core.api.library.order({ filter: {}, sort: byTitle, stories: true })).toMatchObject({ total: 2, copies: {} })
  })

  it('leaves what stands alone where it is when others are groups', () => {
    const ids = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(36))
    const [a = '', b = '', c = '', d = ''] = ids
    expect(asStories(ids.join(''), new Map([[b, b], [d, b]]))).toEqual({ sources: a + b + c, total: 4, copies: { [b]: [d] } })
  })
})

describe('filters of the Library', () => {
  it('narrow by words, publisher, author, date, grade, language and progress', async () => {
    const core = aCore()
    const made = new Map<string, string>()
    for (const title of ['Grain corridor', 'Oil price cap', '東京の会談']) made.set(title, (await aSource(core, `About ${title}.`, title)).source)
    const of = (title: string) => made.get(title) ?? ''
    core.api.sources.update({
      source: of('Grain corridor'),
      metadata: { containerTitle: 'The Economist', issued: '2025-03', language: 'en', authors: [{ family: 'Lind', given: 'Ada' }] },
      reliability: 'B',
    })
    core.api.sources.update({ source: of('Oil price cap'), metadata: { containerTitle: 'Le Monde', issued: '2024-11-05', language: 'fr' } })
    core.api.library.setProgress({ sources: [of('Oil price cap')], progress: 'done' })
    const cases: [LibraryFilter, string[]][] = [
      [{ text: 'gra corr' }, ['Grain corridor']],
      [{ text: 'lind' }, ['Grain corridor']],
      [{ text: '会談' }, ['東京の会談']],
      [{ text: '" OR *' }, []],
      [{ container: 'Le Monde' }, ['Oil price cap']],
      [{ author: 'Ada Lind' }, ['Grain corridor']],
      [{ from: '2025' }, ['Grain corridor']],
      [{ to: '2024' }, ['Oil price cap']],
      [{ from: '2024-11', to: '2025-03' }, ['Grain corridor', 'Oil price cap']],
      [{ grade: 'B' }, ['Grain corridor']],
      [{ grade: 'none' }, ['Oil price cap', '東京の会談']],
      [{ language: 'fr' }, ['Oil price cap']],
      [{ progress: 'unread' }, ['Grain corridor', '東京の会談']],
      [{ progress: 'done', language: 'en' }, []],
    ]
    for (const [filter, titles] of cases) expect([filter, shown(core, filter)]).toEqual([filter, titles])
    expect(core.api.library.values({ of: 'container', text: 'mon' })).toEqual([{ value: 'Le Monde', count: 1 }])
    expect(core.api.library.values({ of: 'author', text: '' })).toEqual([{ value: 'Ada Lind', count: 1 }])
    expect(core.api.library.values({ of: 'language', text: '' })).toEqual([{ value: 'en', count: 1 }, { value: 'fr', count: 1 }])
    expect(core.api.library.startingWith({ filter: {}, sort: byTitle, text: 'OIL' })).toBe(of('Oil price cap'))
  })

  it('agree with filtering and sorting the plain list', async () => {
    const core = aCore()
    const random = randomFrom(7)
    for (let at = 0; at < 40; at += 1) {
      const { source } = await aSource(core, `Text number ${at}.`, `${random.oneOf(['Alpha', 'beta', 'Gamma'])} ${random.whole(0, 4)} ${at}`)
      core.api.library.setProgress({ sources: [source], progress: random.oneOf(progresses) })
      core.api.library.setGrade({ sources: [source], reliability: random.oneOf([...reliabilities, null]) })
    }
    const all = core.api.library.rows({ sources: core.api.sources.list({}).map(({ id }) => id) })
    for (let round = 0; round < 60; round += 1) {
      const filter: LibraryFilter = { progress: random.oneOf([undefined, ...progresses]), grade: random.oneOf([undefined, 'none', ...reliabilities]) }
      const descending = random.oneOf([true, false])
      const expected = all
        .filter((row) => (filter.progress === undefined || row.progress === filter.progress) && (filter.grade === undefined || (row.reliability ?? 'none') === filter.grade))
        .toSorted((a, b) => {
          if (a.reliability === b.reliability || a.reliability === null || b.reliability === null) {
            return Number(a.reliability === null) - Number(b.reliability === null) || b.capturedAt.localeCompare(a.capturedAt) || b.id.localeCompare(a.id)
          }
          return (a.reliability < b.reliability ? -1 : 1) * (descending ? -1 : 1)
        })
      expect(unpacked(core.api.library.order({ filter, sort: { by: 'grade', descending } }).sources)).toEqual(expected.map(({ id }) => id))
    }
  })
})

describe('progress and grades', () => {
  it('are set for many sources at once and undone as one', async () => {
    const core = aCore()
    const sources = [await aSource(core, 'One text.', 'One'), await aSource(core, 'Two texts.', 'Two')].map(({ source }) => source)
    core.api.library.setProgress({ sources, progress: 'reading' })
    core.api.library.setGrade({ sources, reliability: 'C' })
    const states = () => sources.map((source) => [core.api.sources.get({ source }).progress, core.api.sources.get({ source }).reliability])
    expect(states()).toEqual([['reading', 'C'], ['reading', 'C']])
    expect(core.api.history.undo({})).toEqual({ label: 'Grade 2 sources' })
    expect(core.api.history.undo({})).toEqual({ label: 'Mark 2 sources as reading' })
    expect(states()).toEqual([['unread', null], ['unread', null]])
  })
})
