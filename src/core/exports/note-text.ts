// The words of notes, source entries and evidence, in stretches of one dress: what every format is written from.
import type { Labels } from './labels.ts'
import type { EvidenceEntry, Note, Paper, Reference, ReferenceRun, SourceEntry } from './paper.ts'

const run = (text: string, dress: Partial<ReferenceRun> = {}): ReferenceRun => ({
  text,
  looks: [],
  marked: false,
  source: null,
  link: null,
  fixed: false,
  ...dress,
})

const lastOf = (runs: readonly ReferenceRun[]): string => runs.at(-1)?.text ?? ''

/** Parts with a comma between them. */
const listed = (parts: readonly (ReferenceRun | null)[]): ReferenceRun[] =>
  parts.filter((part) => part !== null).flatMap((part, index) => (index === 0 ? [part] : [run(', '), part]))

const plain = (text: string | null): ReferenceRun | null => (text === null ? null : run(text))

const fixed = (text: string | null): ReferenceRun | null => (text === null ? null : run(text, { fixed: true }))

/** “n.d.” needs no second stop. */
const stopped = (runs: ReferenceRun[]): ReferenceRun[] => (lastOf(runs).endsWith('.') ? runs : [...runs, run('.')])

const endsSentence = /[.,;:?!…]["“”„«»‘’‚')\]]*$/u

function citedRuns(reference: Reference, labels: Labels): ReferenceRun[] {
  const { lead, title, container, date, paragraph, suffix, quote, source } = reference
  const named = title === null ? null : run(title, { looks: ['italic'], source })
  const runs = listed([plain(lead), named, plain(container), plain(date), fixed(paragraph), plain(suffix)])
  const prefix = reference.prefix === null ? [] : [run(`${reference.prefix} `)]
  const remark = reference.remark === null ? [] : [run(` (${reference.remark})`)]
  if (quote === '') return [...prefix, ...(runs.length > 0 ? stopped(runs) : []), ...remark]
  const quoted = reference.ownMarks ? [run(quote)] : [run(labels.openQuote), run(quote), run(labels.closeQuote)]
  const stop = endsSentence.test(quote) ? [] : [run('.')]
  return [...prefix, ...runs, ...(runs.length > 0 ? [run(': ')] : []), ...quoted, ...stop, ...remark]
}

/** What became of a passage, with the words that were kept of it and nothing of its source. */
const onlyRemark = (reference: Reference, labels: Labels): ReferenceRun[] =>
  citedRuns({ ...reference, prefix: null, suffix: null, lead: null, title: null, container: null, date: null, paragraph: null }, labels)

const spacedOut = (sentences: ReferenceRun[][]): ReferenceRun[] =>
  sentences.filter((runs) => runs.length > 0).flatMap((runs, index) => (index === 0 ? runs : [run(' '), ...runs]))

/** A note whole, a sentence or two for each reference: who, what, where, when, the place, the quotation, what became of it. */
export function noteRuns(note: Note, labels: Labels): ReferenceRun[] {
  const references = [note, ...note.further]
  if (note.styled === null) return spacedOut(references.map((reference) => citedRuns(reference, labels)))
  const changed = references.filter(({ state }) => state !== 'current')
  return spacedOut([note.styled, ...changed.map((reference) => onlyRemark(reference, labels))])
}

/** An entry of the source list without the numbers of its notes. */
export function sourceRuns(entry: SourceEntry): ReferenceRun[] {
  if (entry.styled !== null) return entry.styled
  const title = run(entry.title, { looks: ['italic'] })
  const runs = stopped(listed([plain(entry.lead), title, plain(entry.container), run(entry.date), plain(entry.accessed)]))
  if (entry.reliability !== null) runs.push(run(` ${entry.reliability}.`))
  if (entry.url !== null) runs.push(run(' '), run(entry.url, { link: entry.url }))
  return runs
}

/** What citations are called beside their numbers: notes, or citations where they stand in the line. */
export function citingLabel(numbers: readonly number[], { citing, labels }: Paper): string {
  if (citing === 'note') return numbers.length === 1 ? labels.note : labels.notes
  return numbers.length === 1 ? labels.citation : labels.citations
}

/** Which citations rest on something: `Notes 1, 2`. */
export const citedBy = (numbers: readonly number[], paper: Paper): string => `${citingLabel(numbers, paper)} ${numbers.join(', ')}`

/** Whether the writer gave the source list a place in the text; it then has no section of its own. */
export const sourcesStandInText = ({ body }: Pick<Paper, 'body'>): boolean => body.some(({ kind }) => kind === 'sources')

/** Whether an entry of the source list names its citations: in the form of a style it is as the style publishes it. */
export const namesCitations = (entry: SourceEntry): boolean => entry.styled === null

/** Where a piece of evidence comes from, on one line. */
export function evidenceRuns(entry: EvidenceEntry): ReferenceRun[] {
  const title = run(entry.title, { looks: ['italic'], source: entry.source })
  return stopped(listed([plain(entry.lead), title, plain(entry.container), run(entry.date), fixed(entry.place)]))
}

/** What vouches for a piece of evidence: grade, capture, hash. */
export const provenanceOf = (entry: EvidenceEntry): string =>
  [entry.reliability, entry.captured, entry.hash].filter((part) => part !== null).join(' · ')

/** The paragraph of a piece of evidence, the cited words marked. */
export const paragraphRuns = (entry: EvidenceEntry): ReferenceRun[] =>
  entry.paragraph.map(({ text, marked }) => run(text, { marked }))

export const wordsOf = (runs: readonly ReferenceRun[]): string => runs.map(({ text }) => text).join('')
