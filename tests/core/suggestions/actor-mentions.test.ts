import { describe, expect, it } from 'vitest'
import { proposalsOf } from './a-reading.ts'

const actors = (...paragraphs: string[]) => proposalsOf('actor', ...paragraphs).map(({ name, actorKind }) => [name, actorKind])

describe('mentions of actors', () => {
  it('takes a person’s office off the name and keeps it as the role', () => {
    expect(proposalsOf('actor', 'On Tuesday U.S. Special Envoy Steve Witkoff met Secretary of State Marco Rubio.')).toMatchObject([
      { name: 'United States', quote: 'U.S.', actorKind: 'state' },
      { name: 'Steve Witkoff', quote: 'Steve Witkoff', actorKind: 'person', role: 'U.S. Special Envoy' },
      { name: 'Marco Rubio', quote: 'Marco Rubio', actorKind: 'person', role: 'Secretary of State' },
    ])
  })

  it('proposes each actor once and lists shorter forms as aliases', () => {
    expect(proposalsOf('actor', 'Yuri Ushakov spoke first. Ushakov’s tone was calm, and Ushakov left early.')).toMatchObject([
      { name: 'Yuri Ushakov', aliases: ['Ushakov'], start: 0, end: 12 },
    ])
  })

  it('gives a surname that came first to the full name that follows', () => {
    expect(proposalsOf('actor', 'The visit suits President Macron.', 'Emmanuel Macron arrives on Friday.')).toMatchObject([
      { name: 'Emmanuel Macron', aliases: ['Macron'], role: 'President' },
    ])
  })

  it('knows an acronym by its explanation', () => {
    const [body] = proposalsOf('actor', 'The Norwegian Refugee Council (NRC) has left. The NRC gave no reason.')
    expect(body).toMatchObject({ name: 'Norwegian Refugee Council', actorKind: 'organisation', aliases: ['NRC'] })
  })

  it('names bodies by the words that make them one, small words included', () => {
    expect(actors('The Ministry of Foreign Affairs wrote to the Department for Business and Trade.')).toEqual([
      ['Ministry of Foreign Affairs', 'organisation'],
      ['Department for Business and Trade', 'organisation'],
    ])
  })

  it('leaves the possessive ending out', () => {
    expect(proposalsOf('actor', 'It was Ukraine’s answer and the Kremlin’s problem.').map(({ quote }) => quote)).toEqual(['Ukraine', 'Kremlin'])
  })

  it('reads names with letters beyond ASCII whole', () => {
    expect(actors('Minister Lucía Ferrer met Małgorzata Żółć, a judge.')).toEqual([
      ['Lucía Ferrer', 'person'],
      ['Małgorzata Żółć', 'person'],
    ])
  })

  it('takes a capital for its state only where it acts or is spoken to', () => {
    expect(actors('They met in Moscow and flew home from Moscow.')).toEqual([])
    expect(actors('It was a message to Moscow. Beijing refused.')).toEqual([
      ['Moscow', 'state'],
      ['Beijing', 'state'],
    ])
  })

  it.each([
    ['places and events', 'After the summit in Geneva and the Budapest Summit they went to Florida.'],
    ['demonyms before a noun', 'Ukrainian civilians and Russian troops were seen near Western lines.'],
    ['months and days', 'On Monday and again in March nothing happened.'],
    ['the first word of a sentence', 'Negotiators waited. Chasing them did not work.'],
    ['an acronym that is no body', 'The GDP fell. The CEO left.'],
    ['a word within a word', 'The ukrainesque chinaware was iranless.'],
    ['a headline', 'Why The Talks In Washington And Berlin Failed Again'],
  ])('proposes nothing for %s', (_, sentence) => {
    expect(actors(sentence)).toEqual([])
  })
})
