// Plain text: where paragraphs end, and when the first line is a title.
import { describe, expect, it } from 'vitest'
import { readPasted, readText, textsOf } from './documents.ts'

const wrapped = [
  'The talks in Geneva ended on Tuesday without a result, and the envoys',
  'went home without a word to the press. A second round had been planned',
  'for Thursday, but the hotel has already taken the flags down.',
]
const wrappedAgain = [
  'In the capital, the government said that it had expected nothing else.',
  'Its spokesman added that the door was open, as it had been since the',
  'spring, for anybody who came with a map.',
]

describe('paragraphs', () => {
  it('are the lines where each line is a paragraph', () => {
    expect(textsOf(readText('First paragraph, with a sentence.\nSecond paragraph.\n\nThird paragraph.'))).toEqual([
      'First paragraph, with a sentence.',
      'Second paragraph.',
      'Third paragraph.',
    ])
  })

  it('are joined from hard-wrapped lines between blank ones', () => {
    expect(textsOf(readText([...wrapped, '', ...wrappedAgain].join('\n')))).toEqual([wrapped.join(' '), wrappedAgain.join(' ')])
  })

  it('end in wrapped text without blank lines at a short line that ends a sentence', () => {
    expect(textsOf(readText([...wrapped, ...wrappedAgain].join('\r\n')))).toEqual([wrapped.join(' '), wrappedAgain.join(' ')])
  })

  it('begin in wrapped text at an indented line', () => {
    const full = 'The talks in Geneva ended on Tuesday without a result, and the envoys left.'
    expect(textsOf(readText([...wrapped, full, `    ${wrappedAgain[0]}`, ...wrappedAgain.slice(1)].join('\n')))).toEqual([
      wrapped.join(' '),
      full,
      wrappedAgain.join(' '),
    ])
  })

  it('begin in wrapped text at a list item, and the list stays text', () => {
    const list = ['- a cease-fire along the current lines, guarded by troops of countries', '  that both sides name,', '- an exchange of all prisoners.']
    expect(textsOf(readText([...wrapped, '', ...list].join('\n')))).toEqual([
      wrapped.join(' '),
      '- a cease-fire along the current lines, guarded by troops of countries that both sides name,',
      '- an exchange of all prisoners.',
    ])
  })

  it('are joined without a space in scripts that have none and after a split compound', () => {
    const chinese = '停火谈判失败了总统表示乌克兰需要更多的支持不可能再作出让步这是他在周二晚上的讲话中说的'
    expect(textsOf(readText(`${chinese}\n${chinese}\n${chinese}`))).toEqual([chinese.repeat(3)])
    const compound = [...wrapped.slice(0, 2), 'in spring, when both sides had spoken of a general and lasting cease-', 'fire in the port.']
    expect(textsOf(readText(compound.join('\n')))).toEqual([`${compound.slice(0, 3).join(' ')}${compound[3]}`])
  })

  it('stay apart in short lines such as an address or a poem', () => {
    const lines = ['Ada Example', 'Ministry of Trade', '1 Harbour Street', 'Kyiv']
    expect(textsOf(readText(lines.join('\n')))).toEqual(lines)
  })

  it('stay apart in lines that each end a sentence', () => {
    const lines = wrapped.map((line) => `${line.replace(/\W+$/, '')}.`)
    expect(textsOf(readText(lines.join('\n')))).toEqual(lines)
  })

  it('hold single spaces, but no-break and thin spaces as they are', () => {
    expect(textsOf(readText('  A \t sum of  100\u00a0000\u202f€  \n'))).toEqual(['A sum of 100\u00a0000\u202f€'])
  })
})

describe('the title of plain text', () => {
  const titleOf = (text: string, fileName?: string) => {
    const { metadata, provenance } = readText(text, fileName)
    return [metadata.title, provenance.title]
  }

  it('is a short first line before a blank one', () => {
    expect(titleOf('Why the Talks Failed\n\nThe envoys went home.')).toEqual(['Why the Talks Failed', 'first line'])
    expect(titleOf('What next?\n\nNobody knows.')).toEqual(['What next?', 'first line'])
  })

  it.each([
    ['a sentence', 'The envoys went home.\n\nNobody knows why.'],
    ['long', `${'word '.repeat(30)}\n\nNobody knows why.`],
    ['followed by text at once', 'Why the Talks Failed\nThe envoys went home.'],
    ['all there is', 'Why the Talks Failed\n\n'],
  ])('is not a first line that is %s', (_what, text) => {
    expect(titleOf(text, 'talks in Geneva.v2.txt')).toEqual(['talks in Geneva.v2', 'file name'])
  })

  it('is the first words where there is not even a file name', () => {
    const { metadata, provenance } = readPasted('The envoys went home without a word to the press, and nobody knows why they had come at all.')
    expect([metadata.title, provenance.title]).toEqual([
      'The envoys went home without a word to the press, and nobody knows why they had…',
      'first words',
    ])
  })

  it('is what the analyst typed, which has no provenance', () => {
    const { metadata, provenance } = readPasted('Headline\n\nText.', 'text/plain', { titleHint: ' My  title ', url: 'https://example.org/a' })
    expect([metadata.title, metadata.url, provenance]).toEqual(['My title', 'https://example.org/a', {}])
  })
})
