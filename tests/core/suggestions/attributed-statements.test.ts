import { describe, expect, it } from 'vitest'
import { proposalsOf } from './a-reading.ts'

const said = (...paragraphs: string[]) => proposalsOf('claim', ...paragraphs).map(({ quote, speaker, cue }) => [quote, speaker, cue])

describe('statements with a speaker', () => {
  it.each([
    ['reported with “that”', 'Sergei Lavrov said that the talks had stalled.', 'the talks had stalled', 'Sergei Lavrov', 'said'],
    ['reported without “that”', 'Sergei Lavrov said Russia would wait for an answer.', 'Russia would wait for an answer', 'Sergei Lavrov', 'said'],
    ['behind an explained name', 'Yuri Ushakov, an advisor to Vladimir Putin, said that nothing was agreed.', 'nothing was agreed', 'Yuri Ushakov', 'said'],
    ['told to somebody', 'Marco Rubio told reporters that the plan was alive.', 'the plan was alive', 'Marco Rubio', 'told'],
    ['“according to” in front', 'According to the World Bank, output fell by a fifth.', 'output fell by a fifth', 'World Bank', 'according to'],
    ['“according to” behind', 'Output fell by a fifth, according to the World Bank.', 'Output fell by a fifth', 'World Bank', 'according to'],
    ['the speaker behind', 'Exports fell by a third last week, the World Bank said on Monday.', 'Exports fell by a third last week', 'World Bank', 'said'],
    ['a quotation before', '“We will not sign this paper,” said Sergei Lavrov.', 'We will not sign this paper', 'Sergei Lavrov', 'said'],
    ['a quotation after', 'Sergei Lavrov said: “We will not sign this paper.”', 'We will not sign this paper', 'Sergei Lavrov', 'said'],
    ['a quotation summed up', '“So far, nothing has been found,” was how Yuri Ushakov summed up the day.', 'So far, nothing has been found', 'Yuri Ushakov', 'summed up'],
    ['a noun of saying', 'Donald Trump’s suggestion that the line be frozen was heard.', 'the line be frozen was heard', 'Donald Trump', 'suggestion'],
  ])('are found where they are %s', (_, sentence, statement, speaker, cue) => {
    expect(said(sentence)).toEqual([[statement, speaker, cue]])
  })

  it('gives a pronoun to the person named last', () => {
    expect(said('Katrin Rebane, a minister, met reporters. The closure was short. “We are guarding a door,” she said.')).toEqual([
      ['We are guarding a door', 'Katrin Rebane', 'said'],
    ])
  })

  it('keeps what is denied as opposed by its speaker', () => {
    expect(proposalsOf('claim', 'Katrin Rebane denied that the order came from abroad.')).toMatchObject([{ stance: 'opposes', statement: 'The order came from abroad' }])
  })

  it('names nobody for officials without a name', () => {
    expect(said('Officials said that the border was quiet.')).toEqual([['the border was quiet', null, 'said']])
  })

  it.each([
    ['a word in quotation marks', 'Russia will be no “guarantor” of the deal.'],
    ['a quotation without a speaker', 'The word “a victory for all sides concerned” stood on the wall.'],
    ['a saying that was not said', 'Marco Rubio never said that the plan was dead.'],
    ['a relative clause', 'The plan that Russia rejected was long.'],
    ['a question', 'Who said that the talks had failed?'],
  ])('are not found in %s', (_, sentence) => {
    expect(said(sentence)).toEqual([])
  })
})
