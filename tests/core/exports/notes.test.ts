import { describe, expect, it } from 'vitest'
import { bringsMarks, dateInWords, safeLink } from '../../../src/core/exports/notes.ts'

describe('dates in words', () => {
  it('say as much as is known', () => {
    expect(['2025', '2025-12', '2025-12-02', '0987-01'].map((date) => dateInWords(date, 'en-GB'))).toEqual([
      '2025',
      'December 2025',
      '2 December 2025',
      'January 987',
    ])
  })

  it('leave alone what is no date', () => {
    expect(dateInWords('last spring', 'en-GB')).toBe('last spring')
  })
})

describe('a quotation that brings its own marks', () => {
  it('is one pair from first to last', () => {
    expect(['“So far, no compromise”', '«Нет»', '"plain"'].map(bringsMarks)).toEqual([true, true, true])
  })

  it('is not two quotations, half a one, or none', () => {
    expect(['“one” and “two”', '“open', 'closed”', 'none', '””', ''].map(bringsMarks)).toEqual(Array(6).fill(false))
  })
})

describe('a link on paper', () => {
  it('is a web or mail address', () => {
    expect([' https://example.org/ä ', 'http://a.b', 'mailto:a@b.org'].map(safeLink)).toEqual([
      'https://example.org/%C3%A4',
      'http://a.b/',
      'mailto:a@b.org',
    ])
  })

  it('is nothing else', () => {
    const hostile = ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'example.org', '\\\\host\\share', '', null, 7]
    expect(hostile.map(safeLink)).toEqual(hostile.map(() => null))
  })
})
