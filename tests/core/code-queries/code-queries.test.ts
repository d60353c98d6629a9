// Code queries: by passages that share words or paragraphs, with codes and all below them; tables; kept queries.
import { describe, expect, it } from 'vitest'
import type { CodeQuery, Term } from '../../../src/shared/code-queries.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { aCore, aSource, spanOf } from '../a-core.ts'

const text = 'Red fish swim. Blue fish sleep.\n\nGreen birds sing. Old birds fly.\n\nCats walk.'

async function aDesk() {
  const core = aCore()
  const source = await aSource(core, text, 'A')
  const code = (name: string, parent: string | null = null) => core.api.codes.create({ name, parent }).id
  const codes = { animals: code('Animals'), colours: code('Colours'), fish: '' }
  codes.fish = code('Fish', codes.animals)
  const tag = (words: string, id: string, more: string[] = []) =>
    core.api.items.tag({ source: source.source, version: 1, spans: [words, ...more].map((each) => spanOf(source, each)), kind: 'note', changes: { code: id } })
  tag('fish swim', codes.fish)
  tag('Blue fish sleep', codes.fish)
  tag('birds sing', codes.animals)
  tag('Cats walk', codes.animals)
  tag('Red fish', codes.colours)
  tag('Green', codes.colours)
  const find = (a: Term, relation: CodeQuery['relation'], b: Term | null, within: string | null = null) => {
    const { lines } = core.api.codeQueries.run({ query: { a, relation, b, source: within } })
    return core.api.passages.describe({ passages: lines.map(({ passage }) => passage) }).map(({ quote }) => quote)
  }
  return { core, source, codes, tag, find }
}

describe('a code query', () => {
  it('finds passages that share words with another term, or do not', async () => {
    const { codes: { animals, colours, fish }, find } = await aDesk()
    expect(find({ code: animals }, 'and', null)).toEqual(['fish swim', 'Blue fish sleep', 'birds sing', 'Cats walk'])
    expect(find({ code: animals }, 'and', { code: colours })).toEqual(['fish swim'])
    expect(find({ code: animals }, 'without', { code: colours })).toEqual(['Blue fish sleep', 'birds sing', 'Cats walk'])
    expect(find({ code: fish }, 'without', { code: colours })).toEqual(['Blue fish sleep'])
  })

  it('finds passages in one paragraph with another term, or with none there', async () => {
    const { codes: { animals, colours }, find } = await aDesk()
    expect(find({ code: animals }, 'near', { code: colours })).toEqual(['fish swim', 'Blue fish sleep', 'birds sing'])
    expect(find({ code: animals }, 'apart', { code: colours })).toEqual(['Cats walk'])
  })

  it('takes the fixed kinds and single items, and reads discontinuous passages segment by segment', async () => {
    const { core, source, codes: { animals, colours }, tag, find } = await aDesk()
    const claim = core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, 'Red'), spanOf(source, 'Cats')], kind: 'claim' })
    tag('Old', colours, ['walk'])
    expect(find({ kind: 'claim' }, 'and', { code: animals })).toEqual(['Red … Cats'])
    expect(find({ item: claim.item }, 'near', { code: animals })).toEqual(['Red … Cats'])
    expect(find({ code: animals }, 'and', { code: colours })).toEqual(['fish swim', 'Cats walk'])
    expect(find({ code: animals }, 'and', { item: claim.item })).toEqual(['Cats walk'])
  })

  it('stays within one source when asked, never finds across sources, and leaves the trash and gone terms out', async () => {
    const { core, source, codes: { animals, colours }, find } = await aDesk()
    const other = await aSource(core, 'Fish swim.', 'B')
    core.api.items.tag({ source: other.source, version: 1, spans: [{ start: 0, end: 4 }], kind: 'note', changes: { code: animals } })
    expect(find({ code: animals }, 'and', { code: colours })).toEqual(['fish swim'])
    expect(find({ code: animals }, 'and', null, other.source)).toEqual(['Fish'])
    expect(find({ code: animals }, 'and', null, source.source)).toHaveLength(4)
    core.api.trash.put({ sources: [other.source] })
    expect(find({ code: animals }, 'and', null)).toHaveLength(4)
    core.api.codes.remove({ code: colours })
    expect(() => find({ code: animals }, 'and', { code: colours })).toThrow(expect.objectContaining({ code: 'code.gone' }))
  })
})

describe('the table of codes', () => {
  it('counts what the query of each cell finds, level by level', async () => {
    const { core, codes: { animals, colours, fish } } = await aDesk()
    for (const relation of ['and', 'near'] as const) {
      const table = core.api.codeQueries.table({ under: null, relation, source: null })
      expect(table.terms.map(({ title, passages }) => [title, passages])).toEqual([['Animals', 4], ['Colours', 2], ['Claims', 0], ['Actors', 0], ['Recommendations', 0]])
      for (const [row, { term: a }] of table.terms.entries()) {
        for (const [column, { term: b }] of table.terms.entries()) {
          const { lines } = core.api.codeQueries.run({ query: { a, relation, b, source: null } })
          expect(table.counts[row]?.[column]).toBe(lines.length)
        }
      }
    }
    const below = core.api.codeQueries.table({ under: animals, relation: 'and', source: null })
    expect(below.terms.map(({ term }) => term)).toEqual([{ code: fish }, { kind: 'claim' }, { kind: 'actor' }, { kind: 'recommendation' }])
    expect(colours).toBeTruthy()
  })

  it('agrees with a plain comparison of every pair, on random passages', async () => {
    const core = aCore()
    const random = randomFrom(7)
    const source = await aSource(core, Array.from({ length: 30 }, (_, at) => `Paragraph ${at} with some words in it.`).join('\n\n'))
    const codes = ['A', 'B'].map((name) => core.api.codes.create({ name }).id)
    const tagged = Array.from({ length: 120 }, () => {
      const start = random.whole(0, source.text.length - 30)
      const code = random.oneOf(codes)
      const { tag, passage } = core.api.items.tag({ source: source.source, version: 1, spans: [{ start, end: start + random.whole(1, 25) }], kind: 'note', changes: { code } })
      const { segments } = core.api.passages.get({ passage })
      return { tag, code, start: segments[0]?.start ?? 0, end: segments[0]?.end ?? 0 }
    })
    const paragraphs = (span: { start: number; end: number }) => source.blocks.filter((block) => block.start < span.end && span.start < block.end)
    const meets = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end
    for (const relation of ['and', 'near'] as const) {
      const { lines } = core.api.codeQueries.run({ query: { a: { code: codes[0] ?? '' }, relation, b: { code: codes[1] ?? '' }, source: null } })
      const expected = tagged.filter((a) => a.code === codes[0] && tagged.some((b) => b.code === codes[1] && (relation === 'and' ? meets(a, b) : paragraphs(a).some((block) => paragraphs(b).includes(block)))))
      expect(lines.map(({ tag }) => tag).toSorted()).toEqual(expected.map(({ tag }) => tag).toSorted())
    }
  })
})

describe('a kept query', () => {
  it('is listed by name, replaced by one of the same name, forgotten and brought back', async () => {
    const { core, codes: { animals } } = await aDesk()
    const query: CodeQuery = { a: { code: animals }, relation: 'near', b: { kind: 'claim' }, source: null }
    core.api.codeQueries.keep({ name: 'Animals in claims', query })
    const kept = core.api.codeQueries.keep({ name: 'Animals in claims', query: { ...query, relation: 'and' } })
    expect(core.api.codeQueries.kept({})).toEqual([{ id: kept.id, name: 'Animals in claims', query: { ...query, relation: 'and' } }])
    core.api.codeQueries.forget({ query: kept.id })
    expect(core.api.codeQueries.kept({})).toEqual([])
    core.api.history.undo({})
    expect(core.api.codeQueries.kept({})).toHaveLength(1)
    expect(() => core.api.codeQueries.forget({ query: animals })).toThrow(expect.objectContaining({ code: 'search.gone' }))
  })
})
