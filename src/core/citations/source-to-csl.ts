// A source as CSL-JSON 1.0.2: the one place where metadata becomes what a style reads.
import { fullName } from '../../shared/names.ts'
import type { Name, Reference } from '../../shared/reference.ts'
import type { Metadata, Reliability } from '../../shared/sources.ts'

/** What of a source a citation needs. */
export interface CitedSource {
  id: string
  metadata: Metadata
  reference: Reference
  reliability: Reliability | null
}

/** A date as CSL has it: one list of year, month and day, as far as they are known. */
const dateOf = (date: string | null): { issued: { 'date-parts': number[][] } } | null =>
  date === null ? null : { issued: { 'date-parts': [date.split('-').map(Number)] } }

const namesOf = (names: readonly Name[] | undefined): Name[] => (names ?? []).filter((name) => fullName(name) !== '')

/** The type that the source says, else what its container and address make likely. */
function typeOf({ metadata, reference }: CitedSource): string {
  if (reference.type) return reference.type
  if (metadata.containerTitle !== null) return reference.volume || reference.DOI ? 'article-journal' : 'article-magazine'
  return metadata.url === null ? 'document' : 'webpage'
}

const descriptors: Record<string, string> = {
  'article-journal': 'journal article',
  'article-magazine': 'news article',
  'article-newspaper': 'news article',
  webpage: 'web page',
  report: 'report',
  book: 'book',
  interview: 'interview',
  speech: 'speech',
  post: 'post',
  'post-weblog': 'blog post',
  dataset: 'data set',
  personal_communication: 'correspondence',
}

/** The scale of source reliability of the Admiralty code (AJP-2.1). */
const grades: Record<Reliability, string> = {
  A: 'reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
}

/** ICD 206's source descriptor, shortly: what the source is and how far it is relied on. */
function descriptorOf(source: CitedSource): string {
  const what = source.reference.genre ?? descriptors[typeOf(source)] ?? 'document'
  const grade = source.reliability === null ? 'not graded' : `${source.reliability}, ${grades[source.reliability]}`
  return `${what}; ${grade}`
}

/** `described` adds the source descriptor and grade as a note, for the style that prints them. */
export function sourceToCsl(source: CitedSource, described = false): Record<string, unknown> {
  const { metadata, reference } = source
  const { type: _type, editor, recipient, ...further } = reference
  const accessed = dateOf(metadata.accessed)
  return {
    ...further,
    id: source.id,
    type: typeOf(source),
    title: metadata.title,
    author: namesOf(metadata.authors),
    ...(editor ? { editor: namesOf(editor) } : {}),
    ...(recipient ? { recipient: namesOf(recipient) } : {}),
    ...(metadata.containerTitle === null ? {} : { 'container-title': metadata.containerTitle }),
    ...dateOf(metadata.issued),
    ...(metadata.url === null ? {} : { URL: metadata.url }),
    ...(accessed === null ? {} : { accessed: accessed.issued }),
    ...(metadata.language === null ? {} : { language: metadata.language }),
    ...(described ? { note: descriptorOf(source) } : {}),
  }
}
