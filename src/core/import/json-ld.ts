// JSON-LD of schema.org: the article that a page describes, if it describes one.
import type { Name } from '../../shared/sources.ts'
import { partialDate } from './partial-date.ts'
import type { Findings } from './reading.ts'

const rule = 'JSON-LD'

/** Types of schema.org that are something to read, by the end of their names. */
const readable = /(?:Article|Posting|Report|Review|Thesis|Chapter|CreativeWork)$/
const mostObjects = 5000
const longestValue = 2000

type JsonObject = Record<string, unknown>

/** What the scripts of a page describe: articles in document order, and every object that has an `@id`. */
export interface Described {
  articles: JsonObject[]
  byId: Map<string, JsonObject>
}

/** Reads the scripts' texts; one that is no JSON says nothing. */
export function articlesIn(scripts: readonly string[]): Described {
  const described: Described = { articles: [], byId: new Map() }
  const queue: unknown[] = scripts.map(parsed)
  for (let index = 0; index < queue.length && index < mostObjects; index++) {
    const value = queue[index]
    if (Array.isArray(value)) queue.push(...value.slice(0, mostObjects))
    else if (isObject(value)) {
      if (types(value).some((type) => readable.test(type))) described.articles.push(value)
      const id = value['@id']
      if (typeof id === 'string' && Object.keys(value).length > 1) described.byId.set(id, value)
      queue.push(value['@graph'], value['mainEntity'])
    }
  }
  return described
}

/**
 * What the first described article says of itself. Of headline and name the one that the page's title begins
 * with is believed: an encyclopedia's headline is a description.
 */
export function describedBy({ articles, byId }: Described, pageTitle: string): Findings {
  const [article] = articles
  if (!article) return {}
  const resolved = (value: unknown): unknown => {
    const id = isObject(value) && Object.keys(value).length === 1 ? value['@id'] : undefined
    return typeof id === 'string' ? (byId.get(id) ?? value) : value
  }
  const findings: Findings = {}
  const titles = [textOf(article['headline']), textOf(article['name'])].filter((written) => written !== undefined)
  const title = titles.find((written) => pageTitle.startsWith(written)) ?? titles[0]
  if (title) findings.title = { value: title, rule }
  const authors = listOf(article['author'] ?? article['creator']).flatMap((value) => nameOf(resolved(value)))
  if (authors.length > 0) findings.authors = { value: authors, rule }
  const container = titleOf(resolved(article['publisher'])) ?? titleOf(resolved(article['isPartOf']))
  if (container) findings.containerTitle = { value: container, rule }
  const issued = partialDate(textOf(article['datePublished']) ?? '')
  if (issued) findings.issued = { value: issued, rule }
  const url = textOf(article['url']) ?? addressOf(article['mainEntityOfPage'])
  if (url && /^https?:/i.test(url)) findings.url = { value: url, rule }
  const language = textOf(article['inLanguage'])
  if (language) findings.language = { value: language, rule }
  return findings
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, ''))
  } catch {
    return null
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 200) : [value]
}

function types(value: JsonObject): string[] {
  return listOf(value['@type']).filter((type) => typeof type === 'string')
}

/** A person's or a body's name; a person's parts only where the page gives them apart. */
function nameOf(value: unknown): Name[] {
  if (!isObject(value)) {
    const literal = textOf(value)?.replace(/^by\s+/i, '')
    return literal && !/^https?:\/\//i.test(literal) ? [{ literal }] : []
  }
  const family = textOf(value['familyName'])
  const given = textOf(value['givenName'])
  if (family && given) return [{ family, given }]
  return listOf(value['name']).flatMap((name) => (isObject(name) ? [] : nameOf(name)))
}

function titleOf(value: unknown): string | undefined {
  return isObject(value) ? textOf(value['name']) : textOf(value)
}

function addressOf(value: unknown): string | undefined {
  return isObject(value) ? textOf(value['@id']) : textOf(value)
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
}

/** A string without markup and with its entities read, as content systems leave them in; undefined for anything else. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const plain = value
    .slice(0, longestValue)
    .replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,5}));/g, (whole, decimal, hex, name) => {
      const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0
      if (name) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    })
  return plain.replace(/\s+/g, ' ').trim() || undefined
}
