// Citations written by a style: locators, several references, changes told step by step.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Engine } from 'citeproc'
import { bundledStyles } from '../../../src/core/citations/bundled-styles.ts'
import { clusterOf, createFormatter, type ResolvedCitation } from '../../../src/core/citations/formatter.ts'
import { readLocale } from '../../../src/core/citations/locales.ts'
import { plainRuns, styledRuns } from '../../../src/core/citations/styled-runs.ts'
import { aSource, anAskedCite, anOrder, citing, folder, formatted } from './a-source.ts'

const time = aSource('time', { title: 'Why the Talks Failed', containerTitle: 'TIME', url: 'https://time.com/x', accessed: '2025-12-03' })
const meyer = aSource('meyer', { title: 'Frozen assets', authors: [{ family: 'Meyer', given: 'Kai' }], containerTitle: 'Policy Review', issued: '2025-10-14' })

describe('a citation without anything set', () => {
  it('names the paragraph of its passage, in every style', () => {
    const textIn = (style: string) => formatted(style, [time], [citing('one', 'time', { locator: null })]).texts[0]
    expect(Object.fromEntries(['house', 'chicago-notes', 'chicago-author-date', 'apa', 'harvard', 'ieee', 'mla'].map((style) => [style, textIn(style)]))).toEqual({
      house: 'TIME, Why the Talks Failed, n.d., ¶ 6.',
      'chicago-notes': '“Why the Talks Failed,” TIME, para. 6, accessed December 3, 2025, https://time.com/x.',
      'chicago-author-date': '(TIME n.d., para. 6)',
      apa: '(“Why the Talks Failed,” n.d., para. 6)',
      harvard: '(TIME, no date, para. 6)',
      ieee: '[1, Para. 6]',
      mla: '(“Why the Talks Failed,” para. 6)',
    })
  })

  it('is described and graded in the intelligence style alone', () => {
    const graded = { ...time, reliability: 'B' as const }
    expect(formatted('intelligence', [graded], [citing('one', 'time', { locator: null })])).toEqual({
      texts: ['TIME, Why the Talks Failed, n.d., ¶ 6 [news article; B, usually reliable].'],
      bibliography: ['TIME, Why the Talks Failed, n.d., https://time.com/x, accessed December 3, 2025 [news article; B, usually reliable].'],
    })
  })
})

describe('a citation of several sources', () => {
  it('keeps what the writer set around each', () => {
    const citation = {
      id: 'one',
      cites: [
        { item: 'time', cite: anAskedCite({ prefix: 'see', locator: null }), place: { label: 'paragraph' as const, value: '6' } },
        { item: 'meyer', cite: anAskedCite({ suffix: 'emphasis added', locator: { label: 'page', value: '12' } }), place: { label: 'paragraph' as const, value: '9' } },
      ],
    }
    expect(formatted('chicago-author-date', [time, meyer], [citation]).texts).toEqual(['(see TIME n.d., para. 6; Meyer 2025, 12, emphasis added)'])
  })

  it('leaves out the author that the sentence names already', () => {
    expect(formatted('apa', [meyer], [citing('one', 'meyer', { suppressAuthor: true })]).texts).toEqual(['(2025)'])
  })
})

describe('a citation of which a style would print nothing', () => {
  it('keeps its author, though that is to be left out: MLA without a locator', () => {
    const bare = (id: string) => citing(`of ${id}`, id, { suppressAuthor: true })
    expect(formatted('mla', [time, meyer], [bare('time'), bare('meyer'), citing('page', 'meyer', { suppressAuthor: true, locator: { label: 'page', value: '12' } })]).texts).toEqual([
      '(“Why the Talks Failed”)',
      '(Meyer)',
      '(12)',
    ])
  })
})

describe('the language of the memo', () => {
  it('writes the words of the style, English where there is none', () => {
    const noDate = (language: string) => formatted('house', [time], [citing('one', 'time')], language).texts[0]
    expect(['de', 'fr-CA', 'uk', 'xx'].map(noDate)).toEqual([
      'TIME, Why the Talks Failed, o.\u00a0J.',
      'TIME, Why the Talks Failed, s.\u00a0d.',
      'TIME, Why the Talks Failed, б. д.',
      'TIME, Why the Talks Failed, n.d.',
    ])
  })
})

describe('one engine told what changed', () => {
  const sources = Array.from({ length: 6 }, (_, n) =>
    aSource(`s${n}`, { title: `Title ${n}`, authors: [{ family: n < 3 ? 'Same' : `Name${n}`, given: 'A.' }], issued: '2024' }),
  )
  const citation = fc.record({ id: fc.integer({ min: 0, max: 8 }).map((n) => `c${n}`), item: fc.integer({ min: 0, max: 5 }).map((n) => `s${n}`) })
  const memo = fc.uniqueArray(citation, { selector: ({ id }) => id, maxLength: 7 })

  it.each(['chicago-author-date', 'ieee'])('writes what one writes that reads everything anew: %s', (style) => {
    const kept = createFormatter(folder)
    const fresh = createFormatter(folder)
    let runs = 0
    fc.assert(
      fc.property(fc.array(memo, { minLength: 2, maxLength: 5 }), (states) => {
        for (const state of states) {
          const citations = state.map(({ id, item }) => citing(id, item))
          runs += 1
          const stepwise = kept.format(anOrder(style, sources, citations))
          // A source that nobody cites makes this engine read all citations anew each time.
          const anew = fresh.format(anOrder(style, [...sources, aSource(`run ${runs}`, {})], citations))
          const texts = (made: typeof anew) => state.map(({ id }) => plainRuns(made.texts.get(id) ?? []))
          expect(texts(stepwise)).toEqual(texts(anew))
          expect(stepwise.bibliography).toEqual(anew.bibliography)
        }
      }),
      { numRuns: 6 },
    )
  })
})

describe('all citations read at once', () => {
  // Two of one name in one year, one book of two, and one without an author: what styles have to tell apart.
  const sources = [
    aSource('a', { title: 'First', authors: [{ family: 'Same', given: 'Anna' }], issued: '2024-02-01', containerTitle: 'Paper' }),
    aSource('b', { title: 'Second', authors: [{ family: 'Same', given: 'Anna' }], issued: '2024-05-01', containerTitle: 'Paper' }),
    aSource('c', { title: 'Third', authors: [{ family: 'Same', given: 'Boris' }], issued: '2023' }),
    aSource('d', { title: 'Fourth', authors: [{ family: 'Meyer', given: 'Kai' }, { family: 'Same', given: 'Anna' }], issued: '2023' }),
    aSource('e', { title: 'Fifth', authors: [], issued: null }),
  ]
  const cite = fc.record({
    item: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    cite: fc.record({
      prefix: fc.constantFrom('', '', 'see'),
      suffix: fc.constantFrom('', '', 'emphasis added'),
      locator: fc.constantFrom(null, { label: 'page' as const, value: '' }, { label: 'page' as const, value: '12' }, { label: 'page' as const, value: '12–14' }),
      suppressAuthor: fc.constant(false),
    }).map(anAskedCite),
    place: fc.constantFrom({ label: 'paragraph' as const, value: '6' }, { label: 'paragraph' as const, value: '9' }),
  })
  const memo = fc.array(fc.array(cite, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 25 })
    .map((all) => all.map((cites, at): ResolvedCitation => ({ id: `c${at}`, cites })))

  it.each(bundledStyles.map(({ id }) => id))('are written as citeproc writes them that reads one after another: %s', (style) => {
    fc.assert(
      fc.property(memo, (citations) => {
        const order = anOrder(style, sources, citations)
        const made = createFormatter(folder).format(order)
        const engine = new Engine({ retrieveLocale: (tag) => readLocale(folder, tag), retrieveItem: (id) => order.items.get(id) }, order.style, order.locale, true)
        const own = engine.rebuildProcessorState(citations.map(clusterOf), 'html', [])
        expect(citations.map(({ id }) => plainRuns(made.texts.get(id) ?? []))).toEqual(own.map(([, , text]) => plainRuns(styledRuns(text))))
        const bibliography = engine.makeBibliography()
        expect(made.bibliography).toEqual(bibliography === false ? [] : bibliography[1].map(styledRuns))
      }),
      { numRuns: 15 },
    )
  })
})

describe('what citeproc writes', () => {
  it('is read as runs, with nothing left of the markup', () => {
    expect(styledRuns('(see <i>TIME</i> &#38; <b><i>x</i></b>&lt;script&gt;)')).toEqual([
      { text: '(see ', looks: [] },
      { text: 'TIME', looks: ['italic'] },
      { text: ' & ', looks: [] },
      { text: 'x', looks: ['bold', 'italic'] },
      { text: '<script>)', looks: [] },
    ])
    expect(plainRuns(styledRuns('  <div class="csl-entry">\n <div class="csl-left-margin">[1]</div><div class="csl-right-inline">A. B</div>\n </div>\n'))).toBe('[1] A. B')
  })
})
