// What counts as an address: only what says so itself, or what a person typed into the field for one.
// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { addressIn, completeAddress } from '../../../src/renderer/memos/link-mark.ts'

describe('an address in a text', () => {
  it('is one when there is nothing else', () => {
    expect(addressIn(' https://example.org/a?b=c#d ')).toBe('https://example.org/a?b=c#d')
    expect(addressIn('mailto:a@b.org')).toBe('mailto:a@b.org')
  })

  const others = ['example.org', 'see https://example.org', 'javascript:alert(1)', 'file:///etc/passwd', 'https://', '']

  it.each(others)('is none in %j', (text) => {
    expect(addressIn(text)).toBeNull()
  })
})

describe('a typed address', () => {
  it('is completed', () => {
    expect(['example.org/path', 'a@b.org', 'http://x.org'].map(completeAddress)).toEqual([
      'https://example.org/path',
      'mailto:a@b.org',
      'http://x.org',
    ])
  })

  const refused = ['javascript:alert(1)', 'two words', 'word', 'data:text/html,x', '//x.org', 'x:y@z.org']

  it.each(refused)('is refused as %j', (typed) => {
    expect(completeAddress(typed)).toBeNull()
  })
})
