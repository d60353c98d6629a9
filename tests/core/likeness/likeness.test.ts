import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupPairs } from '../../../src/core/likeness/group-pairs.ts'
import { aCore, aSource } from '../a-core.ts'

const lead = 'Negotiators left the capital late on Tuesday without a common text, and neither side would say when the next round of talks might be held.'
const body = [
  'Officials who took part in the meeting said that the question of territory had been discussed for two hours and that no formula had been found which both could sign.',
  'The adviser told reporters at the airport that some of the proposals were acceptable and that others had drawn criticism, but he declined to say which ones were meant.',
  'Diplomats in three other capitals had warned beforehand that a plan drafted without them would not hold, since they would have to pay for most of its guarantees.',
  'A further meeting of the working groups is planned for the end of the month, when the experts are to compare their drafts on prisoners and on the power plant.',
]
const quotations = [
  '“So far no compromise version of a peace settlement has been found,” the adviser said after the talks had ended late that evening.',
  '“We are no further from it than before, and certainly not nearer,” he added in answer to a question from the press.',
]
const mine = [
  'Readers in this city will remember how the same promises were made four years ago, when the ministers shook hands on the steps and nothing came of it afterwards.',
  'What is missing is not goodwill but money, because every guarantee that has been named so far would have to be voted through two parliaments that have not been asked.',
]
const yours = [
  'The market took the news calmly on Wednesday, with gas for delivery in January falling slightly and the currency holding the gains that it had made earlier in the week.',
  'Analysts at two banks wrote to their clients that an end of sanctions is not in sight and that exporters should go on planning with the routes they have found by now.',
]
const textOf = (...paragraphs: string[]) => paragraphs.join('\n\n')
const edited = (text: string) => text.replace('late on Tuesday', 'late Tuesday night')

const titles = async (texts: Record<string, string>) => {
  const core = aCore()
  const named = new Map<string, string>()
  for (const [title, text] of Object.entries(texts)) named.set((await aSource(core, text, title)).source, title)
  const groups = core.api.likeness.groups({}).map((group) => group.map((source) => named.get(source)))
  return { core, groups, source: (title: string) => [...named].find(([, other]) => other === title)?.[0] ?? '' }
}

describe('near-identical sources', () => {
  it('are an agency report and its copy with another lead and a few other words', async () => {
    const copy = textOf('From our correspondent: the talks have ended in nothing, as many here had expected of them from the start.', ...body.map((one) => one.replace('said that', 'stated that')))
    const { groups, core, source } = await titles({ agency: textOf(lead, ...body), copy })
    expect(groups).toEqual([['agency', 'copy']])
    const [like] = core.api.likeness.of({ source: source('copy') })
    expect(like).toMatchObject({ source: source('agency'), title: 'agency' })
    expect(like?.share).toBeGreaterThan(0.7)
  })

  it('are a report and an excerpt of it, however long the report is', async () => {
    const { groups } = await titles({ whole: textOf(lead, ...body, ...mine, ...yours), excerpt: textOf(edited(lead), body[0] ?? '') })
    expect(groups).toEqual([['whole', 'excerpt']])
  })

  it('are a report and an article of which more than half reprints it', async () => {
    const { groups } = await titles({ agency: textOf(lead, ...body), reprint: textOf(...mine, lead, ...body.slice(0, 2)) })
    expect(groups).toEqual([['agency', 'reprint']])
  })

  it('are told by what stands in both, however often each repeats it', async () => {
    const again = (times: number, ...paragraphs: string[]) => Array.from({ length: times }, () => textOf(...paragraphs)).join('\n\n')
    const { groups, core, source } = await titles({ first: again(150, ...body), second: textOf(again(120, ...body), ...mine), other: again(100, ...yours) })
    expect(groups).toEqual([['first', 'second']])
    expect(core.api.likeness.of({ source: source('second') })).toMatchObject([{ title: 'first', share: 1 }])
    expect(core.api.likeness.of({ source: source('other') })).toEqual([])
  })

  it('are not two articles of their own words with the same quotations', async () => {
    const { groups } = await titles({ mine: textOf(...mine, ...quotations), yours: textOf(...yours, ...quotations) })
    expect(groups).toEqual([])
  })

  it('form one group when each is like another, and leave it when they are corrected or deleted, until undo', async () => {
    const { core, groups, source } = await titles({ a: textOf(lead, ...body), b: textOf(...body), c: textOf(...body, ...mine), d: textOf(...yours) })
    expect(groups).toEqual([['a', 'b', 'c']])
    const text = core.api.sources.text({ source: source('c') })
    core.api.sources.correct({ source: source('c'), version: text.version, blocks: mine.map((one) => ({ kind: 'paragraph' as const, text: one })) })
    expect(core.api.likeness.groups({})).toEqual([[source('a'), source('b')]])
    core.api.sources.remove({ source: source('a') })
    expect(core.api.likeness.groups({})).toEqual([])
    core.api.history.undo({})
    core.api.history.undo({})
    expect(core.api.likeness.groups({})).toEqual([[source('a'), source('b'), source('c')]])
  })

  it('are found in Chinese too, which has no spaces', async () => {
    const chinese = '谈判代表周二深夜离开首都时没有达成共同文本，双方都不愿透露下一轮会谈可能在什么时候举行。'
    const { groups } = await titles({ one: chinese, two: `${chinese}\n\n本报记者报道。` })
    expect(groups).toEqual([['one', 'two']])
  })
})

describe('grouping', () => {
  it('puts two sources together exactly when a chain of pairs joins them', () => {
    const id = fc.integer({ min: 0, max: 12 }).map(String)
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 20 }), (pairs) => {
        const groups = groupPairs(pairs)
        const reach = new Map([...groups.keys()].map((one) => [one, new Set([one])]))
        for (let round = 0; round < 13; round += 1) {
          for (const [a, b] of pairs) {
            const both = new Set([...(reach.get(a) ?? []), ...(reach.get(b) ?? [])])
            for (const one of [a, b]) reach.set(one, both)
          }
        }
        for (const a of groups.keys()) for (const b of groups.keys()) expect(groups.get(a) === groups.get(b)).toBe(reach.get(a)?.has(b))
      }),
    )
  })
})
