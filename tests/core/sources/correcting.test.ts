import { describe, expect, it } from 'vitest'
import type { Core } from '../../../src/core/core.ts'
import type { CorrectedBlock, SourceText } from '../../../src/shared/sources.ts'
import { aCore, aDocument, aSource, aTag } from '../a-core.ts'

const text = 'Putin met Witkof in Moscow.\n\nNobody offered anything new on territory.\n\nThe talks were leaked by an envoy. The end.'

const coded = (code: string) => expect.objectContaining({ code })

/** The blocks of a text with words replaced in them, as the editor hands them over. */
function blocksOf({ text: all, blocks }: SourceText, ...corrections: [string, string][]): CorrectedBlock[] {
  return blocks.map(({ start, end, ...block }) => ({
    ...block,
    text: corrections.reduce((words, [wrong, right]) => words.replace(wrong, right), all.slice(start, end)),
  }))
}

function correct(core: Core, source: SourceText, ...corrections: [string, string][]) {
  return core.api.sources.correct({ source: source.source, version: source.version, blocks: blocksOf(source, ...corrections) })
}

/** A source with four tagged passages: moved, changed and lost by the correction below. */
async function aTaggedSource() {
  const core = aCore()
  const source = await aSource(core, text)
  const changed = aTag(core, source, 'Putin met Witkof', 'claim').passage
  const moved = aTag(core, source, 'offered anything new', 'claim').passage
  const lost = aTag(core, source, 'were leaked by an envoy', 'recommendation').passage
  return { core, source, changed, moved, lost }
}

const correction: [string, string][] = [
  ['Witkof', 'Witkoff'],
  ['The talks were leaked by an envoy. ', 'Both delegations denied everything. '],
]

describe('correcting a source', () => {
  it('keeps a new version, and carries its passages over in one command', async () => {
    const { core, source, changed, moved, lost } = await aTaggedSource()
    expect(correct(core, source, ...correction)).toEqual({ version: 2, moved: 1, changed: 1, review: 1 })
    expect(core.api.sources.text({ source: source.source })).toMatchObject({ version: 2, text: expect.stringContaining('Witkoff in Moscow') })
    expect(core.api.sources.text({ source: source.source, version: 1 })).toEqual(source)
    expect(core.api.passages.get({ passage: changed })).toMatchObject({ version: 2, state: 'placed', quote: 'Putin met Witkoff' })
    expect(core.api.passages.get({ passage: moved })).toMatchObject({ version: 2, state: 'placed', quote: 'offered anything new' })
    expect(core.api.passages.get({ passage: lost })).toMatchObject({ version: 1, state: 'review', quote: 'were leaked by an envoy', paragraph: expect.stringContaining('were leaked') })
    expect(core.api.passages.list({ source: source.source }).map((mark) => mark.id)).toEqual([changed, moved])
    expect(core.api.history.state({}).undo).toBe('Correct text')
    expect(core.api.search.everything({ text: 'delegations' }).hits.map((hit) => hit.kind)).toEqual(['source'])
    expect(core.api.search.everything({ text: 'Witkof' }).hits.filter((hit) => hit.kind === 'passage').length).toBeLessThanOrEqual(1)
  })

  it('is undone and redone whole', async () => {
    const { core, source, lost } = await aTaggedSource()
    const state = () => [core.api.sources.get({ source: source.source }), core.api.passages.list({ source: source.source }), core.api.passages.get({ passage: lost }), core.api.passages.review({ source: source.source })]
    const before = state()
    correct(core, source, ...correction)
    const after = state()
    core.api.history.undo({})
    expect(state()).toEqual(before)
    core.api.history.redo({})
    expect(state()).toEqual(after)
  })

  it('keeps headings, lists and links where their words are', async () => {
    const core = aCore()
    const report = await core.api.sources.importText({ text: '# A heding\n\nSee [the report](https://example.org/) and *this*.\n\n- one\n- two', format: 'markdown', title: 'T' })
    const source = core.api.sources.text({ source: report.outcomes[0]?.source ?? '' })
    correct(core, source, ['heding', 'heading'], ['See', 'Please see'])
    const { text: words, blocks, marks } = core.api.sources.text({ source: source.source })
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual(source.blocks.map(({ kind, level }) => [kind, level]))
    expect(marks.map(({ kind, start, end, href }) => [kind, words.slice(start, end), href])).toEqual([
      ['link', 'the report', 'https://example.org/'],
      ['emphasis', 'this', undefined],
    ])
  })

  it('refuses a version that is not the current one, and a text without words', async () => {
    const { core, source } = await aTaggedSource()
    expect(() => core.api.sources.correct({ source: source.source, version: 1, blocks: [{ kind: 'paragraph', text: ' \n' }] })).toThrow(coded('source.empty'))
    correct(core, source, ...correction)
    expect(() => correct(core, source, ...correction)).toThrow(expect.objectContaining({ code: 'source.stale', details: { version: 2 } }))
    expect(() => aTag(core, source, 'Nobody', 'actor')).toThrow(expect.objectContaining({ code: 'source.stale', details: { version: 2 } }))
    expect(core.api.sources.get({ source: source.source }).version).toBe(2)
  })

  it('that changes nothing is no command', async () => {
    const { core, source } = await aTaggedSource()
    expect(correct(core, source)).toEqual({ version: 1, moved: 0, changed: 0, review: 0 })
    expect(core.api.history.state({}).undo).toBe('Tag recommendation')
  })
})

describe('a passage under review', () => {
  it('is listed with what it was and where it may be', async () => {
    const { core, source, changed, lost } = await aTaggedSource()
    correct(core, source, ...correction)
    const listed = core.api.passages.review({ source: source.source })
    expect(listed.map(({ passage, state, before, after }) => ({ passage, state, before: before.quote, version: before.version, after: after?.quote ?? null }))).toEqual([
      { passage: changed, state: 'placed', before: 'Putin met Witkof', version: 1, after: 'Putin met Witkoff' },
      { passage: lost, state: 'review', before: 'were leaked by an envoy', version: 1, after: null },
    ])
    expect(listed[1]?.before.paragraph).toBe('The talks were leaked by an envoy. The end.')
  })

  it('is confirmed, placed or detached, each undoable', async () => {
    const { core, source, changed, lost } = await aTaggedSource()
    const waiting = () => core.api.passages.review({ source: source.source }).map(({ passage }) => passage)
    correct(core, source, ...correction)
    core.api.passages.confirm({ passage: changed })
    expect(waiting()).toEqual([lost])
    expect(() => core.api.passages.confirm({ passage: lost })).toThrow(coded('passage.unplaced'))
    const now = core.api.sources.text({ source: source.source }).text
    const start = now.indexOf('Both delegations')
    core.api.passages.setBounds({ passage: lost, spans: [{ start, end: start + 16 }] })
    expect(waiting()).toEqual([])
    expect(core.api.passages.get({ passage: lost })).toMatchObject({ state: 'placed', version: 2, quote: 'Both delegations' })
    core.api.history.undo({})
    expect(waiting()).toEqual([lost])
    core.api.passages.remove({ passage: lost })
    expect(waiting()).toEqual([])
    core.api.history.undo({})
    core.api.history.undo({})
    expect(waiting()).toEqual([changed, lost])
  })

  it('finds its place again when its words come back', async () => {
    const { core, source, changed, lost } = await aTaggedSource()
    correct(core, source, ...correction)
    const second = core.api.sources.text({ source: source.source })
    const back = correct(core, second, ['Both delegations denied everything. ', 'The talks were leaked by an envoy. '], ['Witkoff', 'Witkof'])
    expect(back).toMatchObject({ version: 3, review: 0 })
    expect(core.api.passages.review({ source: source.source })).toEqual([])
    expect([changed, lost].map((passage) => core.api.passages.get({ passage }))).toMatchObject([
      { state: 'placed', version: 3, quote: 'Putin met Witkof' },
      { state: 'placed', version: 3, quote: 'were leaked by an envoy' },
    ])
  })

  it('keeps what it was through a second correction', async () => {
    const { core, source, changed } = await aTaggedSource()
    correct(core, source, ...correction)
    correct(core, core.api.sources.text({ source: source.source }), ['Putin met', 'Putin saw'])
    expect(core.api.passages.review({ source: source.source })[0]).toMatchObject({ passage: changed, before: { quote: 'Putin met Witkof', version: 1 }, after: { quote: 'Putin saw Witkoff', version: 3 } })
  })

  it('stays cited: the memo keeps its words and can tell that the passage has others', async () => {
    const { core, source, changed } = await aTaggedSource()
    const { id } = core.api.memos.create({})
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['They met.[[0]]'], [{ id: changed, quote: 'Putin met Witkof' }]) })
    correct(core, source, ...correction)
    expect(core.api.passages.describe({ passages: [changed] })[0]).toMatchObject({ quote: 'Putin met Witkoff', citedIn: [{ memo: id, title: '', citations: 1 }] })
    expect(core.api.memos.get({ memo: id }).document).toContain('Putin met Witkof')
  })
})
