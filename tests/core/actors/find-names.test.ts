// Names in a text: whole words in every script, possessives, initials, acronyms, and the longest name first.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNames, indexNames, type NamedActor } from '../../../src/core/actors/find-names.ts'

const target = 'target'
const someone = (names: string[], person = true): NamedActor => ({ item: target, names, person })
const another = (...names: string[]): NamedActor => ({ item: 'another', names, person: true })

interface Reading {
  others?: NamedActor[]
  folding?: boolean
  language?: string
}

function find(text: string, actor: NamedActor, { others = [], folding = false, language = 'en' }: Reading = {}) {
  const steps = findNames(text, indexNames([actor, ...others], folding), target, language)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const quotes = (text: string, actor: NamedActor, reading?: Reading) => find(text, actor, reading).map(({ start, end }) => text.slice(start, end))
const doubts = (text: string, actor: NamedActor, reading?: Reading) => find(text, actor, reading).map(({ within }) => within)

describe('names in a text', () => {
  it('are whole words, with the possessive left out', () => {
    expect(quotes('Putin’s envoy met Putin; Putin\'s and Putins, Rasputin, Putinism, Putin_2.', someone(['Putin']))).toEqual(['Putin', 'Putin', 'Putin'])
  })

  it('have a bare genitive s only where the language has one', () => {
    expect(quotes('Putins Krieg', someone(['Putin']), { language: 'de' })).toEqual(['Putins'])
    expect(quotes('Putins Krieg', someone(['Putin']), { language: 'en' })).toEqual([])
  })

  it('are found behind an elision, and not as the rest of another word', () => {
    expect(quotes('l’Ukraine et d\'Ukraine; O’Brien and M’Ukraine', someone(['Ukraine', 'Brien']), { language: 'fr' })).toEqual(['Ukraine', 'Ukraine', 'Ukraine'])
    expect(quotes('O’Brien', someone(['Brien']))).toEqual([])
    expect(quotes('O’Brien’s word', someone(['O\'Brien']))).toEqual(['O’Brien'])
  })

  it('have initials for given names, for persons alone', () => {
    const text = 'V. Putin, V.V. Putin, V. V. Putin, Vladimir V. Putin, A. Putin, Vladimir  Putin'
    expect(quotes(text, someone(['Vladimir Putin']))).toEqual(['V. Putin', 'V.V. Putin', 'V. V. Putin', 'Vladimir V. Putin', 'Vladimir  Putin'])
    expect(quotes('W. Bank', someone(['World Bank'], false))).toEqual([])
  })

  it('keep the capitals of acronyms and the capital of a name', () => {
    expect(quotes('The US told us. U.S. forces. WHO knows who?', someone(['U.S.', 'WHO'], false))).toEqual(['US', 'U.S.', 'WHO'])
    expect(quotes('Turkey eats turkey; TURKEY.', someone(['Turkey'], false))).toEqual(['Turkey', 'TURKEY'])
  })

  it('differ by their accents unless they are folded', () => {
    expect(quotes('Şimşek and Simsek', someone(['Şimşek']))).toEqual(['Şimşek'])
    expect(quotes('Şimşek and Simsek', someone(['Simsek']), { folding: true })).toEqual(['Şimşek', 'Simsek'])
  })

  it('are found in scripts without spaces', () => {
    expect(quotes('俄罗斯总统普京表示。プーチン大統領', someone(['普京', 'プーチン']))).toEqual(['普京', 'プーチン'])
  })

  it('never reach over a line break', () => {
    expect(quotes('Vladimir\nPutin', someone(['Vladimir Putin']))).toEqual([])
  })

  it('give way to longer names, whoever has them', () => {
    expect(quotes('Kirill Dmitriev and Dmitriev', someone(['Dmitriev', 'Kirill Dmitriev']))).toEqual(['Kirill Dmitriev', 'Dmitriev'])
    expect(quotes('Kirill Dmitriev and Dmitriev', someone(['Dmitriev']), { others: [another('Kirill Dmitriev')] })).toEqual(['Dmitriev'])
  })

  it('that two actors have are answered with both', () => {
    expect(find('Dmitriev', someone(['Dmitriev']), { others: [another('Dmitriev')] }).map(({ actors }) => actors)).toEqual([[target, 'another']])
  })

  it('are doubted inside the name of a body and in a compound of names', () => {
    const ukraine = someone(['Ukraine'], false)
    expect(doubts('The National Bank of Ukraine, the Ukraine Defence Ministry and war in Ukraine', ukraine)).toEqual(['National Bank of Ukraine', 'Ukraine Defence Ministry', null])
    expect(doubts('Jean-Paul; pro-Ukraine; Kremlin-backed', someone(['Paul', 'Ukraine', 'Kremlin']))).toEqual(['Jean-Paul', null, null])
  })

  it('stand whole between any characters that are no letters, and never where a letter or mark goes on', () => {
    const apart = fc.constantFrom(' ', '\n', '👩‍🚀', '🇺🇦', '—', '“', '»', '(', '/', '\u2028', '')
    const glued = fc.constantFrom('a', 'é', '\u0301', '\u20DD', '7', '_', '\u200Dx', 'я', 'ش')
    fc.assert(
      fc.property(apart, apart, (before, after) => {
        expect(quotes(`${before}Putin${after}`, someone(['Putin']))).toEqual(['Putin'])
      }),
    )
    fc.assert(
      fc.property(apart, glued, (before, after) => {
        expect(quotes(`${before}Putin${after}`, someone(['Putin']))).toEqual([])
      }),
    )
  })

  it('lie apart, in order and within the text, whatever it is', () => {
    const piece = fc.oneof(fc.constantFrom('Putin', 'V. ', 'Putin\'s ', '-', '普京', '\uD800', '\u0301', '👨‍👩‍👧', '\u0000', '’s', ' '), fc.string({ unit: 'grapheme', maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const found = find(text, someone(['Putin', 'Vladimir Putin', '普京']), { folding: true })
        expect(found.every(({ start, end }, at) => start >= (found[at - 1]?.end ?? 0) && start < end && end <= text.length)).toBe(true)
      }),
    )
  })
})
