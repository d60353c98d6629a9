// The living memo: what a change of the evidence brings to review, and what decisions do.
import { describe, expect, it } from 'vitest'
import type { Core } from '../../../src/core/core.ts'
import { uuidFrom } from '../../../src/shared/identifiers.ts'
import type { Review } from '../../../src/shared/reviews.ts'
import { aCore, aDocument, aFolder, aSource, aTag, spanOf } from '../a-core.ts'

async function aCitedMemo() {
  const core = aCore()
  const source = await aSource(core, 'Putin met Witkoff in Moscow. Nothing was agreed. A denial came from Kyiv.', 'Talks')
  const met = aTag(core, source, 'Putin met Witkoff', 'claim')
  const nothing = aTag(core, source, 'Nothing was agreed', 'claim')
  const quotes = [{ id: met.passage, quote: 'Putin met Witkoff' }, { id: nothing.passage, quote: 'Nothing was agreed' }]
  const { id: memo } = core.api.memos.create({ head: { title: 'A memo' } })
  core.api.memos.save({ memo, revision: 0, document: aDocument(['They met.[[0]] No text came of it.[[1]] So it goes.', 'They met again.[[0]]'], quotes) })
  return { core, source, met, nothing, memo }
}

const changesIn = (core: Core, memo: string) =>
  core.api.reviews.list({ memo }).map(({ number, sentence, changes }) => [number, sentence, ...changes.map(({ kind, before, after }) => [kind, before, after])])

const thrice = (one: unknown) => [one, one, one]

const keyOf = ({ citation, passage }: Review) => ({ citation, passage })

describe('a sentence is to be reviewed', () => {
  it('not while all is as it was cited', async () => {
    const { core, memo, source } = await aCitedMemo()
    core.api.sources.update({ source: source.source, metadata: { title: 'Other talks' } })
    expect(core.api.reviews.list({ memo })).toEqual([])
  })

  it('when its passage was re-bounded or deleted, with the words before and after', async () => {
    const { core, memo, source, met, nothing } = await aCitedMemo()
    core.api.passages.setBounds({ passage: met.passage, spans: [spanOf(source, 'Putin met Witkoff in Moscow')] })
    core.api.passages.remove({ passage: nothing.passage })
    expect(changesIn(core, memo)).toEqual([
      [1, 'They met.', ['words', 'Putin met Witkoff', 'Putin met Witkoff in Moscow']],
      [2, 'No text came of it.', ['passage deleted', 'Nothing was agreed', null]],
      [3, 'They met again.', ['words', 'Putin met Witkoff', 'Putin met Witkoff in Moscow']],
    ])
    core.api.history.undo({})
    expect(changesIn(core, memo).map(([number]) => number)).toEqual([1, 3])
  })

  it('when the text of its source was corrected within the passage, and not when it was corrected elsewhere', async () => {
    const { core, memo, source } = await aCitedMemo()
    const correct = (version: number, text: string) =>
      core.api.sources.correct({ source: source.source, version, blocks: [{ kind: 'paragraph', text }] })
    correct(1, 'Putin met Witkoff in Moskva. Nothing was agreed. A denial came from Kyiv.')
    expect(changesIn(core, memo)).toEqual([])
    correct(2, 'Putin met Witkoff in Moskva. Nothing much was agreed. A denial came from Kyiv.')
    expect(changesIn(core, memo)).toEqual([[2, 'No text came of it.', ['corrected', 'Nothing was agreed', 'Nothing much was agreed']]])
  })

  it('when its source was graded anew, retracted, reinstated or deleted', async () => {
    const { core, memo, source } = await aCitedMemo()
    const update = (changes: object) => core.api.sources.update({ source: source.source, ...changes })
    update({ reliability: 'D' })
    expect(changesIn(core, memo).map((one) => one.at(-1))).toEqual(thrice(['reliability', null, 'D']))
    update({ reliability: null })
    expect(update({ retraction: { on: '2026-11-02', note: 'Withdrawn by the editors.' } }).retraction).toEqual({ on: '2026-11-02', note: 'Withdrawn by the editors.' })
    expect(changesIn(core, memo).map((one) => one.slice(2))).toEqual(thrice([['retracted', null, '2026-11-02']]))
    core.api.reviews.accept({ memo, reviews: core.api.reviews.list({ memo }).map(keyOf) })
    update({ retraction: null })
    expect(changesIn(core, memo).map((one) => one.at(-1))).toEqual(thrice(['reinstated', '2026-11-02', null]))
    core.api.sources.remove({ source: source.source })
    expect(changesIn(core, memo).map((one) => one.at(-1))).toEqual([
      ['source deleted', 'Putin met Witkoff', null],
      ['source deleted', 'Nothing was agreed', null],
      ['source deleted', 'Putin met Witkoff', null],
    ])
    expect(core.api.reviews.list({ memo })[0]?.sourceTitle).toBe('Talks')
  })

  it('when a claim of its passage changed its status or its grade, or new evidence contradicts it', async () => {
    const { core, memo, source, nothing } = await aCitedMemo()
    core.api.items.update({ item: nothing.item, changes: { claim: { status: 'contested', credibility: 5 } } })
    const contradict = () =>
      core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, 'A denial came from Kyiv')], item: nothing.item, role: 'contradicts' })
    contradict()
    expect(changesIn(core, memo)).toEqual([
      [2, 'No text came of it.', ['credibility', null, '5'], ['status', 'open', 'contested'], ['contradicted', '0', '1']],
    ])
    const other = aTag(core, source, 'Moscow', 'claim')
    core.api.reviews.accept({ memo, reviews: core.api.reviews.list({ memo }).map(keyOf) })
    expect(changesIn(core, memo)).toEqual([])
    core.api.links.create({ from: other.item, to: nothing.item, type: 'contradicts' })
    expect(changesIn(core, memo)).toEqual([[2, 'No text came of it.', ['contradicted', '1', '2']]])
  })
})

describe('a decision', () => {
  it('accepts for one citation, not for another of the same passage, and is undone', async () => {
    const { core, memo, source, met } = await aCitedMemo()
    core.api.passages.setBounds({ passage: met.passage, spans: [spanOf(source, 'Putin met Witkoff in Moscow')] })
    const [first] = core.api.reviews.list({ memo })
    if (!first) throw new Error('nothing to review')
    core.api.reviews.accept({ memo, reviews: [keyOf(first)] })
    expect(changesIn(core, memo).map(([number]) => number)).toEqual([3])
    expect(core.api.history.undo({})).toEqual({ label: 'Accept change' })
    expect(changesIn(core, memo).map(([number]) => number)).toEqual([1, 3])
  })

  it('keeps a sentence with a reason until something changes again', async () => {
    const { core, memo, source } = await aCitedMemo()
    core.api.sources.update({ source: source.source, reliability: 'C' })
    const [first] = core.api.reviews.list({ memo })
    if (!first) throw new Error('nothing to review')
    core.api.reviews.keep({ memo, reviews: [keyOf(first)], reason: 'Seen by two others' })
    const kept = () => core.api.reviews.list({ memo }).map((one) => one.kept)
    expect(kept()).toEqual(['Seen by two others', null, null])
    core.api.reviews.takeUp({ memo, reviews: [keyOf(first)] })
    expect(kept()).toEqual([null, null, null])
    core.api.history.undo({})
    core.api.sources.update({ source: source.source, reliability: 'E' })
    expect(kept()).toEqual([null, null, null])
    expect(core.api.reviews.list({ memo })[0]?.changes).toEqual([{ kind: 'reliability', before: null, after: 'E', about: null }])
  })

  it('is not needed where the memo quotes the new words already, or no longer cites', async () => {
    const { core, memo, source, met, nothing } = await aCitedMemo()
    core.api.passages.setBounds({ passage: met.passage, spans: [spanOf(source, 'Putin met Witkoff in Moscow')] })
    core.api.passages.remove({ passage: nothing.passage })
    core.api.memos.save({ memo, revision: 1, document: aDocument(['They met.[[0]] No text came of it.'], [{ id: met.passage, quote: 'Putin met Witkoff in Moscow' }]) })
    expect(core.api.reviews.list({ memo })).toEqual([])
  })

  it('is asked for at once where a citation comes with an older quotation', async () => {
    const { core, met } = await aCitedMemo()
    const { id: memo } = core.api.memos.create({})
    core.api.memos.save({ memo, revision: 0, document: aDocument(['They met.[[0]]'], [{ id: met.passage, quote: 'Putin meets Witkoff' }]) })
    expect(changesIn(core, memo)).toEqual([[1, 'They met.', ['words', 'Putin meets Witkoff', 'Putin met Witkoff']]])
  })
})

describe('a block quotation', () => {
  it('is listed with its words when its passage changed', async () => {
    const { core, source, met } = await aCitedMemo()
    const { id: memo } = core.api.memos.create({})
    const document = JSON.parse(aDocument(['[[0]]'], [{ id: met.passage, quote: 'Putin met Witkoff' }])) as { content: { content: object[] }[] }
    const quotation = { type: 'passageQuotation', attrs: { edits: [{ start: 10, end: 17, text: 'the envoy' }] }, content: document.content[0]?.content }
    core.api.memos.save({ memo, revision: 0, document: JSON.stringify({ type: 'doc', content: [quotation] }) })
    core.api.passages.setBounds({ passage: met.passage, spans: [spanOf(source, 'Putin met')] })
    expect(changesIn(core, memo)).toEqual([[1, '“Putin met [the envoy]”', ['words', 'Putin met Witkoff', 'Putin met']]])
  })
})

describe('a workspace', () => {
  it('keeps the states over a restart, and takes those of memos without any from what is there', async () => {
    const path = `${aFolder()}/W.groundwork`
    const first = aCore({ path })
    const source = await aSource(first, 'Putin met Witkoff in Moscow.', 'Talks')
    const met = aTag(first, source, 'Putin met Witkoff', 'claim')
    const { id: memo } = first.api.memos.create({})
    first.api.memos.save({ memo, revision: 0, document: aDocument(['They met.[[0]]'], [{ id: met.passage, quote: 'Putin met Witkoff' }]) })
    first.api.sources.update({ source: source.source, reliability: 'B' })
    first.close()
    expect(changesIn(aCore({ path }), memo)).toEqual([[1, 'They met.', ['reliability', null, 'B']]])
  })
})

/** A generator that repeats: mulberry32. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const words = ['Alpha came first', 'Bravo came second', 'Charlie came third']

/** Some sources, and memos whose every sentence is numbered and cites passages at random; what cites a source is known. */
async function aGeneratedWorkspace(seed: number) {
  const below = seeded(seed)
  const core = aCore()
  const passages: { id: string; quote: string; source: string }[] = []
  for (let at = 0; at < 2 + below(3); at += 1) {
    const source = await aSource(core, `${words.join('. ')}. It is number ${at} of ${seed}.`, `Source ${at}`)
    for (const quote of words) {
      const { id } = core.api.passages.create({ source: source.source, version: 1, spans: [spanOf(source, quote)] })
      passages.push({ id, quote, source: source.source })
    }
  }
  const expected = new Map<string, string[]>()
  for (let at = 0; at < 1 + below(3); at += 1) {
    const { id: memo } = core.api.memos.create({})
    const paragraphs = Array.from({ length: 1 + below(5) }, (_, row) =>
      Array.from({ length: 1 + below(3) }, (_one, column) => {
        const cited = Array.from({ length: below(3) }, () => below(passages.length))
        for (const number of cited) {
          const { source } = passages[number] as (typeof passages)[number]
          expected.set(source, [...(expected.get(source) ?? []), `${memo} Sentence ${row} and ${column}. ${passages[number]?.id}`])
        }
        return `Sentence ${row} and ${column}.${cited.map((number) => `[[${number}]]`).join('')}`
      }).join(' '),
    )
    core.api.memos.save({ memo, revision: 0, document: aDocument(paragraphs, passages) })
  }
  const memos = core.api.memos.list({}).map(({ id }) => id)
  const source = passages[below(passages.length)]?.source ?? ''
  return { core, memos, source, expected: (expected.get(source) ?? []).toSorted() }
}

describe('a retracted source', () => {
  const lines = (reviews: Review[]) => reviews.map(({ memo, sentence, passage }) => `${memo} ${sentence} ${passage}`).toSorted()

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('yields exactly the sentences that rest on it, as was foreseen: %i', async (seed) => {
    const { core, memos, source, expected } = await aGeneratedWorkspace(seed)
    const all = () => memos.flatMap((memo) => core.api.reviews.list({ memo }))
    const uuid = uuidFrom(1, new Uint8Array(10))
    expect(() => core.api.reviews.foresee({ source: uuid, change: { kind: 'retract' } })).toThrow('no longer exists')
    const before = core.api.reviews.foresee({ source, change: { kind: 'retract' } })
    expect(lines(before)).toEqual(expected)
    expect(all()).toEqual([])
    core.api.sources.update({ source, retraction: { on: '2026-11-23', note: '' } })
    expect(lines(all())).toEqual(expected)
    expect(new Set(all().flatMap(({ changes }) => changes.map(({ kind }) => kind)))).toEqual(new Set(expected.length > 0 ? ['retracted'] : []))
    const order = (reviews: Review[]) => reviews.toSorted((a, b) => `${a.memo}${a.citation}`.localeCompare(`${b.memo}${b.citation}`))
    expect(order(before)).toEqual(order(all()))
    core.api.history.undo({})
    expect(all()).toEqual([])
    const removal = core.api.reviews.foresee({ source, change: { kind: 'remove' } })
    core.api.sources.remove({ source })
    expect(order(removal)).toEqual(order(all()))
    expect(core.api.reviews.foresee({ source: core.api.sources.list({})[0]?.id ?? '', change: { kind: 'grade', reliability: null } })).toEqual([])
  })
})
