// Citations as notes and source list: each citation is a numbered note of its own, each source one entry.
import type { Id } from '../../shared/identifiers.ts'
import type { DocumentNode } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import type { Source } from '../../shared/sources.ts'
import type { Labels } from './labels.ts'
import type { Direction, Note, SourceEntry } from './paper.ts'
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

const attribute = (node: DocumentNode, name: string): string => {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

const orNull = (text: string): string | null => (text === '' ? null : text)

const pairs: Record<string, string> = { '“': '”', '«': '»', '„': '“', '"': '"' }

/** Whether words stand, from first to last, between one pair of quotation marks: “so”, yet not “so” and “so”. */
export function bringsMarks(quote: string): boolean {
  const closing = Object.hasOwn(pairs, quote.charAt(0)) ? pairs[quote.charAt(0)] : undefined
  return closing !== undefined && quote.length > 2 && quote.indexOf(closing, 1) === quote.length - 1
}

/** The note for a citation node; the passage's present words decide whether it is current, changed or gone. */
export function noteFor(node: DocumentNode, number: number, material: NoteMaterial): Note {
  const { labels, locale, removals } = material
  const kept = attribute(node, 'quote')
  const passage = material.passages.get(attribute(node, 'passage'))
  if (!passage) {
    const quote = oneLine(kept, removals)
    const remark = quote === '' ? labels.goneWithoutWords : labels.gone
    const unknown = { source: null, lead: null, title: null, container: null, date: null, paragraph: null }
    return { number, state: 'gone', ...unknown, quote, ownMarks: bringsMarks(quote), remark }
  }
  const quote = oneLine(kept !== '' ? kept : passage.quote, removals)
  const changed = kept !== '' && kept !== passage.quote
  const part = (text: string) => isolated(oneLine(text, removals), material.direction)
  const authors = part(passage.authors)
  const container = part(passage.containerTitle ?? '')
  return {
    number,
    state: changed ? 'changed' : 'current',
    source: passage.source,
    lead: orNull(authors || container),
    title: part(passage.sourceTitle) || labels.untitledSource,
    container: authors === '' ? null : orNull(container),
    date: passage.issued === null ? labels.noDate : dateInWords(passage.issued, locale),
    paragraph: `${labels.paragraph} ${passage.paragraphNumber}`,
    quote,
    ownMarks: bringsMarks(quote),
    remark: changed ? labels.changed : null,
  }
}

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

/** One entry for each source that notes cite, by lead or title in the locale's alphabetical order. */
export function sourceList(notes: Note[], material: NoteMaterial): SourceEntry[] {
  const { labels, locale } = material
  const entries = new Map<Id, SourceEntry>()
  for (const note of notes) {
    if (note.source === null) continue
    const known = entries.get(note.source)
    if (known) {
      known.notes.push(note.number)
      continue
    }
    const passage = [...material.passages.values()].find((one) => one.source === note.source)
    const source = material.sources.get(note.source)
    const grade = passage?.reliability ?? source?.reliability ?? null
    const accessed = source?.metadata.accessed ?? null
    entries.set(note.source, {
      source: note.source,
      lead: note.lead,
      title: note.title ?? labels.untitledSource,
      container: note.container,
      date: note.date ?? labels.noDate,
      reliability: grade === null ? null : `${labels.reliability} ${grade}, ${labels.reliabilities[grade]}`,
      url: addressOf(source),
      accessed: accessed === null ? null : `${labels.accessed} ${dateInWords(accessed, locale)}`,
      notes: [note.number],
    })
  }
  const collator = new Intl.Collator(locale, { numeric: true })
  const key = (entry: SourceEntry) => `${entry.lead ?? ''} ${entry.title}`.trim()
  return [...entries.values()].toSorted((a, b) => collator.compare(key(a), key(b)))
}
