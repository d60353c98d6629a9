// What the status bar says: words, the caret's paragraph, when the memo was saved.
// @vitest-environment jsdom
import * as fc from 'fast-check'
import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { savedWords } from '../../../src/renderer/memos/memo-status.ts'
import { caretPlace, wordsIn } from '../../../src/renderer/memos/memo-words.ts'
import { quotesOf } from '../../../src/renderer/memos/typographic-quotes.ts'
import { countWords } from '../../../src/shared/blocks.ts'
import { plainTextOf } from '../../../src/shared/memo-document.ts'
import { aCitation, aDocument, anyDocument, aParagraph, aState } from './memo-builders.ts'

describe('counting words', () => {
  it('agrees with the count that is stored with a memo, whatever is in it', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(wordsIn(aState(document).doc)).toBe(countWords(plainTextOf(document)))
      }),
      { numRuns: 100 },
    )
  })

  it('counts a changed block anew', () => {
    const state = aState(aDocument(aParagraph('one two', aCitation(1)), aParagraph('three')))
    const counted = [wordsIn(state.doc), wordsIn(state.apply(state.tr.insertText(' four', 8)).doc)]
    expect(counted).toEqual([3, 4])
  })
})

describe('the place of the caret', () => {
  it('is its block among all', () => {
    const state = aState(aDocument(aParagraph('one'), aParagraph('two'), aParagraph('three')))
    const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 7)))
    expect(caretPlace(there)).toEqual({ paragraph: 2, paragraphs: 3 })
  })
})

describe('what is said about saving', () => {
  it('says when, or why not', () => {
    const savedAt = '2026-11-23T12:04:00.000Z'
    expect(savedWords({ state: 'saved', savedAt }, 'en-GB')).toMatch(/^Saved \d\d:04$/)
    expect(savedWords({ state: 'waiting', savedAt })).toBe('Saving …')
    expect(savedWords({ state: 'failed', savedAt })).toBe('Not saved yet: trying again')
    expect(savedWords({ state: 'stale', savedAt })).toBe('Not saved: changed elsewhere')
    expect(savedWords({ state: 'read-only', savedAt })).toBe('Read-only')
  })
})

describe('quotation marks', () => {
  it('are those of the memo’s language', () => {
    const opening = ['de-AT', 'fr', 'EN-gb', 'tlh'].map((language) => quotesOf(language)[0])
    expect(opening).toEqual(['„', '«\u202f', '“', '“'])
  })
})
