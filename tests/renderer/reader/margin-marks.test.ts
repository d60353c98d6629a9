// @vitest-environment jsdom
// Marks of the margin are made once and kept for as long as what they say stays the same.
import { describe, expect, it } from 'vitest'
import type { PassageMark } from '../../../src/shared/passages.ts'
import { paintPassages } from '../../../src/renderer/reader/highlight-layers.ts'
import { marksOf, type MarginMark } from '../../../src/renderer/reader/margin-marks.ts'
import { aPassage } from './builders.ts'

const pages = [{ page: 1, at: 0, label: '1' }, { page: 2, at: 40, label: '2' }]
const shown = (passages: readonly PassageMark[], known: readonly MarginMark[] = []) =>
  marksOf({ painted: [...paintPassages(passages, new Map()).values()].flat(), pages }, known)
const elementsOf = (marks: readonly MarginMark[]) => new Map(marks.map((mark) => [mark.key, mark.element]))

describe('the marks of the margin', () => {
  const claim = aPassage('claim', [[0, 10]])
  const cited = { ...aPassage('cited', [[20, 30], [35, 38]]), citedIn: 2 }

  it('are a bracket for each passage, with its parts, a count where it is cited, and the pages', () => {
    const marks = shown([claim, cited])
    expect(marks.map(({ element }) => [element.className, element.textContent])).toEqual([
      ['reader-bracket', ''],
      ['reader-bracket', ''],
      ['reader-cited-count', '2'],
      ['reader-page-number', '1'],
      ['reader-page-number', '2'],
    ])
    expect(marks.map(({ parts }) => parts?.length ?? 0)).toEqual([0, 2, 0, 0, 0])
  })

  it('stay the very same when another passage comes or one goes', () => {
    const before = shown([claim, cited])
    const more = shown([claim, cited, aPassage('new', [[50, 60]])], before)
    const kept = elementsOf(before)
    expect(more.filter(({ key, element }) => kept.get(key) === element)).toHaveLength(before.length)
    expect(more).toHaveLength(before.length + 1)
    const less = shown([claim], more)
    expect(less.every(({ key, element }) => kept.get(key) === element)).toBe(true)
    expect(less).toHaveLength(3)
  })

  it('are made anew for a passage that says something else', () => {
    const before = shown([claim, cited])
    const [tag] = claim.tags
    if (!tag) throw new Error('no tag')
    const remarked = { ...claim, tags: [{ ...tag, comment: 'Look again' }] }
    const after = shown([remarked, cited], before)
    const kept = elementsOf(before)
    expect(after.filter(({ key, element }) => kept.get(key) !== element).map(({ element }) => [element.className, element.title])).toEqual([
      ['reader-bracket', expect.stringContaining('Remark: Look again')],
      ['reader-remark', 'Look again'],
    ])
  })
})
