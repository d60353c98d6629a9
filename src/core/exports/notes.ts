// Citations as notes and source list: each citation is a numbered note of its own, each source one entry.
import { isSeveral } from '../../shared/blocks.ts'
import type { Id } from '../../shared/identifiers.ts'
import { locatorSchema, type Cite, type DocumentNode } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import type { Reliability, Source } from '../../shared/sources.ts'
import type { Labels } from './labels.ts'
import type { Direction, Note, Reference, SourceEntry } from './paper.ts'
import { directionOf, oneLine, type Removals } from './printable-text.ts'

/** What notes are made from. `sources` may add addresses and access dates to the source list. */
export interface NoteMaterial {
  passages: ReadonlyMap<Id, PassageDetail>
  sources: ReadonlyMap<Id, Source>
  labels: Labels
  /** A BCP 47 tag that dates are written by. */
  locale: string
  /** Which way the memo runs. */
  direction: Direction
  removals: Removals
}

/**
 * A part of a reference that runs against the memo, between FIRST STRONG ISOLATE and its end (Unicode UAX 9): the parts
 * of a reference keep their order whatever directions they have.
 */
function isolated(text: string, direction: Direction): string {
  const own = directionOf(text)
  return own === null || own === direction ? text : `\u2068${text}\u2069`
}

/**
 * An ISO 8601 date, whole or partial, in words: `2 December 2025`, `December 2025`, `2025`. Text that is no such
 * date comes back as it is.
 */
export function dateInWords(date: string, locale: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!parts) return date
  const [, year, month, day] = parts
  const instant = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  if (Number(year) < 1000) instant.setUTCFullYear(Number(year))
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' }
  if (month !== undefined) options.month = 'long'
  if (day !== undefined) options.day = 'numeric'
  return new Intl.DateTimeFormat(locale, options).format(instant)
}

const orNull = (text: string): string | null => (text === '' ? null : text)

const pairs: Record<string, string> = { '“': '”', '«': '»', '„': '“', '"': '"' }

/** Whether words stand, from first to last, between one pair of quotation marks: “so”, yet not “so” and “so”. */
export function bringsMarks(quote: string): boolean {
  const closing = Object.hasOwn(pairs, quote.charAt(0)) ? pairs[quote.charAt(0)] : undefined
  return closing !== undefined && quote.length > 2 && quote.indexOf(closing, 1) === quote.length - 1
}

/** The parts of a reference to a passage's source that every note, entry and piece of evidence shares. */
export function referenceParts(passage: PassageDetail, material: NoteMaterial) {
  const { labels, locale, removals } = material
  const part = (text: string) => isolated(oneLine(text, removals), material.direction)
  const authors = part(passage.authors)
  const container = part(passage.containerTitle ?? '')
  return {
    lead: orNull(authors || container),
    title: part(passage.sourceTitle) || labels.untitledSource,
    container: authors === '' ? null : orNull(container),
    date: passage.issued === null ? labels.noDate : dateInWords(passage.issued, locale),
  }
}

/** What can be read of a citation's references, even of a document that was not checked. */
function citesIn(node: DocumentNode): Partial<Cite>[] {
  const cites = node.attrs?.['cites']
  const found = Array.isArray(cites) ? cites.filter((cite) => typeof cite === 'object' && cite !== null) : []
  return found.length > 0 ? (found as Partial<Cite>[]) : [{}]
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

const pageLocator = (pages: string, labels: Labels): string => `${isSeveral(pages) ? labels.pages : labels.locators.page} ${pages}`

/** Where a passage stands: its page, or its paragraph in a source without pages. */
export function placeOf({ pages, paragraphNumber }: Pick<PassageDetail, 'pages' | 'paragraphNumber'>, labels: Labels): string {
  return pages === null ? `${labels.paragraph} ${paragraphNumber}` : pageLocator(pages, labels)
}

/** The locator as the reference says it: the passage's own place unless the writer set another, or none. */
function locatorOf({ locator }: Partial<Cite>, passage: PassageDetail, { labels }: NoteMaterial): string | null {
  const own = locatorSchema.safeParse(locator)
  if (!own.success || own.data === null) return placeOf(passage, labels)
  if (own.data.value === '') return null
  return own.data.label === 'page' ? pageLocator(own.data.value, labels) : `${labels.locators[own.data.label]} ${own.data.value}`
}

function referenceFor(cite: Partial<Cite>, material: NoteMaterial): Reference {
  const { labels, removals } = material
  const kept = asText(cite.quote)
  const around = { prefix: orNull(oneLine(asText(cite.prefix), removals)), suffix: orNull(oneLine(asText(cite.suffix), removals)) }
  const passage = material.passages.get(asText(cite.passage))
  if (!passage) {
    const quote = oneLine(kept, removals)
    const remark = quote === '' ? labels.goneWithoutWords : labels.gone
    const unknown = { source: null, lead: null, title: null, container: null, date: null, paragraph: null }
    return { state: 'gone', ...around, ...unknown, quote, ownMarks: bringsMarks(quote), remark }
  }
  const quote = oneLine(kept !== '' ? kept : passage.quote, removals)
  const changed = kept !== '' && kept !== passage.quote
  const parts = referenceParts(passage, material)
  return {
    state: changed ? 'changed' : 'current',
    ...around,
    source: passage.source,
    ...parts,
    lead: cite.suppressAuthor === true ? null : parts.lead,
    paragraph: locatorOf(cite, passage, material),
    quote,
    ownMarks: bringsMarks(quote),
    remark: changed ? labels.changed : null,
  }
}

/** The note for a citation node; the passages' present words decide whether it is current, changed or gone. */
export function noteFor(node: DocumentNode, number: number, material: NoteMaterial): Note {
  const [first, ...further] = citesIn(node).map((cite) => referenceFor(cite, material))
  return { number, ...(first as Reference), further, styled: null, evidence: [] }
}

/** A note that says what the author wrote, and cites nothing. */
export const ownNote = (text: string): Omit<Note, 'number'> => ({
  state: 'current',
  prefix: null,
  suffix: null,
  source: null,
  lead: null,
  title: null,
  container: null,
  date: null,
  paragraph: null,
  quote: '',
  ownMarks: false,
  remark: null,
  further: [],
  styled: [{ text, looks: [], marked: false, source: null, link: null, fixed: false }],
  evidence: [],
})

const addressOf = (source: Source | undefined): string | null => {
  const url = source?.metadata.url ?? null
  return url !== null && safeLink(url) !== null ? url.trim() : null
}

/** An address that may be clicked in a paper: http, https or mailto; null for anything else. */
export function safeLink(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > 4000) return null
  try {
    const url = new URL(href.trim())
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

/** How far a source can be relied on, as a line says it: its grade, and that it was retracted; null where neither is known. */
export function standingOf(grade: Reliability | null, source: Source | undefined, { labels, locale }: Pick<NoteMaterial, 'labels' | 'locale'>): string | null {
  const graded = grade === null ? [] : [`${labels.reliability} ${grade}, ${labels.reliabilities[grade]}`]
  const retracted = source?.retraction ? [`${labels.retracted} ${dateInWords(source.retraction.on, locale)}`] : []
  return orNull([...graded, ...retracted].join('; '))
}

/** The references of a note with its number. */
const referencesOf = (note: Note) => [note, ...note.further].map((reference) => ({ note: note.number, reference }))

/** One entry for each source that notes cite, by lead or title in the locale's alphabetical order. */
export function sourceList(notes: Note[], material: NoteMaterial): SourceEntry[] {
  const { labels, locale } = material
  const entries = new Map<Id, SourceEntry>()
  for (const { note, reference } of notes.flatMap(referencesOf)) {
    if (reference.source === null) continue
    const known = entries.get(reference.source)
    if (known) {
      if (!known.notes.includes(note)) known.notes.push(note)
      known.lead ??= reference.lead
      continue
    }
    const passage = [...material.passages.values()].find((one) => one.source === reference.source)
    const source = material.sources.get(reference.source)
    const grade = passage?.reliability ?? source?.reliability ?? null
    const accessed = source?.metadata.accessed ?? null
    entries.set(reference.source, {
      source: reference.source,
      lead: reference.lead,
      title: reference.title ?? labels.untitledSource,
      container: reference.container,
      date: reference.date ?? labels.noDate,
      reliability: standingOf(grade, source, material),
      url: addressOf(source),
      accessed: accessed === null ? null : `${labels.accessed} ${dateInWords(accessed, locale)}`,
      notes: [note],
      styled: null,
    })
  }
  const collator = new Intl.Collator(locale, { numeric: true })
  const key = (entry: SourceEntry) => `${entry.lead ?? ''} ${entry.title}`.trim()
  return [...entries.values()].toSorted((a, b) => collator.compare(key(a), key(b)))
}
