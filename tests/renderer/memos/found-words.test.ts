// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { rangeOfFound } from '../../../src/renderer/memos/block-places.ts'
import { foundIn } from '../../../src/renderer/search/found-in.ts'
import type { SearchHit } from '../../../src/shared/search.ts'
import { aCitation, aDocument, aParagraph, aState } from './memo-builders.ts'

const aHit = (excerpt: string, words: string): SearchHit => {
  const start = excerpt.indexOf(words)
  return { kind: 'memo', ref: '', title: '', excerpt, marks: start < 0 ? [] : [{ start, end: start + words.length }], source: null, passage: null, span: null }
}

describe('words that a search found in a memo', () => {
  const { doc } = aState(aDocument(aParagraph('The talks went on.'), aParagraph('Nobody signed.', aCitation(1), ' The talks ended in nothing.')))
  const foundWith = (excerpt: string, words: string) => {
    const found = foundIn(aHit(excerpt, words))
    const range = found && rangeOfFound(doc, found)
    return range && [doc.textBetween(range.from, range.to), doc.resolve(range.from).index(0)]
  }

  it('are found where their surroundings are, behind citations too', () => {
    expect(foundWith('… Nobody signed. The talks ended in nothing.', 'talks')).toEqual(['talks', 1])
    expect(foundWith('The talks went on. Nobody …', 'talks')).toEqual(['talks', 0])
  })

  it('are found by themselves when the excerpt reaches over a paragraph', () => {
    expect(foundWith('The talks went on. Nobody signed. The talks', 'talks')).toEqual(['talks', 0])
    expect(foundWith('on. Nobody signed', 'Nobody')).toEqual(['Nobody', 1])
  })

  it('are nowhere when the memo does not have them, or the hit is by its title', () => {
    expect(foundWith('Something else', 'else')).toBeNull()
    expect(foundIn(aHit('The talks', 'missing'))).toBeNull()
  })
})
