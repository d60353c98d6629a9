// The canonical form of text: what is folded, what is dropped, what stays.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../src/shared/normalise-text.ts'

describe('normaliseText', () => {
  it('drops a byte order mark at the start and keeps one inside', () => {
    expect(normaliseText('\ufeffone\ufefftwo')).toBe('one\ufefftwo')
  })

  it('turns every kind of line end into a line feed', () => {
    expect(normaliseText('a\r\nb\rc\u0085d\u2028e\u2029f\ng')).toBe('a\nb\nc\nd\ne\nf\ng')
  })

  it('replaces NUL and lone surrogates, and keeps pairs', () => {
    expect(normaliseText('a\0b\ud83dc\ude00d😀')).toBe('a\ufffdb\ufffdc\ufffdd😀')
  })

  it('drops control characters but tab and line feed', () => {
    expect(normaliseText('a\u0001\u0008\u000b\u000c\u000e\u001bb\tc\nd')).toBe('ab\tc\nd')
  })

  it('composes letters and their marks', () => {
    expect(normaliseText('Zele\u0301 \u1112\u1161\u11ab')).toBe('Zelé 한')
  })

  it('composes across a dropped control', () => {
    expect(normaliseText('e\u0001\u0301')).toBe('é')
  })

  it('keeps no-break spaces, joiners and direction marks', () => {
    const kept = '100\u00a0km \u200f👩\u200d🔬\u202f%'
    expect(normaliseText(kept)).toBe(kept)
  })

  it('gives the same for its own result, well-formed and in NFC, for any string', () => {
    const telling = fc.constantFrom('\r', '\n', '\0', '\u0001', '\ufeff', '\u0301', 'e', '\ud800', '\udc00')
    const anyString = fc.array(fc.oneof(telling, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''))
    fc.assert(
      fc.property(anyString, (raw) => {
        const once = normaliseText(raw)
        expect(normaliseText(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
        expect(once).toBe(once.normalize('NFC'))
      }),
    )
  })
})
