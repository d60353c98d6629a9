// A source's metadata as text to edit, and back.
import { expect, test } from 'vitest'
import { checkDate, metadataToText, textToMetadata } from '../../../src/renderer/inspector/metadata-text.ts'
import { namesToText, textToNames } from '../../../src/renderer/inspector/name-text.ts'
import type { Metadata } from '../../../src/shared/sources.ts'

const aMetadata = (changes: Partial<Metadata> = {}): Metadata => ({
  title: 'A title',
  authors: [],
  containerTitle: null,
  issued: null,
  url: null,
  accessed: null,
  language: null,
  ...changes,
})

test('names are written and read as they are', () => {
  const names = [{ family: 'Rice', given: 'Condoleezza' }, { literal: 'Council on Foreign Relations' }]
  expect(namesToText(names)).toBe('Rice, Condoleezza; Council on Foreign Relations')
  expect(textToNames(namesToText(names))).toEqual(names)
})

test('a name without a comma is not cut by a guess, and empty parts are no names', () => {
  expect(textToNames(' Aung San Suu Kyi ;; , ')).toEqual([{ literal: 'Aung San Suu Kyi' }, { literal: ',' }])
  expect(textToNames('')).toEqual([])
})

test('unknown is empty, and empty is unknown', () => {
  expect(metadataToText(aMetadata(), 'issued')).toBe('')
  expect(textToMetadata('issued', ' ')).toEqual({ issued: null })
  expect(textToMetadata('containerTitle', ' TIME ')).toEqual({ containerTitle: 'TIME' })
  expect(textToMetadata('authors', 'TIME')).toEqual({ authors: [{ literal: 'TIME' }] })
})

test('dates are as precise as they are known', () => {
  expect(['', '2025', '2025-12', '2025-12-02'].map(checkDate)).toEqual([null, null, null, null])
  expect(['2 December', '2025-13', '25-12-02'].map((text) => checkDate(text) === null)).toEqual([false, false, false])
})
