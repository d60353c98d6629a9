import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCore, aDocument, aFolder, aSource, aTag } from '../a-core.ts'

describe('a new workspace', () => {
  it('holds the bundled article and is untouched', () => {
    const core = aCore({ withArticle: true })
    expect(core.api.workspace.get({})).toMatchObject({ sources: 1, passages: 0, memos: 0, untouched: true })
    expect(core.api.history.state({})).toEqual({ undo: null, redo: null })
  })

  it('keeps the article’s title, container and eleven body blocks; author and date stay empty', () => {
    const core = aCore({ withArticle: true })
    const [summary] = core.api.sources.list({})
    const source = core.api.sources.get({ source: summary!.id })
    expect(source.metadata).toMatchObject({
      title: 'Why the U.S.-Russia Ukraine Talks Failed',
      containerTitle: 'TIME',
      authors: [],
      issued: null,
    })
    const text = core.api.sources.text({ source: summary!.id })
    expect(text.blocks).toHaveLength(11)
    expect(text.setAside).toHaveLength(4)
    expect(text.text).not.toMatch(/brightcove|Read More|appeared first/)
    expect(source.sha256).toBe('c8ff8b14e0c7c3e8b15c7101c4f40daa1be35b8efd21863b71dfabb478fbef47')
  })
})

describe('the desk', () => {
  it('is kept across a restart, without what is gone', async () => {
    const path = join(aFolder(), 'W.groundwork')
    const core = aCore({ path })
    const kept = (await aSource(core, 'One text.')).source
    const gone = (await aSource(core, 'Another text.')).source
    const memo = core.api.memos.create({}).id
    const readers = [{ source: gone, offset: 5 }, { source: kept, offset: 3 }]
    core.api.workspace.saveDesk({ desk: { readers, activeReader: gone, memos: [memo], activeMemo: memo, theme: 'dark' } })
    core.api.sources.remove({ source: gone })
    core.close()
    expect(aCore({ path }).api.workspace.desk({})).toEqual({
      readers: [{ source: kept, offset: 3 }],
      activeReader: kept,
      memos: [memo],
      activeMemo: memo,
      theme: 'dark',
    })
  })
})

describe('words of any script', () => {
  it.each([
    'He said 👩‍🚀 “no” 🏳️‍🌈 twice.',
    'العربية: قال الرئيس إنه لن يوافق.',
    'e\u0301le\u0300ve and \u1100\u1161\u11a8 decomposed',
    '中文句子没有空格，也能引用。',
    'Ṫ̶̢h̸̗e Z̷a̵l̶g̵o̷ text',
  ])('keep “stored quote = sliced text” through the database: %s', async (text) => {
    const core = aCore()
    const source = await aSource(core, `${text}\n\n${text} Again.`)
    for (let start = 0; start < source.text.length; start += 3) {
      const end = Math.min(source.text.length, start + 7)
      const { passage } = core.api.items.tag({ source: source.source, version: 1, spans: [{ start, end }], kind: 'note' })
      const [segment] = core.api.passages.get({ passage }).segments
      expect(segment).toBeDefined()
      expect(segment?.quote).toBe(source.text.slice(segment?.start, segment?.end))
      expect(segment?.quote.isWellFormed()).toBe(true)
    }
    const { id } = core.api.memos.create({})
    const passages = core.api.passages.list({ source: source.source }).slice(0, 3)
    const cited = core.api.passages.describe({ passages: passages.map((mark) => mark.id) })
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['[[0]][[1]][[2]]'], cited) })
    expect(core.api.memos.list({})[0]?.citations).toBe(cited.length)
  })

  it('tags lose nothing when two actors share words', async () => {
    const core = aCore()
    const source = await aSource(core, 'Putin and Putin.')
    aTag(core, source, 'Putin', 'actor')
    expect(core.api.sources.list({})[0]).toMatchObject({ claims: 0, actors: 1, recommendations: 0, words: 3 })
  })
})
