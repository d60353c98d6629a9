// Lists of passages: their lines, and the lines as CSV and Markdown.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listAsCsv, type ListedPassage } from '../../../src/core/passages/list-files.ts'
import { aCore, aSource, aTag, spanOf } from '../a-core.ts'

const text = 'Witkoff met Putin in Moscow for five hours.\n\nEurope should use the frozen assets to support Ukraine.'

async function aDesk() {
  const core = aCore()
  const source = await aSource(core, text, '=HYPERLINK("http://example.org")')
  const code = core.api.codes.create({ name: 'Money' }).id
  const later = core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, 'frozen'), spanOf(source, 'Ukraine')], kind: 'note', changes: { code } })
  const first = aTag(core, source, 'met Putin', 'claim')
  const read = (tags: string[], format: 'csv' | 'md') => {
    const { file, name } = core.api.passages.exportLines({ tags, format, title: 'Money / *talks*' })
    return { name, text: readFileSync(core.files.served(file).path, 'utf8') }
  }
  return { core, source, code, later, first, read }
}

describe('the lines of a list', () => {
  it('are those of an item, of a code, or of a source in reading order', async () => {
    const { core, source, code, later, first } = await aDesk()
    const tags = (of: Parameters<typeof core.api.passages.lines>[0]['of']) => core.api.passages.lines({ of }).map(({ tag }) => tag)
    expect(tags({ item: first.item })).toEqual([first.tag])
    expect(tags({ code })).toEqual([later.tag])
    expect(tags({ source: source.source })).toEqual([first.tag, later.tag])
    expect(core.api.passages.lines({ of: { code } })).toEqual([{ tag: later.tag, passage: later.passage }])
  })
})

describe('the lines of several items and of a search', () => {
  it('follow the items in the order given, without sources in the trash', async () => {
    const { core, source, later, first } = await aDesk()
    const other = await aSource(core, 'Putin met Witkoff.', 'Another')
    const beside = core.api.items.tag({ source: other.source, version: 1, spans: [spanOf(other, 'met Witkoff')], item: first.item })
    const tags = () => core.api.passages.lines({ of: { items: [later.item, first.item, '00000000-0000-7000-8000-0000000000ff'] } }).map(({ tag }) => tag)
    expect(tags()).toEqual([later.tag, first.tag, beside.tag])
    core.api.trash.put({ sources: [other.source] })
    expect(tags()).toEqual([later.tag, first.tag])
    expect(source.version).toBe(1)
  })

  it('are a line for each tag of what is found, and none where no passages are asked for', async () => {
    const { core, source, first, later } = await aDesk()
    const again = core.api.items.tag({ passage: first.passage, kind: 'claim' })
    core.api.passages.create({ source: source.source, version: 1, spans: [spanOf(source, 'Putin in Moscow')] })
    const tags = (search: string) => core.api.passages.lines({ of: { search } }).map(({ tag }) => tag)
    expect(tags('putin')).toEqual([first.tag, again.tag])
    expect(tags('frozen')).toEqual([later.tag])
    expect(tags('kind:memo putin')).toEqual([])
    expect(tags('')).toEqual([])
  })
})

describe('an exported list', () => {
  it('says quote, source, paragraph, item, code, role and remark in the order given, and never a formula', async () => {
    const { core, later, first, read } = await aDesk()
    core.api.items.update({ item: first.item, changes: { statement: '+1 "met"' } })
    core.api.items.setTag({ tag: first.tag, role: 'contradicts', comment: '@here\nand there' })
    const { name, text: csv } = read([later.tag, first.tag, later.tag], 'csv')
    expect(name).toBe('Money talks.csv')
    const rows = csv.slice(1).split('\r\n')
    expect(csv.codePointAt(0)).toBe(0xfeff)
    expect(rows).toEqual([
      '"Quote","Source","Published in","Author","Date","Paragraph","Kind","Item","Code","Role","Remark"',
      `"frozen … Ukraine","'=HYPERLINK(""http://example.org"")","","","","2","note","frozen … Ukraine","Money","mentions",""`,
      `"met Putin","'=HYPERLINK(""http://example.org"")","","","","1","claim","'+1 ""met""","","contradicts","'@here\nand there"`,
      '',
    ])
  })

  it('quotes passages in Markdown whose words stay words', async () => {
    const { core, later, first, read } = await aDesk()
    core.api.items.setTag({ tag: first.tag, comment: 'see *this*' })
    const { text: markdown } = read([first.tag, later.tag], 'md')
    expect(markdown).toContain('# Money / \\*talks\\*')
    expect(markdown).toContain('> met Putin\n>\n> — \\=HYPERLINK(\\"http\\://example.org\\"), ¶ 1\n\n*claim · states*\n\nRemark: see \\*this\\*')
    expect(markdown).toContain('> frozen … Ukraine\n>\n> — ')
    expect(markdown).toContain('*note · Money · mentions*')
  })

  it('passes over tags that are gone, and refuses when none is left', async () => {
    const { core, later, first, read } = await aDesk()
    core.api.items.untag({ tag: first.tag })
    expect(read([first.tag, later.tag], 'csv').text.trim().split('\r\n')).toHaveLength(2)
    expect(() => read([first.tag], 'md')).toThrow(expect.objectContaining({ code: 'tag.gone' }))
  })

  it('takes the sign from every start that a spreadsheet reads as a formula', () => {
    const line: ListedPassage = { quote: '', source: '', container: '', authors: '', date: '', paragraph: 1, kind: 'note', item: '', code: '', role: 'mentions', remark: '' }
    for (const start of ['=', '+', '-', '@', '\t=', '\r', ' =', '＝', '＋', '－', '＠', '\u200B=']) {
      expect(listAsCsv([{ ...line, quote: `${start}1` }]).split('\r\n"')[1]?.startsWith("'")).toBe(true)
    }
    expect(listAsCsv([{ ...line, quote: 'a=1, "b"' }])).toContain('\r\n"a=1, ""b"""')
  })
})

describe('passages tagged as another kind', () => {
  it('keep their statement under one new item, and become actors by their own words', async () => {
    const { core, source, later } = await aDesk()
    core.api.items.update({ item: later.item, changes: { statement: 'Assets for Ukraine' } })
    const beside = core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, 'five hours')], item: later.item })
    core.api.items.moveTags({ tags: [later.tag, beside.tag], to: { kind: 'recommendation' } })
    expect(core.api.items.list({ kind: 'recommendation' })).toMatchObject([{ statement: 'Assets for Ukraine', passages: 2 }])
    expect(core.api.items.list({ kind: 'note' })).toEqual([])
    core.api.history.undo({})
    expect(core.api.items.list({ kind: 'note' })).toMatchObject([{ statement: 'Assets for Ukraine', passages: 2 }])

    const known = core.api.items.create({ kind: 'actor', statement: 'Putin' })
    const names = ['Putin', 'Europe'].map((words) => aTag(core, source, words, 'claim').tag)
    expect(core.api.items.moveTags({ tags: names, to: { kind: 'actor' } })).toEqual({ moved: 2, merged: 0 })
    expect(core.api.items.list({ kind: 'actor' })).toMatchObject([{ statement: 'Europe', passages: 1 }, { id: known.id, statement: 'Putin', passages: 1 }])
  })
})
