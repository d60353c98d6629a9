// What a page says about itself: which source is believed, what is cleaned, what stays unknown.
import { describe, expect, it } from 'vitest'
import { namesInByline } from '../../../src/core/import/byline.ts'
import { readDocument, type ReadDocument } from '../../../src/core/import/read-document.ts'
import { fixture, readText } from './documents.ts'

function page(head: string, url?: string): Pick<ReadDocument, 'metadata' | 'provenance'> {
  const { metadata, provenance } = readText(`<html><head>${head}</head><body><p>Words.</p></body></html>`, 'page.html', { url: url ?? null })
  return { metadata, provenance }
}

const jsonLd = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

const unknown = { title: 'page', authors: [], containerTitle: null, issued: null, url: null, accessed: null, language: null }

describe('a page', () => {
  it('that says nothing has its file name for a title and nothing else', () => {
    expect(page('')).toEqual({ metadata: unknown, provenance: { title: 'file name' } })
  })

  it('is described by its JSON-LD, references followed, entities and tags read', () => {
    expect(readDocument(fixture('article.html')).metadata).toEqual({
      title: 'Geneva’s talks end without a deal',
      authors: [{ literal: 'Ada Example' }, { family: 'Roe', given: 'Bo' }],
      containerTitle: 'The Example Post',
      issued: '2025-12-02',
      url: 'https://example.org/world/talks',
      accessed: null,
      language: 'en-US',
    })
    expect(readDocument(fixture('article.html')).provenance).toEqual({
      title: 'JSON-LD',
      authors: 'JSON-LD',
      containerTitle: 'JSON-LD',
      issued: 'JSON-LD',
      url: 'canonical link',
      language: 'page language',
    })
  })

  it('is described by citation tags, where names are in two parts', () => {
    const head =
      '<meta name="citation_title" content="Grain and War"><meta name="citation_author" content="Example, Ada">' +
      '<meta name="citation_author" content="Roe, Bo"><meta name="citation_journal_title" content="Journal of Ports">' +
      '<meta name="citation_publication_date" content="2025/3/7"><meta name="citation_language" content="de">'
    const rule = 'citation tags'
    expect(page(head)).toEqual({
      metadata: {
        ...unknown,
        title: 'Grain and War',
        authors: [
          { family: 'Example', given: 'Ada' },
          { family: 'Roe', given: 'Bo' },
        ],
        containerTitle: 'Journal of Ports',
        issued: '2025-03-07',
        language: 'de',
      },
      provenance: { title: rule, authors: rule, containerTitle: rule, issued: rule, language: rule, type: rule },
    })
  })

  it('is described by Open Graph, where an address is no author', () => {
    const head =
      '<meta property="og:title" content="Grain &amp; War"><meta property="og:site_name" content="The Example Post">' +
      '<meta property="article:author" content="https://example.org/ada"><meta property="article:published_time" content="2025-12-02T01:00:00Z">' +
      '<meta property="og:url" content="https://example.org/grain"><meta property="og:locale" content="en_GB">'
    const rule = 'Open Graph'
    expect(page(head)).toEqual({
      metadata: {
        ...unknown,
        title: 'Grain & War',
        containerTitle: 'The Example Post',
        issued: '2025-12-02',
        url: 'https://example.org/grain',
        language: 'en-GB',
      },
      provenance: { title: rule, containerTitle: rule, issued: rule, url: rule, language: rule },
    })
  })

  it('is described by Dublin Core and by plain meta tags, each for what it has', () => {
    const head =
      '<meta name="DC.title" content="Grain"><meta name="DC.creator" content="Ministry of Trade and Industry">' +
      '<meta name="dc.date" content="2025-11"><meta name="author" content="By Ada Example"><meta http-equiv="content-language" content="fr, en">'
    expect(page(head)).toEqual({
      metadata: { ...unknown, title: 'Grain', authors: [{ literal: 'Ministry of Trade and Industry' }], issued: '2025-11', language: 'fr' },
      provenance: { title: 'Dublin Core', authors: 'Dublin Core', issued: 'Dublin Core', language: 'meta tags' },
    })
    expect(page('<meta name="author" content="By Ada Example">').metadata.authors).toEqual([{ literal: 'Ada Example' }])
  })

  it('has its title element for a title, without the name of its site', () => {
    const site = '<meta property="og:site_name" content="The Example Post">'
    expect(page(`<title>Grain – and war | The Example Post</title>${site}`).metadata.title).toBe('Grain – and war')
    expect(page(`<title>The Example Post: Grain</title>${site}`).metadata.title).toBe('The Example Post: Grain')
    expect(page('<title>Grain | Another Site</title>')).toEqual({
      metadata: { ...unknown, title: 'Grain | Another Site' },
      provenance: { title: 'page title' },
    })
  })

  it('resolves its address against the one it came from, which it keeps', () => {
    expect(page('<link rel="canonical" href="/grain">', 'https://example.org/a?utm=1')).toEqual({
      metadata: { ...unknown, url: 'https://example.org/a?utm=1' },
      provenance: { title: 'file name' },
    })
  })

  it('has the name that its title begins with before a headline that does not', () => {
    const head = `<title>Black Sea - Encyclopedia</title>${jsonLd({ '@type': 'Article', name: 'Black Sea', headline: 'sea in the east' })}`
    expect(page(head).metadata.title).toBe('Black Sea')
  })

  it.each([
    ['By Ada Example', ['Ada Example']],
    ['Ada Example, Bo de la Roe and Ursula von der Mark', ['Ada Example', 'Bo de la Roe', 'Ursula von der Mark']],
    ['By Ada Example in Kyiv', []],
    ['By Ada Example\nMarch 3, 2025', []],
    ['March 3, 2025', []],
    ['Updated', []],
    ['', []],
  ])('is signed by the names in its byline, if that holds nothing else: %s', (byline, names) => {
    expect(namesInByline(byline)).toEqual(names.map((literal) => ({ literal })))
  })

  it('is signed by its byline when it names no author elsewhere', () => {
    const words = '<p>Words, and more of them, with commas, so that they look like an article that somebody wrote for a reader.</p>'
    const html = `<html><body><article><h1>Grain</h1><p class="byline">By Ada Example</p>${words.repeat(8)}</article></body></html>`
    const { metadata, provenance } = readText(html, 'page.html')
    expect([metadata.authors, provenance.authors]).toEqual([[{ literal: 'Ada Example' }], 'byline'])
  })

  it.each([
    ['no date', '<meta name="date" content="yesterday">'],
    ['a date that can be read two ways', '<meta name="date" content="12/02/2025">'],
    ['a day that does not exist', '<meta name="date" content="2025-02-30">'],
    ['an address that is none', '<meta property="og:url" content="javascript:alert(1)">'],
    ['a language that is none', '<meta name="language" content="english!">'],
    ['JSON-LD that is no JSON', '<script type="application/ld+json">{"@type":"Article","headline":</script>'],
    ['JSON-LD of something else', jsonLd({ '@type': 'Organization', name: 'The Example Post' })],
    ['JSON-LD with values of the wrong kind', jsonLd({ '@type': 'Article', headline: 7, author: [null, 3, {}], publisher: [], datePublished: {} })],
  ])('leaves unknown what it names by %s', (_what, head) => {
    expect(page(head).metadata).toEqual(unknown)
  })

  it('cannot fill a field beyond its bounds', () => {
    const head =
      `<title>${'x'.repeat(5000)}</title><meta property="og:url" content="https://example.org/${'y'.repeat(5000)}">` +
      jsonLd({ '@type': 'Article', author: Array.from({ length: 300 }, (_, index) => ({ name: `Author ${index}` })) })
    const { metadata } = page(head)
    expect([metadata.title.length, metadata.authors.length, metadata.url]).toEqual([2000, 200, null])
  })

  it.each([
    ['December 2, 2025', '2025-12-02'],
    ['2 Dec. 2025', '2025-12-02'],
    ['Tue, 02 Dec 2025 10:00:00 GMT', '2025-12-02'],
    ['December 2025', '2025-12'],
    ['20251202', '2025-12-02'],
    ['2025', '2025'],
  ])('names the day %s as %s', (written, issued) => {
    expect(page(`<meta name="date" content="${written}">`).metadata.issued).toBe(issued)
  })
})

it('takes what a citation needs from the tags of Highwire and Dublin Core', () => {
  const head =
    '<meta name="citation_journal_title" content="Journal of Ports"><meta name="citation_doi" content="doi:10.1000/Ports.7">' +
    '<meta name="citation_volume" content="12"><meta name="citation_firstpage" content="3"><meta name="citation_lastpage" content="19">'
  const journal = readText(`<html><head>${head}</head><body><p>Words.</p></body></html>`, 'page.html')
  expect(journal.reference).toEqual({ type: 'article-journal', DOI: '10.1000/ports.7', volume: '12', page: '3–19' })
  const core = readText('<html><head><meta name="DC.Identifier" content="https://doi.org/10.1000/182"></head><body><p>Words.</p></body></html>', 'page.html')
  expect([core.reference, core.provenance.DOI]).toEqual([{ DOI: '10.1000/182' }, 'Dublin Core'])
})
