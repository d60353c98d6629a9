// The words of notes, source entries and evidence, in stretches of one dress: what every format but PDF is written from.
import type { Id } from '../../shared/identifiers.ts'
import type { Labels } from './labels.ts'
import type { EvidenceEntry, Note, Reference, SourceEntry } from './paper.ts'

/** A stretch of a reference. `source` leads to the entry in the source list, `link` out to the web. */
export interface ReferenceRun {
  text: string
  italic: boolean
  marked: boolean
  source: Id | null
  link: string | null
}

const run = (text: string, dress: Partial<ReferenceRun> = {}): ReferenceRun => ({
  text,
  italic: false,
  marked: false,
  source: null,
  link: null,
  ...dress,
})

const lastOf = (runs: readonly ReferenceRun[]): string => runs.at(-1)?.text ?? ''

/** Parts with a comma between them. */
const listed = (parts: readonly (ReferenceRun | null)[]): ReferenceRun[] =>
  parts.filter((part) => part !== null).flatMap((part, index) => (index === 0 ? [part] : [run(', '), part]))

const plain = (text: string | null): ReferenceRun | null => (text === null ? null : run(text))

/** “n.d.” needs no second stop. */
const stopped = (runs: ReferenceRun[]): ReferenceRun[] => (lastOf(runs).endsWith('.') ? runs : [...runs, run('.')])

const endsSentence = /[.,;:?!…]["“”„«»‘’‚')\]]*$/u

function citedRuns(reference: Reference, labels: Labels): ReferenceRun[] {
  const { lead, title, container, date, paragraph, suffix, quote, source } = reference
  const named = title === null ? null : run(title, { italic: true, source })
  const runs = listed([plain(lead), named, plain(container), plain(date), plain(paragraph), plain(suffix)])
  const prefix = reference.prefix === null ? [] : [run(`${reference.prefix} `)]
  const remark = reference.remark === null ? [] : [run(` (${reference.remark})`)]
  if (quote === '') return [...prefix, ...(runs.length > 0 ? stopped(runs) : []), ...remark]
  const quoted = reference.ownMarks ? quote : `${labels.openQuote}${quote}${labels.closeQuote}`
  const stop = endsSentence.test(quote) ? '' : '.'
  return [...prefix, ...runs, run(`${runs.length > 0 ? ': ' : ''}${quoted}${stop}`), ...remark]
}

/** A note whole, a sentence or two for each reference: who, what, where, when, the place, the quotation, what became of it. */
export function noteRuns(note: Note, labels: Labels): ReferenceRun[] {
  const [first, ...further] = [note, ...note.further].map((reference) => citedRuns(reference, labels))
  return [...(first ?? []), ...further.flatMap((runs) => [run(' '), ...runs])]
}

/** An entry of the source list without the numbers of its notes. */
export function sourceRuns(entry: SourceEntry): ReferenceRun[] {
  const title = run(entry.title, { italic: true })
  const runs = stopped(listed([plain(entry.lead), title, plain(entry.container), run(entry.date), plain(entry.accessed)]))
  if (entry.reliability !== null) runs.push(run(` ${entry.reliability}.`))
  if (entry.url !== null) runs.push(run(' '), run(entry.url, { link: entry.url }))
  return runs
}

/** Which notes cite: `Notes 1, 2`. */
export const citedInNotes = (notes: readonly number[], labels: Labels): string =>
  `${notes.length === 1 ? labels.note : labels.notes} ${notes.join(', ')}`

/** Where a piece of evidence comes from, on one line. */
export function evidenceRuns(entry: EvidenceEntry): ReferenceRun[] {
  const title = run(entry.title, { italic: true, source: entry.source })
  return stopped(listed([plain(entry.lead), title, plain(entry.container), run(entry.date), run(entry.place)]))
}

/** What vouches for a piece of evidence: grade, capture, hash. */
export const provenanceOf = (entry: EvidenceEntry): string =>
  [entry.reliability, entry.captured, entry.hash].filter((part) => part !== null).join(' · ')

/** The paragraph of a piece of evidence, the cited words marked. */
export const paragraphRuns = (entry: EvidenceEntry): ReferenceRun[] =>
  entry.paragraph.map(({ text, marked }) => run(text, { marked }))

export const wordsOf = (runs: readonly ReferenceRun[]): string => runs.map(({ text }) => text).join('')
