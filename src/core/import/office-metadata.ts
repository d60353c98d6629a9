// What the properties of an office document or a book say of it: Dublin Core inside DOCX, ODT and EPUB.
import { doiIn } from '../../shared/reference.ts'
import { partialDate } from './partial-date.ts'
import type { Findings } from './reading.ts'
import { elementTexts } from './xml.ts'

/** Titles that a program gave and nobody chose. */
const meaningless = /^(?:untitled|document\d*|microsoft word\b.*|.*\.(?:docx?|odt|rtf|pdf|indd|tex|pages))$/i

/** A title worth showing. */
export function isTelling(title: string): boolean {
  return title.trim() !== '' && !meaningless.test(title.trim())
}

/** The findings of a part with Dublin Core elements, with the name of the rule that is shown. */
export function officeFindings(xml: string, rule: string): Findings {
  const first = (...names: string[]) => names.flatMap((name) => elementTexts(xml, name))[0]
  const findings: Findings = {}
  const title = first('dc:title')
  if (title && isTelling(title)) findings.title = { value: title, rule }
  const creators = elementTexts(xml, 'dc:creator').concat(elementTexts(xml, 'meta:initial-creator'))
  // Word keeps several authors in one field, parted by semicolons.
  const authors = creators.slice(0, rule === 'EPUB properties' ? undefined : 1).flatMap((names) => names.split(/\s*;\s*/)).filter((name) => name !== '')
  if (authors.length > 0) findings.authors = { value: authors.map((literal) => ({ literal })), rule }
  const issued = partialDate(first('dcterms:issued', 'dc:date', 'dcterms:created', 'meta:creation-date') ?? '')
  if (issued) findings.issued = { value: issued, rule }
  const language = first('dc:language')
  if (language) findings.language = { value: language, rule }
  const publisher = first('dc:publisher')
  if (publisher) findings.publisher = { value: publisher, rule }
  const identifiers = elementTexts(xml, 'dc:identifier')
  const doi = identifiers.map(doiIn).find(Boolean)
  if (doi) findings.DOI = { value: doi, rule }
  const isbn = identifiers.map((one) => /^(?:urn:isbn:|isbn[:\s]*)?((?:97[89][- ]?)?[\dxX][\dxX -]{8,15})$/i.exec(one)?.[1]).find(Boolean)
  if (isbn) findings.ISBN = { value: isbn, rule }
  return findings
}
