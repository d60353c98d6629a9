// Markdown: front matter, blocks through HTML, and texts too intricate for it.
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/core/import/read-document.ts'
import { fixture, marksOf, outlineOf, readPasted, readText, textsOf } from './documents.ts'

const markdown = (text: string) => readText(text, 'note.md')

describe('a Markdown report', () => {
  const report = readDocument(fixture('report.md'))

  it('gives its blocks', () => {
    expect(outlineOf(report)).toEqual([
      'heading 1: Sanctions, again',
      'paragraph: The oil sanctions have hit the economy hard. A wrapped line, joined.',
      'heading 2: What remains',
      'list-item 1 ordered: Enforcement',
      'list-item 2: in ports',
      'list-item 1 ordered: Insurance',
      'quotation: “They work,” the envoy said.',
      'table-row 0 header: Year\tSum',
      'table-row 0: 2024\t€1 bn',
      'table-row 0: 2025\t€2 bn',
      'preformatted: code   stays\n  as it is',
    ])
    expect(marksOf(report)).toEqual(['emphasis: oil', 'strong: hit', 'link: economy → https://example.org/data'])
  })

  it('gives its front matter, and the feed’s footer before it', () => {
    expect(report.metadata).toEqual({
      title: 'Sanctions: A Second Look',
      authors: [{ literal: 'Ada Example' }, { literal: 'Ministry of Trade and Industry' }],
      containerTitle: 'The Example Review',
      issued: '2025-11-03',
      url: 'https://example.org/reports/sanctions',
      accessed: null,
      language: 'en-GB',
    })
    expect(report.setAside.map((line) => line.rule)).toEqual(['front matter', 'cross-reference', 'feed footer'])
  })
})

describe('front matter', () => {
  it('names the title before the first heading does', () => {
    const { metadata, provenance } = markdown("---\nTitle: 'It''s over'\nauthor: [\"Ada Example\", Bo Roe]\n---\n# Heading\n\nText.")
    expect([metadata.title, metadata.authors, provenance]).toEqual([
      "It's over",
      [{ literal: 'Ada Example' }, { literal: 'Bo Roe' }],
      { title: 'front matter', authors: 'front matter' },
    ])
  })

  it('leaves unknown what is empty, nested or no value of its kind', () => {
    const { metadata } = markdown('---\ntitle: |\n  block\nauthor:\n  name: Ada\ndate: soon\nurl: javascript:x\n---\nText of it.')
    expect(metadata).toEqual({ title: 'note', authors: [], containerTitle: null, issued: null, url: null, accessed: null, language: null })
  })

  it('is not a text between two rules', () => {
    const document = markdown('---\n\nA line of text.\n\n---\n\nMore.')
    expect([textsOf(document), document.setAside]).toEqual([['A line of text.', 'More.'], []])
  })
})

describe('Markdown', () => {
  it('has its first heading for a title, else its file name', () => {
    expect(markdown('Text.\n\n# The *real* title').provenance).toEqual({ title: 'first heading' })
    expect(markdown('Text.\n\n# The *real* title').metadata.title).toBe('The real title')
    expect(markdown('Text.').provenance).toEqual({ title: 'file name' })
  })

  it('can be pasted', () => {
    expect(outlineOf(readPasted('- a\n- b', 'text/markdown'))).toEqual(['list-item 1: a', 'list-item 1: b'])
  })

  it('gives no text of scripts in it and no dangerous links', () => {
    const document = markdown('Text <b onclick="x()">bold</b> [a](javascript:alert(1)) [b](https://example.org)\n\n<script>x()</script>')
    expect([document.text, marksOf(document)]).toEqual(['Text bold a b', ['strong: bold', 'link: b → https://example.org/']])
  })

  it('is read as plain text when it nests thousands deep', () => {
    const text = `${'> '.repeat(5000)}deep`
    expect(textsOf(markdown(text))).toEqual([text])
  })

  it('is read as plain text when it pairs hundreds of thousands of asterisks', () => {
    const text = '*a'.repeat(200_000)
    expect(textsOf(markdown(text))).toEqual([text])
  })
})
