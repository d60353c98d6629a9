// Decides each metadata value among what the document, its footer, its name and the analyst say.
import { normaliseText } from '../../shared/normalise-text.ts'
import { doiIn, referenceSchema, type Reference } from '../../shared/reference.ts'
import type { Metadata, Name, Provenance } from '../../shared/sources.ts'
import type { LaidOut } from './assemble.ts'
import type { DocumentInput, Finding, Findings } from './reading.ts'
import { baseName } from './refusal.ts'
import type { Syndicated } from './syndication.ts'

/** Bounds of `metadataSchema`. */
const longest = { title: 2000, containerTitle: 2000, url: 4000, name: 500, authors: 200, reference: 2000 } as const

/** How much of a text stands in for a title that nothing gives. */
const longestFirstWords = 80

/**
 * The metadata and the rule behind each value; what nothing says is null or empty. A footer's title outranks the
 * one typed, which outranks the document's own; values the analyst gave have no provenance.
 */
export function describe(
  input: DocumentInput,
  findings: Findings,
  footer: Syndicated['footer'],
  laidOut: LaidOut,
): { metadata: Metadata; reference: Reference; provenance: Provenance } {
  const title = titleOf(input, findings, footer, laidOut)
  const container = footer ? { value: footer.containerTitle, rule: 'feed footer' } : findings.containerTitle
  const containerTitle = clean(container?.value, longest.containerTitle)
  const givenUrl = addressOf(input.url)
  const url = givenUrl ?? addressOf(findings.url?.value)
  const language = languageOf(findings.language?.value)
  const authors = authorsOf(findings.authors?.value ?? [])
  const issued = findings.issued?.value ?? null
  const provenance: Provenance = {}
  if (title.rule) provenance.title = title.rule
  if (authors.length > 0 && findings.authors) provenance.authors = findings.authors.rule
  if (containerTitle && container) provenance.containerTitle = container.rule
  if (issued && findings.issued) provenance.issued = findings.issued.rule
  if (url && !givenUrl && findings.url) provenance.url = findings.url.rule
  if (language && findings.language) provenance.language = findings.language.rule
  const reference = referenceOf(findings)
  for (const field of Object.keys(reference) as (keyof Reference)[]) {
    const rule = findings[field]?.rule
    if (rule) provenance[field] = rule
  }
  return { metadata: { title: title.value, authors, containerTitle, issued, url, accessed: input.accessed ?? null, language }, reference, provenance }
}

const nameFields: readonly string[] = ['editor', 'recipient']

/** The further fields that a citation needs, each in canonical form; what is none of its kind is left out. */
function referenceOf(findings: Findings): Reference {
  const found: Record<string, unknown> = {}
  for (const field of Object.keys(referenceSchema.shape) as (keyof Reference)[]) {
    const value = findings[field]?.value
    if (value === undefined) continue
    if (Array.isArray(value)) {
      const people = nameFields.includes(field) ? authorsOf(value) : []
      if (people.length > 0) found[field] = people
      continue
    }
    const line = field === 'DOI' ? doiIn(value) : clean(value, longest.reference)
    if (line) found[field] = line
  }
  return referenceSchema.parse(found)
}

function titleOf(
  input: DocumentInput,
  findings: Findings,
  footer: Syndicated['footer'],
  laidOut: LaidOut,
): Finding<string> {
  const candidates: (Finding<string> | undefined)[] = [
    footer ? { value: footer.title, rule: 'feed footer' } : undefined,
    { value: input.titleHint ?? '', rule: '' },
    findings.title,
    { value: baseName(input.fileName ?? '').replace(/\.[^.]*$/, ''), rule: 'file name' },
  ]
  for (const candidate of candidates) {
    const value = clean(candidate?.value, longest.title)
    if (value && candidate) return { value, rule: candidate.rule }
  }
  const first = laidOut.text.slice(0, laidOut.blocks[0]?.end)
  return { value: clean(firstWords(first), longest.title) ?? 'Untitled', rule: 'first words' }
}

function firstWords(text: string): string {
  if (text.length <= longestFirstWords) return text
  const cut = text.slice(0, longestFirstWords).toWellFormed()
  const space = cut.lastIndexOf(' ')
  return `${space > longestFirstWords / 2 ? cut.slice(0, space) : cut.replace(/\ufffd$/, '')}…`
}

/** One line in canonical form within a bound; null when nothing is left. */
function clean(value: string | null | undefined, bound: number): string | null {
  if (!value) return null
  const line = normaliseText(value).replace(/\s+/g, ' ').trim()
  const bounded = line.length > bound ? line.slice(0, bound).replace(/[\ud800-\udbff]$/, '') : line
  return bounded === '' ? null : bounded
}

function authorsOf(names: readonly Name[]): Name[] {
  const authors = names.slice(0, longest.authors).map((name) => {
    const author: Name = {}
    for (const part of ['family', 'given', 'literal'] as const) {
      const value = clean(name[part], longest.name)
      if (value) author[part] = value
    }
    return author
  })
  const distinct = new Map(authors.map((author) => [JSON.stringify(author), author]))
  distinct.delete('{}')
  return [...distinct.values()]
}

function addressOf(written: string | null | undefined): string | null {
  const url = written ? URL.parse(written.trim()) : null
  return url && /^https?:$/.test(url.protocol) && url.href.length <= longest.url ? url.href : null
}

/** A BCP 47 tag in its canonical form; null for what is none. */
function languageOf(written: string | undefined): string | null {
  const tag = (written ?? '').split(/[,;]/, 1)[0]?.trim().replaceAll('_', '-') ?? ''
  if (tag === '') return null
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return canonical && canonical.length <= 35 && canonical.toLowerCase() !== 'und' ? canonical : null
  } catch {
    return null
  }
}
