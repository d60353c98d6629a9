// References attached to sources: found by DOI, address or title, filling what a source does not know yet.
import type { Reference } from '../../shared/reference.ts'
import type { Name, Provenance } from '../../shared/sources.ts'
import type { ReferenceEntry } from '../import/reference-file.ts'
import { doiIn } from '../../shared/reference.ts'
import type { SourceRow } from './sources-store.ts'

const rule = 'reference file'

/** An address as far as it tells pages apart: without scheme, `www.`, fragment, tracking and a slash at its end. */
export function addressKey(written: string | null | undefined): string | null {
  const url = URL.parse(written ?? '')
  if (!url || !/^https?:$/.test(url.protocol)) return null
  for (const name of Array.from(url.searchParams.keys())) if (/^(?:utm_|fbclid|gclid)/i.test(name)) url.searchParams.delete(name)
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`
}

/** A title as far as it tells works apart: its letters and figures. */
export function titleKey(title: string | null | undefined): string | null {
  const key = (title ?? '').normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return key.length >= 8 ? key : null
}

/** Finds the source that an entry is about, among all sources. */
export function sourceFinder(rows: readonly SourceRow[]): (entry: ReferenceEntry) => SourceRow | null {
  const byDoi = new Map<string, SourceRow>()
  const byAddress = new Map<string, SourceRow>()
  const byTitle = new Map<string, SourceRow>()
  const put = (map: Map<string, SourceRow>, key: string | null, row: SourceRow) => key && !map.has(key) && map.set(key, row)
  for (const row of rows) {
    put(byDoi, (JSON.parse(row.reference) as Reference).DOI ?? doiIn(row.url), row)
    put(byAddress, addressKey(row.url), row)
    put(byTitle, titleKey(row.title), row)
  }
  return ({ metadata, reference }) =>
    byDoi.get(reference.DOI ?? '') ?? byAddress.get(addressKey(metadata.url) ?? '') ?? byTitle.get(titleKey(metadata.title) ?? '') ?? null
}

/** The source with its empty fields filled from an entry; null when there is nothing to fill. */
export function filledFrom(row: SourceRow, { metadata, reference }: ReferenceEntry): SourceRow | null {
  const provenance = JSON.parse(row.provenance) as Provenance
  const known = JSON.parse(row.reference) as Reference
  const filled: SourceRow = { ...row }
  const before = Object.keys(provenance).length
  for (const field of ['containerTitle', 'issued', 'url', 'language'] as const) {
    const value = metadata[field]
    if (filled[field] !== null || !value) continue
    filled[field] = value
    provenance[field] = rule
  }
  if ((JSON.parse(row.authors) as Name[]).length === 0 && metadata.authors) {
    filled.authors = JSON.stringify(metadata.authors)
    provenance.authors = rule
  }
  // A title that was only the name of a file is no title that anyone chose.
  if (metadata.title && ['file name', 'first words'].includes(provenance.title ?? '')) {
    filled.title = metadata.title
    provenance.title = rule
  }
  const more = Object.entries(reference).filter(([field]) => known[field as keyof Reference] === undefined)
  for (const [field] of more) provenance[field as keyof Reference] = rule
  if (more.length === 0 && filled.title === row.title && Object.keys(provenance).length === before) return null
  return { ...filled, reference: JSON.stringify({ ...known, ...Object.fromEntries(more) }), provenance: JSON.stringify(provenance) }
}
