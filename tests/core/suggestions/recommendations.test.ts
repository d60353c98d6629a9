import { describe, expect, it } from 'vitest'
import { proposalsOf } from './a-reading.ts'

const asked = (...paragraphs: string[]) => proposalsOf('recommendation', ...paragraphs).map(({ addressee, cue }) => [addressee, cue])

describe('recommendations', () => {
  it.each([
    ['Spain should price water at its cost.', 'Spain', 'should'],
    ['The Trump Administration must now decide how to respond.', 'Trump Administration', 'must'],
    ['NATO ought to publish its evidence.', 'NATO', 'ought to'],
    ['HM Revenue and Customs needs to share data.', 'HM Revenue and Customs', 'needs to'],
    ['To end the war, the U.S. will have to stop looking for concessions.', 'United States', 'will have to'],
    ['The Europeans could finally agree to use the frozen assets.', 'Europeans', 'could'],
    ['The report calls on Germany to send more air defence.', 'Germany', 'calls on'],
    ['Amnesty International urged Poland to open the border.', 'Poland', 'urged'],
    ['It is essential that Parliament be told.', 'Parliament', 'it is essential'],
    ['Guidance must therefore be rewritten in plain language.', null, 'must'],
    ['Establish a shared fleet of three repair ships.', null, 'imperative'],
  ])('%s', (sentence, addressee, cue) => {
    expect(asked(sentence)).toEqual([[addressee, cue]])
  })

  it('gives “it” to whom the sentence before addressed', () => {
    expect(asked('The U.S. will have to stop. Instead, it needs to press Vladimir Putin.')).toEqual([
      ['United States', 'will have to'],
      ['United States', 'needs to'],
    ])
  })

  it('leaves out what joins the sentence to the one before, and guesses the instrument', () => {
    expect(proposalsOf('recommendation', 'And, especially, Germany should impose new sanctions.')).toMatchObject([
      { quote: 'Germany should impose new sanctions.', statement: 'Germany should impose new sanctions', instrument: 'sanctions' },
    ])
  })

  it('names who says it when somebody is reported, and proposes no claim besides', () => {
    const sentence = 'Sergei Lavrov said that Ukraine should withdraw its troops.'
    expect(proposalsOf('recommendation', sentence)).toMatchObject([{ proponent: 'Sergei Lavrov', addressee: 'Ukraine', quote: 'Ukraine should withdraw its troops' }])
    expect(proposalsOf('claim', sentence)).toEqual([])
  })

  it.each([
    'Negotiations could still end the war.',
    'If the U.S. acts, Trump could end the war.',
    'Should we wait for rain?',
    'Russia should have stopped in 2014.',
    'Nobody knows whether Ukraine should accept.',
    'Companies were unsure how they should screen customers.',
    'Russia did not have to wait long.',
    'It must be raining in Kyiv.',
    'Prices should fall by spring.',
    'Support for the plan has grown.',
    'Vigorous enforcement could hit it further.',
  ])('none in “%s”', (sentence) => {
    expect(asked(sentence)).toEqual([])
  })
})
