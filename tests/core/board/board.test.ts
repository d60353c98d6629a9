import { describe, expect, it } from 'vitest'
import type { Core } from '../../../src/core/core.ts'
import type { BoardFilter, BoardGrouping } from '../../../src/shared/board.ts'
import { aCore, aSource, aTag, spanOf } from '../a-core.ts'

const words = 'Exports of oil fell by a tenth in the autumn, the ministry said in its report for the year.'
const other = 'A bank in the capital found no such fall in its own count of tankers leaving the northern ports.'
const byStatement = { by: 'statement', descending: false } as const
const order = (core: Core, filter: BoardFilter = {}, group: BoardGrouping | null = null) => core.api.board.order({ filter, sort: byStatement, group })
function board(core: Core) {
  const { claims } = order(core)
  const rows = core.api.board.rows({ claims })
  return claims.map((id) => rows.find((row) => row.id === id))
}

async function aBoard() {
  const core = aCore()
  const [first, copy, denial] = [await aSource(core, words), await aSource(core, `${words}\n\nFrom an agency.`), await aSource(core, other)]
  const { item: fell } = aTag(core, first, 'Exports of oil fell', 'claim')
  const tag = (source: typeof first, quote: string, role: 'supports' | 'contradicts') =>
    core.api.items.tag({ source: source.source, version: source.version, spans: [spanOf(source, quote)], item: fell, role })
  tag(copy, 'Exports of oil fell', 'supports')
  tag(denial, 'no such fall', 'contradicts')
  core.api.sources.update({ source: copy.source, reliability: 'B' })
  const { item: ministry } = aTag(core, first, 'the ministry', 'actor')
  const { item: tankers } = aTag(core, denial, 'tankers leaving', 'claim')
  core.api.items.update({ item: fell, changes: { claim: { speaker: ministry, credibility: 2, likelihood: 'likely' } } })
  return { core, fell, tankers, ministry, first, denial }
}

describe('the claims board', () => {
  it('adds up what each claim rests on, and counts copies of one text once', async () => {
    const { core, fell, tankers } = await aBoard()
    expect(board(core)).toEqual([
      { id: fell, statement: 'Exports of oil fell', speaker: 'the ministry', stance: null, status: 'open', likelihood: 'likely', confidence: null, credibility: 2, evidenceFor: 2, evidenceAgainst: 1, independent: 1, grade: 'B' },
      { id: tankers, statement: 'tankers leaving', speaker: null, stance: null, status: 'open', likelihood: null, confidence: null, credibility: null, evidenceFor: 1, evidenceAgainst: 0, independent: 1, grade: null },
    ])
  })

  it('says of one claim which sources bear on it, with their grades and which are copies', async () => {
    const { core, fell, first, denial } = await aBoard()
    const { sources, ...sums } = core.api.board.standing({ claim: fell })
    expect(sums).toEqual({ evidenceFor: 2, evidenceAgainst: 1, independent: 1, grade: 'B' })
    expect(sources.map(({ reliability, side, alike }) => ({ reliability, side, alike }))).toEqual([
      { reliability: null, side: 'for', alike: false },
      { reliability: 'B', side: 'for', alike: true },
      { reliability: null, side: 'against', alike: false },
    ])
    expect([sources[0]?.source, sources[2]?.source]).toEqual([first.source, denial.source])
  })

  it('shows the claims that fit every part of a filter', async () => {
    const { core, fell, tankers, ministry, first, denial } = await aBoard()
    const code = core.api.codes.create({ name: 'Oil' })
    const below = core.api.codes.create({ name: 'Tankers', parent: code.id })
    const noted = aTag(core, denial, 'tankers leaving', 'note')
    core.api.items.update({ item: noted.item, changes: { code: below.id } })
    const found = (filter: BoardFilter) => order(core, filter).claims
    expect(found({ text: 'MINISTRY' })).toEqual([fell])
    expect(found({ text: '100%' })).toEqual([])
    core.api.items.update({ item: tankers, changes: { statement: 'Žádné tankery, сказал ΟΔΟΣ' } })
    expect(found({ text: 'zadne TANKERY' })).toEqual([tankers])
    expect(found({ text: 'СКАЗАЛ οδο' })).toEqual([tankers])
    expect(found({ speaker: ministry })).toEqual([fell])
    expect(found({ source: denial.source })).toEqual([fell, tankers])
    expect(found({ source: first.source, status: 'open' })).toEqual([fell])
    expect(found({ credibility: 2 })).toEqual([fell])
    expect(found({ code: code.id })).toEqual([tankers])
    expect(found({ status: 'refuted' })).toEqual([])
  })

  it('stands under each of its sources and codes, and last where it has none', async () => {
    const { core, fell, tankers, ministry, first, denial } = await aBoard()
    const code = core.api.codes.create({ name: 'Oil' })
    const below = core.api.codes.create({ name: 'Tankers', parent: code.id })
    const noted = aTag(core, denial, 'tankers leaving', 'note')
    core.api.items.update({ item: noted.item, changes: { code: below.id } })
    core.api.items.update({ item: tankers, changes: { claim: { status: 'refuted' } } })
    const grouped = (group: BoardGrouping) => {
      const { claims, groups, total } = order(core, {}, group)
      expect(total).toBe(2)
      return { claims, groups: groups.map(({ title, count }) => `${title} ${count}`) }
    }
    expect(grouped('speaker')).toEqual({ claims: [fell, tankers], groups: ['the ministry 1', 'No speaker 1'] })
    expect(grouped('status')).toEqual({ claims: [fell, tankers], groups: ['open 1', 'refuted 1'] })
    expect(grouped('code')).toEqual({ claims: [tankers, fell], groups: ['Oil / Tankers 1', 'No code 1'] })
    expect(grouped('source')).toEqual({ claims: [fell, fell, fell, tankers], groups: ['A source 1', 'A source 1', 'A source 2'] })
    expect(order(core, {}, 'source').groups.map(({ key }) => key)).toEqual(expect.arrayContaining([first.source, denial.source]))
    expect(order(core, {}, 'speaker').groups.map(({ key }) => key)).toEqual([ministry, null])
  })

  it('lists recommendations by addressee and by instrument, with the claims they rest on', async () => {
    const { core, fell, ministry, first, denial } = await aBoard()
    const { item: count } = aTag(core, first, 'report for the year', 'recommendation')
    const { item: look } = aTag(core, denial, 'own count', 'recommendation')
    core.api.items.update({ item: look, changes: { recommendation: { addressee: ministry, instrument: 'sanctions', restsOn: [fell] } } })
    const seen = (text: string, group: 'addressee' | 'instrument') => core.api.board.recommendations({ text, group })
    expect(seen('', 'addressee').groups.map(({ title, count: of }) => `${title} ${of}`)).toEqual(['the ministry 1', 'No addressee 1'])
    expect(seen('', 'addressee').rows.map(({ id }) => id)).toEqual([look, count])
    expect(seen('', 'instrument').groups.map(({ title }) => title)).toEqual(['sanctions', 'No instrument'])
    expect(seen('MINISTRY', 'instrument').rows).toEqual([
      { id: look, statement: 'own count', addressee: 'the ministry', proponent: null, instrument: 'sanctions', status: 'open', restsOn: [{ id: fell, statement: 'Exports of oil fell', status: 'open' }] },
    ])
  })

  it('tells its window when a recommendation, an actor or a basis changes', async () => {
    const { core, fell, ministry, first } = await aBoard()
    const { item } = aTag(core, first, 'report for the year', 'recommendation')
    core.events.length = 0
    core.api.items.update({ item, changes: { recommendation: { instrument: 'finance' } } })
    core.api.items.update({ item, changes: { recommendation: { restsOn: [fell] } } })
    core.api.items.update({ item: ministry, changes: { actor: { role: 'in office' } } })
    expect(core.events.filter(({ name, data }) => name === 'changed' && data.features.includes('board'))).toHaveLength(3)
  })

  it('sorts by any column with nothing last, in both directions', async () => {
    const { core, fell, tankers } = await aBoard()
    const sorted = (by: 'likelihood' | 'evidenceFor' | 'statement', descending: boolean) =>
      core.api.board.order({ filter: {}, sort: { by, descending }, group: null }).claims
    expect(sorted('likelihood', true)).toEqual([fell, tankers])
    expect(sorted('likelihood', false)).toEqual([fell, tankers])
    expect(sorted('evidenceFor', false)).toEqual([tankers, fell])
    expect(sorted('statement', true)).toEqual([tankers, fell])
  })

  it('gives many claims a status in one command', async () => {
    const { core, fell, tankers } = await aBoard()
    const before = board(core)
    core.api.board.setStatus({ claims: [fell, tankers], status: 'contested' })
    expect(board(core).map((row) => row?.status)).toEqual(['contested', 'contested'])
    expect(core.api.history.undo({})).toEqual({ label: 'Change status of 2 claims' })
    expect(board(core)).toEqual(before)
  })
})
