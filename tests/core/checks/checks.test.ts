// The checks of a memo, rule by rule, over a real workspace.
import { describe, expect, it } from 'vitest'
import type { Core } from '../../../src/core/core.ts'
import { aCite, type DocumentNode } from '../../../src/shared/memos.ts'
import { aCore, aSource, aTag, countingIds } from '../a-core.ts'

const newId = countingIds()

/** A memo of lines: `# ` begins a heading, `[[n]]` cites the nth passage. */
function aMemo(lines: string[], passages: { id: string; quote: string }[] = []): string {
  const content = lines.map((line): DocumentNode => {
    const words = line.replace(/^# /, '')
    const nodes = words.split(/(\[\[\d+\]\])/).flatMap((part): DocumentNode[] => {
      const passage = passages[Number(/^\[\[(\d+)\]\]$/.exec(part)?.[1] ?? -1)]
      if (passage) return [{ type: 'citation', attrs: { id: newId(), cites: [aCite(passage.id, 1, passage.quote)] } }]
      return part === '' ? [] : [{ type: 'text', text: part }]
    })
    return line.startsWith('# ') ? { type: 'heading', attrs: { level: 2 }, content: nodes } : { type: 'paragraph', content: nodes }
  })
  return JSON.stringify({ type: 'doc', content })
}

/** The findings for a memo, without those about missing metadata unless asked for. */
function check(core: Core, document: string, language = 'en', metadata = false) {
  const { id } = core.api.memos.create({})
  return core.api.checks.run({ memo: id, language, document }).filter(({ rule }) => metadata || rule !== 'metadata')
}
const found = (core: Core, lines: string[], passages: { id: string; quote: string }[] = []) =>
  check(core, aMemo(lines, passages)).map(({ rule, words, fix }) => [rule, words, fix])

async function aTalk() {
  const core = aCore()
  const source = await aSource(core, 'Putin met Witkoff in Moscow. “We won’t give up territory,” he said. Nothing was agreed.', 'Talks')
  const met = aTag(core, source, 'Putin met Witkoff in Moscow', 'claim')
  const passages = [{ id: met.passage, quote: 'Putin met Witkoff in Moscow' }]
  return { core, source, met, passages }
}

describe('judgments', () => {
  it('without a citation are found in sections that announce judgments, and nowhere else', () => {
    const core = aCore()
    expect(found(core, ['# What happened', 'They met for five hours.', '# Key judgments', 'No text will be agreed.', 'Really?', '# Annex', 'They met again in May.'])).toEqual([
      ['uncited judgment', 'No text will be agreed.', null],
    ])
  })

  it('that rest on one source, or on copies of one text, are told apart from those that rest on two', async () => {
    const core = aCore()
    const agency = 'Putin met Witkoff in Moscow for five long hours on Tuesday evening, officials said. Nothing at all was agreed on territory in these talks.'
    const first = await aSource(core, agency, 'Agency')
    const copy = await aSource(core, `${agency} `.replace('evening, ', 'evening '), 'Copy of it')
    const other = await aSource(core, 'Our own reporter saw the two men leave the Kremlin at midnight without a word.', 'Daily')
    const passages = [first, copy, other].map((source, at) => {
      const words = at === 2 ? 'saw the two men leave' : 'met Witkoff in Moscow'
      return { id: aTag(core, source, words, 'claim').passage, quote: words }
    })
    const group = core.api.likeness.groups({}).map((sources) => sources.length)
    const rules = found(core, ['# Assessment', 'They met in Moscow.[[0]]', 'They met again.[[0]][[1]]', 'They parted at midnight.[[0]][[2]]'], passages).map(([rule]) => rule)
    expect(rules).toEqual(group.length > 0 ? ['single source', 'copies'] : ['single source'])
  })
})

describe('a claim that is contested', () => {
  it('is found where a sentence states it as a fact, and not where it says who claims it', async () => {
    const { core, met, passages } = await aTalk()
    core.api.items.update({ item: met.item, changes: { claim: { status: 'contested' } } })
    expect(found(core, ['They met.[[0]]', 'They met, according to the Kremlin.[[0]]'], passages)).toEqual([['contested claim', 'They met.', null]])
  })
})

describe('a quotation', () => {
  const quoting = async (words: string) => {
    const { core, passages } = await aTalk()
    return found(core, [`He said: “${words}”[[0]]`], passages)
  }

  it.each(['Putin met Witkoff in Moscow.', 'We won’t give up territory', "We won't give up territory", 'Putin met … in Moscow', '[T]in met Witkoff', 'Putin met [the envoy] in Moscow', 'Putin […] Moscow. “We won’t give'])(
    'is as it stands in the source: %s',
    async (words) => expect(await quoting(words.replace(/“/g, ''))).toEqual([]),
  )

  it('is found when it differs by a character, and the words of the source are offered', async () => {
    expect(await quoting('Putin met Witkof in Moscow.')).toEqual([['quotation', 'Putin met Witkof in Moscow.', 'Putin met Witkoff in Moscow.']])
    // Also where it is the first or the last one.
    expect(await quoting('Butin met Witkoff in Moscow.')).toEqual([['quotation', 'Butin met Witkoff in Moscow.', 'Putin met Witkoff in Moscow.']])
    expect(await quoting('Putin met Witkoff in Moskow.')).toEqual([['quotation', 'Putin met Witkoff in Moskow.', 'Putin met Witkoff in Moscow.']])
    expect(await quoting('Putin meets nobody at all')).toEqual([['quotation', 'Putin meets nobody at all', null]])
  })
})

describe('a citation', () => {
  it('is found when its passage changed or is gone', async () => {
    const { core, source, met } = await aTalk()
    const changed = [{ id: met.passage, quote: 'Putin meets Witkoff' }]
    expect(found(core, ['They met.[[0]]'], changed)).toEqual([['citation', 'They met.', null]])
    core.api.sources.remove({ source: source.source })
    const explained = () => check(core, aMemo(['They met.[[0]]'], changed)).map(({ explanation }) => explanation)
    expect(explained()).toEqual(['The source “Talks” is in the trash. Restore it, or cite another one.'])
    core.api.trash.empty({ sources: 1 })
    expect(explained()).toEqual([
      'A cited passage was deleted. Cite another one, or take the citation out.',
    ])
  })

  it('of a source without author, publication and date is found once', async () => {
    const { core, passages } = await aTalk()
    const all = check(core, aMemo(['They met.[[0]]', 'Again.[[0]]'], passages), 'de', true)
    expect(all.map(({ rule, explanation }) => [rule, explanation])).toEqual([
      ['metadata', 'The source “Talks” has no author or publication and no date, which citation styles print. Enter it in the Inspector where it is known.'],
    ])
  })
})

describe('likelihood', () => {
  it('never shares a sentence with a confidence level', () => {
    expect(found(aCore(), ['We judge with high confidence that talks are likely.', 'Talks are likely. Our confidence is moderate.'])).toEqual([
      ['likelihood and confidence', 'We judge with high confidence that talks are likely.', null],
    ])
  })

  it('stays in one row of terms; the rarer one gives way, an adverb not by itself', () => {
    expect(found(aCore(), ['Talks are very likely. A deal is unlikely. War is improbable. They will probably meet.', 'Peace is likely.'])).toEqual([
      ['mixed likelihood', 'improbable', 'unlikely'],
      ['mixed likelihood', 'probably', null],
    ])
  })

  it('is said in terms of the scale, in the writer’s own words', () => {
    expect(found(aCore(), ['They might meet in May. He said “they could”. Possibly not.'])).toEqual([['vague likelihood', 'might', null]])
  })
})

describe('words', () => {
  it('that judge are found, with a plain one where there is one', () => {
    expect(found(aCore(), ['The regime obviously lied. He spoke of “the regime”.'])).toEqual([
      ['loaded word', 'regime', 'government'],
      ['loaded word', 'obviously', null],
    ])
  })

  it('that are short forms are spelt out the first time, unless everybody knows them', () => {
    expect(found(aCore(), ['The International Atomic Energy Agency (IAEA) and the EU met. The IAEA left.', 'OSCE monitors came. OSCE left.'])).toEqual([
      ['acronym', 'OSCE', null],
    ])
  })
})

describe('a finding', () => {
  it('stays set aside with its reason while its sentence is the same, and stands again by undo', () => {
    const core = aCore()
    const { id } = core.api.memos.create({})
    const run = (lines: string[]) => core.api.checks.run({ memo: id, language: 'en', document: aMemo(lines) })
    const [finding] = run(['It might rain.'])
    core.api.checks.setAside({ memo: id, finding: finding?.key ?? '', reason: 'Weather' })
    expect(run(['New.', 'It might rain.']).map(({ setAside }) => setAside)).toEqual(['Weather'])
    expect(run(['It might snow.']).map(({ setAside }) => setAside)).toEqual([null])
    expect(core.api.history.undo({})).toEqual({ label: 'Set finding aside' })
    expect(run(['It might rain.']).map(({ setAside }) => setAside)).toEqual([null])
  })
})

describe('a key judgment', () => {
  const judgment = (likelihood: string | null, text: string): DocumentNode => ({ type: 'keyJudgment', attrs: { likelihood, confidence: null }, content: [{ type: 'text', text }] })
  const foundIn = (...content: DocumentNode[]) =>
    check(aCore(), JSON.stringify({ type: 'doc', content })).map(({ rule, words, fix }) => [rule, words, fix])

  it('must rest on something wherever it stands, and its chosen term counts among the rows', () => {
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Talks are likely, and a text is unlikely.' }] }
    expect(foundIn(paragraph, judgment('probable', 'the talks will fail again this year.'))).toEqual([
      ['uncited judgment', 'the talks will fail again this year.', null],
      ['mixed likelihood', 'the talks will fail again this year.', null],
    ])
    expect(foundIn(paragraph, judgment('likely', 'the talks will fail again this year.')).map(([rule]) => rule)).toEqual(['uncited judgment'])
  })

  it('has its place among the text blocks, so that findings behind it are found', () => {
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'They might.' }] }
    const findings = check(aCore(), JSON.stringify({ type: 'doc', content: [judgment(null, 'The talks will fail again this year.'), paragraph] }))
    expect(findings.map(({ rule, block }) => [rule, block])).toEqual([['uncited judgment', 0], ['vague likelihood', 1]])
  })
})
