// Actors that are perhaps the same, by their names.
import { describe, expect, it } from 'vitest'
import { perhapsTheSame } from '../../../src/core/actors/alike-names.ts'

const alike = (a: string, b: string, kind: string | null = null) => perhapsTheSame({ names: [a], kind }, { names: ['Somebody else', b], kind: null })

describe('actors are perhaps the same', () => {
  it.each([
    ['Putin', 'Vladimir Putin'],
    ['V. Putin', 'Vladimir Putin'],
    ['V. V. Putin', 'Vladimir Vladimirovich Putin'],
    ['Vladimir Putin', 'V. Vladimirovich Putin'],
    ['the Kremlin', 'Kremlin’s'],
    ['Simsek', 'Şimşek'],
    ['EU', 'European Union'],
    ['U.S.', 'United States'],
    ['Zelensky', 'Zelenskyy'],
    ['Witkoff', 'Wiktoff'],
  ])('%s and %s', (a, b) => {
    expect(alike(a, b)).toBe(true)
    expect(alike(b, a)).toBe(true)
  })

  it.each([
    ['Donald Trump', 'Melania Trump'],
    ['Vladimir Putin', 'Vladimir'],
    ['Iran', 'Iraq'],
    ['European Union', 'African Union'],
    ['Foreign Ministry', 'Ministry'],
  ])('not %s and %s', (a, b) => {
    expect(alike(a, b, a.includes('Ministry') ? 'organisation' : null)).toBe(false)
  })

  it('never of two kinds', () => {
    expect(perhapsTheSame({ names: ['Washington'], kind: 'person' }, { names: ['Washington'], kind: 'place' })).toBe(false)
  })
})
