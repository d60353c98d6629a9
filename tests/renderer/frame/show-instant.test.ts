// Instants and partial dates in the words of a locale.
import { expect, test } from 'vitest'
import { showInstant, showPartialDate } from '../../../src/renderer/history/show-instant.ts'

const now = new Date(2026, 10, 23, 18, 0)
const at = (...parts: [number, number, number, number, number]): string => new Date(...parts).toISOString()

test('an instant is as precise as it is near', () => {
  expect(showInstant(at(2026, 10, 23, 12, 4), now, 'en-GB')).toBe('12:04')
  expect(showInstant(at(2026, 10, 2, 12, 4), now, 'en-GB')).toBe('2 Nov, 12:04')
  expect(showInstant(at(2025, 10, 2, 12, 4), now, 'en-GB')).toBe('2 Nov 2025')
  expect(showInstant('not an instant', now, 'en-GB')).toBe('')
})

test('a date without day or month says no more than it knows', () => {
  expect(showPartialDate('2025', 'en-GB')).toBe('2025')
  expect(showPartialDate('2025-12', 'en-GB')).toBe('December 2025')
  expect(showPartialDate('2025-12-02', 'en-GB')).toBe('2 Dec 2025')
})
