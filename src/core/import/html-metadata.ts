// What an HTML page says about itself, by its meta elements, links, title and JSON-LD.
import { doiIn, type Name } from '../../shared/reference.ts'
import { articlesIn, describedBy } from './json-ld.ts'
import { attributeOf, tagOf, walk, type HtmlNode } from './html-tree.ts'
import { linkTarget } from './link-target.ts'
import { partialDate } from './partial-date.ts'
import type { Finding, Findings } from './reading.ts'

const mostMetas = 2000
const longestJson = 2_000_000

/** The elements of a page that describe it. Meta names are in lower case. */
interface Descriptions {
  metas: Map<string, string[]>
  title: string | null
  canonical: string | null
  base: string | null
  language: string | null
  jsonLd: string[]
}

/** Metadata sets in order of trust: each gives what it has, the first that has a value is believed. */
const sets = [
  {
    rule: 'citation tags',
    title: ['citation_title'],
    authors: ['citation_author', 'citation_authors'],
    containerTitle: ['citation_journal_title', 'citation_conference_title'],
    issued: ['citation_publication_date', 'citation_date', 'citation_online_date'],
    url: ['citation_public_url', 'citation_abstract_html_url'],
    language: ['citation_language'],
  },
  {
    rule: 'Open Graph',
    title: ['og:title'],
    authors: ['article:author', 'og:article:author'],
    containerTitle: ['og:site_name'],
    issued: ['article:published_time', 'og:article:published_time'],
    url: ['og:url'],
    language: ['og:locale'],
  },
  {
    rule: 'Dublin Core',
    title: ['dc.title', 'dcterms.title'],
    authors: ['dc.creator', 'dcterms.creator'],
    containerTitle: ['dc.publisher', 'dcterms.publisher'],
    issued: ['dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dc.date.created', 'dcterms.created'],
    url: [],
    language: ['dc.language', 'dcterms.language'],
  },
  {
    rule: 'meta tags',
    title: ['twitter:title', 'parsely-title', 'sailthru.title'],
    authors: ['author', 'parsely-author', 'sailthru.author', 'byl'],
    containerTitle: [],
    issued: ['date', 'pubdate', 'publishdate', 'publish-date', 'parsely-pub-date', 'sailthru.date'],
    url: [],
    language: ['content-language', 'language'],
  },
] as const

/** What a page says of itself, each value with the rule that found it, and the base of its links. */
export function describePage(html: HtmlNode, givenUrl: string | null): { findings: Findings; base: string | null } {
  const page = descriptionsOf(html)
  const findings: Findings = { ...describedBy(articlesIn(page.jsonLd), page.title ?? '') }
  for (const set of sets) addSet(findings, set, page.metas)
  addReference(findings, page.metas)
  const canonical = linkTarget(page.canonical, givenUrl)
  if (canonical) findings.url = { value: canonical, rule: 'canonical link' }
  else if (findings.url && !/^https?:/i.test(findings.url.value)) delete findings.url
  if (page.language) findings.language = { value: page.language, rule: 'page language' }
  const title = page.title === null ? '' : withoutSite(page.title, findings.containerTitle?.value)
  if (!findings.title && title !== '') findings.title = { value: title, rule: 'page title' }
  const address = givenUrl ?? findings.url?.value ?? null
  return { findings, base: linkTarget(page.base, address) ?? address }
}

/** The text of the first h1 under a node, collapsed; null without one. */
export function firstHeading(root: HtmlNode): string | null {
  let heading: HtmlNode | null = null
  walk(root, (node) => {
    if (!heading && tagOf(node) === 'h1') heading = node
    return heading === null
  })
  return heading ? collapsed((heading as HtmlNode).textContent) || null : null
}

function descriptionsOf(html: HtmlNode): Descriptions {
  const language = attributeOf(html, 'lang')
  const found: Descriptions = { metas: new Map(), title: null, canonical: null, base: null, language, jsonLd: [] }
  let metas = 0
  walk(html, (node) => {
    const tag = tagOf(node)
    if (tag === 'meta' && metas++ < mostMetas) addMeta(found.metas, node)
    else if (tag === 'title') found.title ??= collapsed(node.textContent)
    else if (tag === 'base') found.base ??= attributeOf(node, 'href')
    else if (tag === 'link' && isCanonical(node)) found.canonical ??= attributeOf(node, 'href')
    else if (tag === 'script' && /^application\/ld\+json/i.test(attributeOf(node, 'type') ?? '')) {
      const json = node.textContent ?? ''
      if (json.length <= longestJson && found.jsonLd.length < 50) found.jsonLd.push(json)
    }
    return tag !== 'svg' && tag !== 'script' && tag !== 'title'
  })
  return found
}

function isCanonical(link: HtmlNode): boolean {
  return /\bcanonical\b/i.test(attributeOf(link, 'rel') ?? '')
}

function addMeta(metas: Map<string, string[]>, node: HtmlNode): void {
  const name = attributeOf(node, 'name') ?? attributeOf(node, 'property') ?? attributeOf(node, 'http-equiv')
  const content = collapsed(attributeOf(node, 'content'))
  if (!name || content === '') return
  const key = name.trim().toLowerCase()
  const values = metas.get(key)
  if (values) values.push(content)
  else metas.set(key, [content])
}

function addSet(findings: Findings, set: (typeof sets)[number], metas: ReadonlyMap<string, string[]>): void {
  const first = (keys: readonly string[]): Finding<string> | undefined => {
    for (const key of keys) {
      const value = metas.get(key)?.[0]
      if (value !== undefined) return { value, rule: set.rule }
    }
    return undefined
  }
  findings.title ??= first(set.title)
  const container = first(set.containerTitle)
  if (container && !/^https?:/i.test(container.value)) findings.containerTitle ??= container
  findings.url ??= first(set.url)
  findings.language ??= first(set.language)
  if (!findings.issued) {
    const issued = partialDate(first(set.issued)?.value ?? '')
    if (issued) findings.issued = { value: issued, rule: set.rule }
  }
  if (!findings.authors) {
    const written = set.authors.flatMap((key) => metas.get(key) ?? [])
    const authors = written.flatMap((author) => authorNamed(author, set.rule))
    if (authors.length > 0) findings.authors = { value: authors, rule: set.rule }
  }
}

/** Fields of a reference in the tags of Highwire and Dublin Core, the more telling name first. */
const referenceTags = {
  DOI: ['citation_doi', 'dc.identifier', 'dcterms.identifier', 'prism.doi'],
  publisher: ['citation_publisher', 'citation_technical_report_institution', 'citation_dissertation_institution'],
  volume: ['citation_volume', 'prism.volume'],
  issue: ['citation_issue', 'prism.number'],
  ISSN: ['citation_issn', 'prism.issn'],
  ISBN: ['citation_isbn'],
  number: ['citation_technical_report_number'],
} as const

function addReference(findings: Findings, metas: ReadonlyMap<string, string[]>): void {
  const ruleOf = (name: string) => (name.startsWith('citation_') ? 'citation tags' : name.startsWith('prism') ? 'PRISM' : 'Dublin Core')
  for (const [field, names] of Object.entries(referenceTags) as [keyof typeof referenceTags, readonly string[]][]) {
    for (const name of names) {
      const value = metas.get(name)?.map((written) => (field === 'DOI' ? doiIn(written) : written)).find(Boolean)
      if (value) findings[field] ??= { value, rule: ruleOf(name) }
    }
  }
  const [first, last] = [metas.get('citation_firstpage')?.[0], metas.get('citation_lastpage')?.[0]]
  if (first) findings.page = { value: last && last !== first ? `${first}–${last}` : first, rule: 'citation tags' }
  const type = typeByTag.find(([name]) => metas.has(name))?.[1]
  if (type) findings.type = { value: type, rule: 'citation tags' }
}

const typeByTag = [
  ['citation_journal_title', 'article-journal'],
  ['citation_conference_title', 'paper-conference'],
  ['citation_technical_report_institution', 'report'],
  ['citation_dissertation_institution', 'thesis'],
  ['citation_inbook_title', 'chapter'],
  ['citation_isbn', 'book'],
] as const

/** Names are split only where their writer did: `Family, Given` in citation tags. Addresses are no names. */
function authorNamed(written: string, rule: string): Name[] {
  if (/^https?:\/\/|^@/.test(written)) return []
  const [family = '', given = '', ...more] = written.split(',').map((part) => part.trim())
  if (rule === 'citation tags' && family !== '' && given !== '' && more.length === 0) return [{ family, given }]
  const literal = written.replace(/^by\s+/i, '').trim()
  return literal === '' ? [] : [{ literal }]
}

/** A page's title without the name of its site at either end: "Talks fail | TIME" is "Talks fail". */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[|–—·•:»-]\s+/)
  if (site === undefined || parts.length < 2) return title
  const same = (part: string): boolean => part.toLowerCase() === site.toLowerCase()
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (same(last)) return title.slice(0, title.length - last.length).replace(/\s+[|–—·•:»-]\s+$/, '')
  if (same(first)) return title.slice(first.length).replace(/^\s+[|–—·•:»-]\s+/, '')
  return title
}

function collapsed(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
