// What fields offer and what Enter takes: actors, codes, matches, names.
import { describe, expect, it } from 'vitest'
import { fitsName, isSurnameOf, sameActor } from '../../../src/renderer/reader/actor-names.ts'
import { chosenOption, namedOption, nearbyOption, optionsFor } from '../../../src/renderer/reader/actor-options.ts'
import { findCodes, newCode } from '../../../src/renderer/reader/code-options.ts'
import { findMatches, matchFrom } from '../../../src/renderer/reader/find-matches.ts'
import { wholeWords } from '../../../src/renderer/reader/finding.ts'
import { namesOfLine, nameBeside } from '../../../src/renderer/reader/name-candidates.ts'
import { namedIn } from '../../../src/renderer/reader/nearby-actors.ts'
import { showAuthors } from '../../../src/renderer/reader/source-words.ts'
import type { Code } from '../../../src/shared/codes.ts'
import type { ActorSuggestion } from '../../../src/shared/items.ts'
import type { Suggestion } from '../../../src/shared/suggestions.ts'
import { spanOf } from './builders.ts'

const actor = (name: string, matched = name): ActorSuggestion => ({ item: `id of ${name}`, name, matched, role: null })
const taken = (typed: string, suggestions: ActorSuggestion[], untouched = false): string | null => {
  const options = optionsFor(typed, suggestions, [])
  const option = options[chosenOption(options, typed, untouched)]
  return option ? ('item' in option.choice ? option.name : `new ${option.name}`) : null
}

describe('names of actors', () => {
  it('are the same whatever the case, accents, article or possessive', () => {
    const pairs = [['Putin', 'PUTIN’s'], ['the Kremlin', 'Kremlin'], ['Müller', 'muller'], ['Putin', 'Vladimir Putin'], ['', '']] as const
    expect(pairs.map(([a, b]) => sameActor(a, b))).toEqual([true, true, true, false, false])
  })

  it('end in a surname', () => {
    expect([isSurnameOf(actor('Yuri Ushakov'), 'Ushakov'), isSurnameOf(actor('Yuri Ushakov'), 'Yuri')]).toEqual([true, false])
  })
})

describe('the actor that Enter takes', () => {
  it('is the first that fits what was typed', () => {
    expect(taken('us', [actor('Yuri Ushakov'), actor('U.S.')])).toBe('Yuri Ushakov')
  })

  it('is the one with exactly that name or alias, before others that fit', () => {
    expect(taken('Europe', [actor('European Commission'), actor('Europe')])).toBe('Europe')
    expect(taken('Moscow', [actor('Moscow State University'), actor('Russia', 'Moscow')])).toBe('Russia')
  })

  it('is a new one when nobody fits, and none when nothing is typed', () => {
    expect([taken('Kirill Dmitriev', []), taken('', [actor('Putin')])]).toEqual(['new Kirill Dmitriev', null])
  })

  it('is, for the passage’s own words, a known surname or exact name and else a new actor', () => {
    const known = [actor('European Commission'), actor('Steve Witkoff')]
    expect(taken('Witkoff', known, true)).toBe('Steve Witkoff')
    expect(taken('Europe', [actor('European Commission')], true)).toBe('new Europe')
    expect(taken('Europe', [actor('European Commission'), actor('Europe')], true)).toBe('Europe')
  })

  it('comes from the passage’s neighbourhood first while nothing is typed', () => {
    const near = nearbyOption('id of Putin', 'Putin')
    expect(optionsFor('', [actor('Trump'), actor('Putin')], [near]).map((option) => option.name)).toEqual(['Putin', 'Trump'])
  })
})

describe('names that nobody tagged', () => {
  const text = 'Trump met Putin.\nThat is how Yuri Ushakov, an advisor to Vladimir Putin, said it to Émile Zola. Ushakov’s boss is Putin.'
  const said = spanOf(text, 'said it')
  const proposal: Suggestion = { kind: 'actor', id: '1', quote: 'Putin', start: 0, end: 0, rule: '', name: 'Vladimir Putin', actorKind: null, aliases: ['Putin'], role: null }
  const shown = (typed: string, known: ActorSuggestion[] = [], near = namedIn(text, said, [proposal])) => optionsFor(typed, known, near).map(({ name, key }) => (key === 'new' ? `new ${name}` : name))

  it('are those of the line, the nearest first, each once and by its fullest form', () => {
    expect(namedIn(text, said, [proposal]).map(({ name }) => name)).toEqual(['Émile Zola', 'Vladimir Putin', 'Yuri Ushakov'])
  })

  it('fit by the beginning of any of their words, whatever case and accents', () => {
    expect(['Ush', 'yuri u', 'ush yur', 'akov', '', 'Yuri Putin'].map((typed) => fitsName('Yuri Ushakov', typed))).toEqual([true, true, true, false, false, false])
    expect(shown('')).toEqual([])
    expect(shown('emil')).toEqual(['Émile Zola', 'new emil'])
    expect(shown('zo')).toEqual(['Émile Zola', 'new zo'])
  })

  it('come before other known actors, after those tagged nearby, and a new actor stays the last', () => {
    const ushakov = [namedOption('Yuri Ushakov', 'Ushakov')]
    expect(shown('Ush', [actor('Ushuaia')], ushakov)).toEqual(['Yuri Ushakov', 'Ushuaia', 'new Ush'])
    expect(shown('Ush', [actor('Ushuaia')], [nearbyOption('id of Ushuaia', 'Ushuaia'), ...ushakov])).toEqual(['Ushuaia', 'Yuri Ushakov', 'new Ush'])
    expect(shown('yuri ushakov', [], ushakov)).toEqual(['Yuri Ushakov'])
  })

  it('are not offered beside the known actor whose name, alias or surname they are', () => {
    expect(shown('put', [actor('Vladimir Putin')])).toEqual(['Vladimir Putin', 'new put'])
    expect(shown('put', [actor('V. V. Putin')], [namedOption('Putin', 'Putin')])).toEqual(['V. V. Putin', 'new put'])
  })

  it('are what Enter takes', () => {
    const options = optionsFor('Ush', [], [namedOption('Yuri Ushakov', 'Yuri Ushakov')])
    expect(options[chosenOption(options, 'Ush', false)]?.choice).toEqual({ name: 'Yuri Ushakov' })
  })
})

describe('codes', () => {
  const code = (path: string): Code => ({ id: `id of ${path}`, parent: null, name: path.split(' / ').at(-1) ?? '', path, colour: 'teal', description: '', position: 0, uses: 0, total: 0, shortcut: null })
  const codes = [code('Pressure'), code('Pressure / Oil sanctions'), code('Talks'), code('Talks / Sanctions relief')]

  it('are found by any words of their path, those whose name begins so first', () => {
    expect(findCodes(codes, 'sanc').map(({ path }) => path)).toEqual(['Talks / Sanctions relief', 'Pressure / Oil sanctions'])
    expect(findCodes(codes, 'pre oil').map(({ path }) => path)).toEqual(['Pressure / Oil sanctions'])
    expect(findCodes(codes, 'ctións essu').map(({ path }) => path)).toEqual(['Pressure / Oil sanctions'])
    expect(findCodes(codes, ' ')).toEqual(codes)
  })

  it('are made under the part of a typed path that is there', () => {
    expect([newCode(codes, 'pressure / Gas / Pipelines'), newCode(codes, 'Frozen assets'), newCode(codes, 'talks / sanctions relief'), newCode(codes, ' ')]).toEqual([
      { parent: 'id of Pressure', names: ['Gas', 'Pipelines'] },
      { parent: null, names: ['Frozen assets'] },
      null,
      null,
    ])
  })
})

describe('finding words', () => {
  const text = 'Trump’s “plan” — the 28-point\u00a0plan (v. 2.0) … the PLAN.'
  const found = (query: string) => findMatches(text, query).map((match) => text.slice(match.start, match.end))

  it('takes words as they are typed: case, quotation marks, dashes and spaces do not count', () => {
    expect([found('plan'), found(`trump's "plan" - the`), found('28-point plan')]).toEqual([
      ['plan', 'plan', 'PLAN'],
      ['Trump’s “plan” — the'],
      ['28-point\u00a0plan'],
    ])
  })

  it('is never a pattern', () => {
    expect([found('(v. 2.0)'), found('p.an'), found('.*'), found('[a'), found('\\')]).toEqual([['(v. 2.0)'], [], [], [], []])
  })

  it('finds nothing for nothing, and begins where the reader is', () => {
    const matches = findMatches(text, 'plan')
    expect([findMatches(text, '  '), matchFrom(matches, 12), matchFrom(matches, 999), matchFrom([], 0)]).toEqual([[], 1, 0, -1])
  })

  it('leaves whole words selected, without a possessive', () => {
    const name = 'Witkoff’s plan and Trump'
    const widened = (part: string) => {
      const span = wholeWords(name, spanOf(name, part))
      return name.slice(span.start, span.end)
    }
    expect(['itk', 'Witkoff', 'pl', 'rump', ' and '].map(widened)).toEqual(['Witkoff', 'Witkoff', 'plan', 'Trump', ' and '])
  })
})

describe('names that stand out', () => {
  const text =
    'That’s how Yuri Ushakov, an advisor to Vladimir Putin, met U.S. Special Envoy Steve Witkoff on Tuesday.\nThe Ministry of Foreign Affairs said: Putin’s war. Is Secretary of State Marco Rubio in charge?'

  it('are runs of capitals, with what may stand inside a name, and not a sentence’s first word', () => {
    expect([0, text.indexOf('\n') + 1].flatMap((at) => namesOfLine(text, at).map((name) => text.slice(name.start, name.end)))).toEqual([
      'Yuri Ushakov',
      'Vladimir Putin',
      'Steve Witkoff',
      'Ministry of Foreign Affairs',
      'Putin',
      'Marco Rubio',
    ])
  })

  it('begin after a title, unless the title is all there is', () => {
    const titled = 'The Russian President met President Donald Trump, Foreign Minister Lavrov and the Minister of Defence.'
    expect(namesOfLine(titled, 0).map((name) => titled.slice(name.start, name.end))).toEqual([
      'Russian President',
      'Donald Trump',
      'Lavrov',
      'Minister of Defence',
    ])
  })

  it('are walked over lines in both directions', () => {
    const name = (span: ReturnType<typeof nameBeside>) => span && text.slice(span.start, span.end)
    const steve = text.indexOf('Steve')
    expect([name(nameBeside(text, steve, 'forwards')), name(nameBeside(text, text.indexOf('Ministry'), 'backwards')), nameBeside(text, text.length, 'forwards'), nameBeside(text, 0, 'backwards')]).toEqual([
      'Ministry of Foreign Affairs',
      'Steve Witkoff',
      null,
      null,
    ])
  })
})

describe('authors in words', () => {
  it('are joined, shortened when there are many, and missing when there are none', () => {
    const people = ['Fried', 'Volker', 'Kramer', 'Hill'].map((family) => ({ given: 'Daniel', family }))
    expect([showAuthors(people.slice(0, 2), 'en'), showAuthors(people, 'en'), showAuthors([{ literal: 'Atlantic Council' }], 'en'), showAuthors([], 'en')]).toEqual([
      'Daniel Fried and Daniel Volker',
      'Daniel Fried and others',
      'Atlantic Council',
      null,
    ])
  })
})
