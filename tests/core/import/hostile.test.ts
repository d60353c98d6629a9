// Hostile documents: deep, wide and broken ones end in a text or in a coded refusal.
import { expect, it } from 'vitest'
import { readText, refusalOf, textsOf } from './documents.ts'

const input = (text: string, fileName = 'page.html') => ({ bytes: new TextEncoder().encode(text), fileName })

it.each([
  ['divisions', '<div>', '</div>'],
  ['quotations', '<blockquote>', '</blockquote>'],
  ['emphasis', '<b>', '</b>'],
  ['lists', '<ul><li>', ''],
  ['tables', '<table><tr><td>', ''],
])('reads a page with 10,000 nested %s', (_what, open, close) => {
  const nested = `${open.repeat(10_000)}deep${close.repeat(10_000)}`
  expect(textsOf(readText(nested, 'page.html'))).toEqual(['deep'])
  expect(textsOf(readText(`<html><body>${nested}</body></html>`, 'page.html'))).toEqual(['deep'])
})

it.each([
  ['a million nested elements', '<div>'.repeat(1_000_000)],
  ['a million elements', '<p>a'.repeat(1_000_000)],
  ['a million entities', '&amp;'.repeat(1_000_000)],
])('refuses a page of %s', (_what, html) => {
  expect(refusalOf(input(`<html><body>${html}`))).toEqual({
    code: 'source.too-large',
    message: '“page.html” was not imported: it has more elements, or deeper nested ones, than can be read.',
  })
})

it('reads a page with 20,000 attributes on one element, and one with as many open marks', () => {
  const attributes = Array.from({ length: 20_000 }, (_, index) => `a${index}=b`).join(' ')
  expect(readText(`<html><body><p ${attributes}>x</p></body></html>`, 'page.html').text).toBe('x')
  const marked = readText(`${'<b>'.repeat(20_000)}<p>x</p><p>y</p>`, 'page.html')
  expect([textsOf(marked), marked.marks.length]).toEqual([['x', 'y'], 2])
})

it.each(['<', '<!--', '<a', '<a href="', '</', '<![CDATA[', '&', '&#', '<script>', '<title>', '<svg>', '<plaintext>', '<?', '<table>', '<p hidden'])(
  'ends in a text or a refusal when %s is repeated and never closed',
  (piece) => {
    const text = `<html><body><p>Words.</p>${piece.repeat(2000)}`
    expect(readText(text, 'page.html').text).toMatch(/^Words\./)
  },
)

it('reads JSON-LD that nests without end', () => {
  const graph = `${'{"@graph":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  const cyclic = '{"@type":"Article","@id":"#a","author":{"@id":"#a"},"headline":"Title"}'
  for (const json of [graph, cyclic, '['.repeat(100_000)]) {
    const page = `<html><head><script type="application/ld+json">${json}</script></head><body><p>Words.</p></body></html>`
    expect(readText(page, 'page.html').text).toBe('Words.')
  }
})

it('reads a page that gives names of object properties for its own', () => {
  const page =
    '<html><head><meta name="__proto__" content="x"><meta name="constructor" content="x"></head>' +
    '<body><constructor>Words</constructor><toString> of it.</toString></body></html>'
  expect(readText(page, 'page.html').text).toBe('Words of it.')
  expect(readText('---\n__proto__: x\nconstructor: y\n---\nWords.', 'a.md').text).toBe('Words.')
})
