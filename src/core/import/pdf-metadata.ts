// What a PDF says of itself: XMP before the older document information, and a DOI on its first page.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { doiIn } from '../../shared/reference.ts'
import { isTelling } from './office-metadata.ts'
import { partialDate } from './partial-date.ts'
import type { DraftBlock, Findings } from './reading.ts'

/** The findings of a document; `heading` is the first heading of its first page. */
export async function pdfFindings(document: PDFDocumentProxy, heading: string | null, drafts: readonly DraftBlock[]): Promise<Findings> {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const findings: Findings = {}
  const xmp = (name: string): string[] => [metadata?.get(name) as unknown].flat().filter((value): value is string => typeof value === 'string' && value.trim() !== '')
  const entry = (name: string): string => {
    const value: unknown = Object.hasOwn(info, name) ? (info as Record<string, unknown>)[name] : ''
    return typeof value === 'string' ? value.trim() : ''
  }
  const title = xmp('dc:title').find(isTelling)
  if (title) findings.title = { value: title, rule: 'XMP' }
  else if (isTelling(entry('Title'))) findings.title = { value: entry('Title'), rule: 'PDF information' }
  else if (heading) findings.title = { value: heading, rule: 'first heading' }
  const creators = xmp('dc:creator')
  const authors = creators.length > 0 ? creators : entry('Author').split(/\s*;\s*/).filter((name) => name !== '')
  if (authors.length > 0) findings.authors = { value: authors.map((literal) => ({ literal })), rule: creators.length > 0 ? 'XMP' : 'PDF information' }
  addXmp(findings, xmp)
  const created = partialDate(entry('CreationDate').replace(/^D:/, '').slice(0, 8))
  if (created) findings.issued ??= { value: created, rule: 'PDF information (when the file was made)' }
  if (entry('Language')) findings.language ??= { value: entry('Language'), rule: 'PDF information' }
  const printed = doiIn(drafts.filter((draft) => draft.page === 1).map((draft) => draft.text).join('\n'))
  if (printed) findings.DOI ??= { value: printed, rule: 'first page' }
  return findings
}

function addXmp(findings: Findings, xmp: (name: string) => string[]): void {
  const rule = 'XMP'
  const texts = { containerTitle: 'prism:publicationname', publisher: 'dc:publisher', volume: 'prism:volume', issue: 'prism:number', ISSN: 'prism:issn' } as const
  for (const [field, name] of Object.entries(texts) as [keyof typeof texts, string][]) {
    const value = xmp(name)[0]
    if (value) findings[field] = { value, rule }
  }
  const issued = partialDate(xmp('prism:publicationdate')[0] ?? xmp('dc:date')[0] ?? '')
  if (issued) findings.issued = { value: issued, rule }
  const doi = [...xmp('prism:doi'), ...xmp('dc:identifier')].map(doiIn).find(Boolean)
  if (doi) findings.DOI = { value: doi, rule }
  const language = xmp('dc:language')[0]
  if (language) findings.language = { value: language, rule }
}
