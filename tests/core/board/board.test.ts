import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Core } from '../../../src/core/core.ts'
import type { BoardFilter, BoardGrouping } from '../../../src/shared/board.ts'
import { unpackIds } from '../../../src/shared/identifiers.ts'
import { aCore, aSource, aTag, spanOf } from '../a-core.ts'

const words = 'Exports of oil fell by a tenth in the autumn, the ministry said in its report for the year.'
const other = 'A bank in the capital found no such fall in its own count of tankers leaving the northern ports.'
const byStatement = { by: 'statement', descending: false } as const
const order = (core: Core, filter: BoardFilter = {}, group: BoardGrouping | null = null) => {
  const { claims, ...rest } = core.api.board.order({ filter, sort: byStatement, group })
  return { claims: unpackIds(claims), ...rest }
}
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
      unpackIds(core.api.board.order({ filter: {}, sort: { by, descending }, group: null }).claims)
    expect(sorted('likelihood', true)).toEqual([fell, tankers])
    expect(sorted('likelihood', false)).toEqual([fell, tankers])
    expect(sorted('evidenceFor', false)).toEqual([tankers, fell])
    expect(sorted('statement', true)).toEqual([tankers, fell])
  })

  it('is written as a table and as a text, in the order given', async () => {
    const { core, fell, tankers } = await aBoard()
    core.api.items.update({ item: tankers, changes: { statement: '=1+1 *tankers*' } })
    const written = (of: 'claims' | 'recommendations', items: string[], format: 'csv' | 'md') => {
      const { file, name } = core.api.board.exportRows({ of, items, format })
      return { name, text: readFileSync(core.files.served(file).path, 'utf8') }
    }
    const { name, text: csv } = written('claims', [tankers, fell, tankers], 'csv')
    expect(name).toBe('Claims.csv')
    expect(csv.slice(1).split('\r\n').slice(1)).toEqual([
      `"'=1+1 *tankers*","","","open","","","","1","0","1",""`,
      `"Exports of oil fell","the ministry","","open","likely","","2","2","1","1","B"`,
      '',
    ])
    expect(written('claims', [fell], 'md').text).toContain('- Exports of oil fell\n  - Speaker: the ministry\n  - Status: open\n')
    expect(written('claims', [tankers], 'md').text).toContain('\\*tankers\\*')
    const advice = core.api.items.create({ kind: 'recommendation', statement: 'Count again', changes: { recommendation: { restsOn: [fell] } } }).id
    expect(written('recommendations', [advice], 'md').text).toContain('- Count again\n  - Status: open\n  - Rests on: Exports of oil fell\n')
    expect(() => written('recommendations', [fell], 'csv')).toThrow(expect.objectContaining({ code: 'item.gone' }))
  })

  it('gives many recommendations a status in one command', async () => {
    const { core } = await aBoard()
    const ids = ['Count', 'Look'].map((statement) => core.api.items.create({ kind: 'recommendation', statement }).id)
    const statuses = () => core.api.board.recommendations({ text: '', group: 'addressee' }).rows.map(({ status }) => status)
    core.api.board.setAdviceStatus({ recommendations: ids, status: 'adopted' })
    expect(statuses()).toEqual(['adopted', 'adopted'])
    expect(core.api.history.undo({})).toEqual({ label: 'Change status of 2 recommendations' })
    expect(statuses()).toEqual(['open', 'open'])
  })

  it('brings the first rows and the beginnings of all along, on one line each, and sees every write', async () => {
    const { core, fell, tankers } = await aBoard()
    core.api.items.update({ item: tankers, changes: { statement: `two\nlines ${'and more '.repeat(9)}` } })
    const { starts, first } = core.api.board.order({ filter: {}, sort: byStatement, group: null })
    expect(starts.split('\n')).toEqual(['Exports of oil fell', 'two lines and more and more and …'])
    expect(first.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(core.api.board.rows({ claims: [fell, tankers] }).toSorted((a, b) => a.id.localeCompare(b.id)))
    core.api.history.undo({})
    expect(order(core, { text: 'tankers' }).claims).toEqual([tankers])
    core.api.items.remove({ item: fell })
    expect(order(core).total).toBe(1)
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
