// Reference files: what RIS, BibTeX and CSL-JSON say of works, under the names that a source has them by.
import { doiIn, cslTypes, type CslType, type Name, type Reference } from '../../shared/reference.ts'
import type { Metadata } from '../../shared/sources.ts'
import { bibtexWorks } from './bibtex.ts'
import { decodeText } from './decode.ts'
import { partialDate } from './partial-date.ts'
import type { DocumentInput } from './reading.ts'
import { baseName, refusal } from './refusal.ts'
import { risWorks } from './ris.ts'

/** One work: CSL-JSON variables, values as the file has them. */
export type Work = Readonly<Record<string, unknown>>

/** One entry of a reference file; absent is unknown. */
export interface ReferenceEntry {
  metadata: Partial<Omit<Metadata, 'accessed'>>
  reference: Reference
}

const readers: Readonly<Record<string, (text: string) => Work[]>> = { '.ris': risWorks, '.bib': bibtexWorks, '.json': jsonWorks }

/** The endings of reference files, in lower case with their dot. */
export const referenceEndings: readonly string[] = Object.keys(readers)

const endingOf = (name: string): string => /\.[a-z]+$/i.exec(baseName(name))?.[0].toLowerCase() ?? ''

/** True for the name of a reference file. */
export function isReferenceFile(name: string): boolean {
  return Object.hasOwn(readers, endingOf(name))
}

const mostEntries = 50_000

/** The entries of a reference file. Throws `source.damaged` when it holds none, and as `decodeText` does. */
export function readReferenceFile(input: DocumentInput): ReferenceEntry[] {
  const { text } = decodeText(input)
  const read = readers[endingOf(input.fileName ?? '')]
  const entries = (read?.(text) ?? []).slice(0, mostEntries).map(entryOf).filter(({ metadata }) => metadata.title || metadata.url)
  if (entries.length === 0) throw refusal('source.damaged', input, 'it holds no references in RIS, BibTeX or CSL-JSON.')
  return entries
}

function jsonWorks(text: string): Work[] {
  try {
    const parsed: unknown = JSON.parse(text)
    const items = isRecord(parsed) && Array.isArray(parsed.items) ? parsed.items : parsed
    return (Array.isArray(items) ? items : [items]).filter(isRecord)
  } catch {
    return []
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const texts = ['publisher', 'publisher-place', 'volume', 'issue', 'page', 'edition', 'number', 'genre', 'collection-title', 'event-title', 'ISBN', 'ISSN'] as const

function entryOf(work: Work): ReferenceEntry {
  const text = (key: string, most = 2000): string | undefined => {
    const value = work[key]
    const line = typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, most).toWellFormed() : ''
    return line === '' ? undefined : line
  }
  const reference: Reference = {}
  const type = cslTypes.find((known) => known === work.type) as CslType | undefined
  if (type) reference.type = type
  for (const key of texts) {
    const value = text(key)
    if (value) reference[key] = value
  }
  const doi = doiIn(text('DOI')) ?? doiIn(text('URL'))
  if (doi) reference.DOI = doi
  const editor = namesOf(work.editor)
  if (editor.length > 0) reference.editor = editor
  const metadata: ReferenceEntry['metadata'] = {}
  const [title, container, language] = [text('title'), text('container-title'), text('language', 35)]
  if (title) metadata.title = title
  if (container) metadata.containerTitle = container
  if (language) metadata.language = language
  const url = URL.parse(text('URL', 4000) ?? '')
  if (url && /^https?:$/.test(url.protocol)) metadata.url = url.href.slice(0, 4000)
  const authors = namesOf(work.author)
  if (authors.length > 0) metadata.authors = authors
  const issued = dateOf(work.issued)
  if (issued) metadata.issued = issued
  return { metadata, reference }
}

function namesOf(written: unknown): Name[] {
  return (Array.isArray(written) ? written : []).slice(0, 200).flatMap((one): Name[] => {
    if (!isRecord(one)) return []
    const name: Name = {}
    for (const part of ['family', 'given', 'literal'] as const) {
      const value = one[part]
      if (typeof value === 'string' && value.trim() !== '') name[part] = value.normalize('NFC').trim().slice(0, 500).toWellFormed()
    }
    const particle = one['non-dropping-particle']
    if (name.family && typeof particle === 'string') name.family = `${particle} ${name.family}`.slice(0, 500)
    return Object.keys(name).length > 0 ? [name] : []
  })
}

function dateOf(written: unknown): string | null {
  if (typeof written === 'string') return partialDate(written)
  if (!isRecord(written)) return null
  const [parts] = Array.isArray(written['date-parts']) ? (written['date-parts'] as unknown[]) : []
  if (Array.isArray(parts)) return partialDate(parts.slice(0, 3).join('-'))
  const plain = written.raw ?? written.literal
  return typeof plain === 'string' ? partialDate(plain) : null
}
