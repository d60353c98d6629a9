// @vitest-environment jsdom
// The page shows the canonical text, and every place of one is a place of the other.
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { domPointOf, lastAtMost, offsetOfDomPoint } from '../../../src/renderer/reader/offset-map.ts'
import { createTextSurface, type TextSurface } from '../../../src/renderer/reader/text-surface.ts'
import type { SourceText } from '../../../src/shared/sources.ts'
import { aText, spanOf } from './builders.ts'

let surface: TextSurface | null = null
afterEach(() => {
  surface?.destroy()
  surface = null
  document.body.replaceChildren()
})

function show(text: SourceText): TextSurface {
  const element = document.createElement('div')
  document.body.append(element)
  surface = createTextSurface({ element, text, labelledBy: 'title', language: 'en' })
  return surface
}

const forms = aText(
  [
    { text: 'On naughty 👨‍👩‍👧‍👦 forms', kind: 'heading', level: 2 },
    'No compromise was found, 🇺🇦 said Z\u0351\u032ba in Moscow.',
    '',
    { text: 'first 🎉', kind: 'list-item' },
    { text: 'second', kind: 'list-item', level: 2 },
    { text: 'Dmitriev\t\tenvoy 🎉\t2025', kind: 'table-row', table: 0 },
    { text: 'שלום עולם. Putin מחר', kind: 'quotation' },
    { text: 'a\n  b\n\tc', kind: 'preformatted' },
    '他来了。',
  ],
  [
    { kind: 'strong', start: 28, end: 48 },
    { kind: 'link', start: 36, end: 60, href: 'https://example.org/a' },
    { kind: 'link', start: 61, end: 66, href: 'javascript:alert(1)' },
  ],
)

describe('the text on the page', () => {
  it('is the canonical text, run by run', () => {
    const { map } = show(forms)
    expect(map.elements.map((element) => element.textContent)).toEqual(map.runs.map(({ start, end }) => forms.text.slice(start, end)))
  })

  it('cannot be edited, takes focus, and is a document named by the title', () => {
    const { dom } = show(forms)
    const attributes = ['contenteditable', 'tabindex', 'role', 'aria-labelledby', 'lang'].map((name) => dom.getAttribute(name))
    expect(attributes).toEqual(['false', '0', 'document', 'title', 'en'])
  })

  it('never carries an address that is not of the web or of mail', () => {
    const { dom } = show(forms)
    expect([...dom.querySelectorAll('[href]')].map((link) => link.getAttribute('href'))).toEqual(['https://example.org/a', 'https://example.org/a'])
  })

  it('is found again from every place of the DOM', () => {
    const { map } = show(forms)
    for (const { start, end } of map.runs) {
      for (let offset = start; offset <= end; offset += 1) {
        const point = domPointOf(map, offset)
        expect(point && offsetOfDomPoint(map, point.node, point.offset)).toBe(offset)
      }
    }
  })

  it('gives each span of one run a range with exactly its words', () => {
    const shown = show(forms)
    const runs = shown.map.runs.filter(({ start, end }) => start < end)
    const span = fc.constantFrom(...runs).chain(({ start, end }) =>
      fc.tuple(fc.integer({ min: start, max: end - 1 }), fc.integer({ min: start + 1, max: end })).filter(([a, b]) => a < b),
    )
    fc.assert(
      fc.property(span, ([start, end]) => {
        expect(shown.rangeOf({ start, end })?.toString()).toBe(forms.text.slice(start, end))
      }),
    )
  })

  it('gives a span over several blocks a range from its first character to its last', () => {
    const shown = show(forms)
    const start = spanOf(forms.text, 'Moscow').start
    const end = spanOf(forms.text, 'first').end
    expect(shown.rangeOf({ start, end })?.toString()).toBe('Moscow.first')
  })

  it('takes a point between blocks for the start of the next one, and a point after all for the end', () => {
    const { map, dom } = show(forms)
    const last = dom.childNodes.length
    expect([offsetOfDomPoint(map, dom, 0), offsetOfDomPoint(map, dom, 1), offsetOfDomPoint(map, dom, last)]).toEqual([
      0,
      forms.blocks[1]?.start,
      forms.text.length,
    ])
  })

  it('reads the browser’s selection, triple clicks that end at the next block included', () => {
    const shown = show(forms)
    const [, second, third] = shown.map.elements
    window.getSelection()?.setBaseAndExtent(second as Node, 0, third as Node, 0)
    expect(shown.nativeSpan()).toEqual({ start: forms.blocks[1]?.start, end: forms.blocks[2]?.start })
    window.getSelection()?.removeAllRanges()
    expect(shown.nativeSpan()).toBeNull()
  })

  it('ignores a selection elsewhere', () => {
    const shown = show(forms)
    const other = document.createElement('p')
    other.textContent = 'memo'
    document.body.append(other)
    window.getSelection()?.selectAllChildren(other)
    expect(shown.nativeSpan()).toBeNull()
  })
})

describe('lastAtMost', () => {
  it('agrees with a search from the end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)).map((values) => values.toSorted((a, b) => a - b)), fc.nat(20), (values, wanted) => {
        const found = lastAtMost(values.length, (index) => values[index] as number, wanted)
        expect(found).toBe(values.findLastIndex((value) => value <= wanted))
      }),
    )
  })
})
