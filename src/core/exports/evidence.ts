// The evidence that a memo rests on: each cited passage once, in its paragraph, with what vouches for its source.
import { beyondParagraph } from '../../shared/beyond-paragraph.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { DocumentNode } from '../../shared/memos.ts'
import type { PassageDetail, Span } from '../../shared/passages.ts'
import { dateInWords, placeOf, referenceParts, standingOf, type NoteMaterial } from './notes.ts'
import type { EvidenceEntry } from './paper.ts'
import { directionOf, spaced, type Removals } from './printable-text.ts'

/** Gathered on the way through the document: cited passages by id with the numbers of the citations that cite them. */
export interface EvidenceGathering {
  evidence: Map<Id, { number: number; notes: number[] }>
}

/** The passages that a citation node refers to, whatever its attributes hold. */
export function passagesOf(node: DocumentNode): string[] {
  const cites: unknown = node.attrs?.['cites']
  if (!Array.isArray(cites)) return []
  return cites.flatMap((cite: unknown): string[] =>
    typeof cite === 'object' && cite !== null && 'passage' in cite && typeof cite.passage === 'string' ? [cite.passage] : [],
  )
}

/** Counts a citation's passages as evidence and answers their numbers; passages that are gone are none. */
export function gatherEvidence(node: DocumentNode, note: number, gathering: EvidenceGathering & Pick<NoteMaterial, 'passages'>): number[] {
  return [...new Set(passagesOf(node))]
    .filter((passage) => gathering.passages.has(passage))
    .map((passage) => {
      const known = gathering.evidence.get(passage) ?? { number: gathering.evidence.size + 1, notes: [] }
      known.notes.push(note)
      gathering.evidence.set(passage, known)
      return known.number
    })
}

/** A paragraph in stretches, those within the spans marked. */
export function stretchesOf(text: string, spans: readonly Span[], removals?: Removals): { text: string; marked: boolean }[] {
  const stretches: { text: string; marked: boolean }[] = []
  const add = (from: number, to: number, marked: boolean) => {
    const shown = spaced(text.slice(from, to), removals)
    if (shown !== '') stretches.push({ text: shown, marked })
  }
  let at = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    add(at, Math.max(at, start), false)
    add(Math.max(at, start), Math.max(at, end), true)
    at = Math.max(at, end)
  }
  add(at, text.length, false)
  return stretches
}

/** The words of a passage that stand in other paragraphs, after a cut where words are left out. */
const elsewhere = (passage: PassageDetail, removals: Removals) =>
  beyondParagraph(passage).flatMap(({ before, words }) => [{ text: before, marked: false }, { text: spaced(words, removals), marked: true }])

/** An instant in words, by the minute in UTC: evidence is compared across time zones. */
function instantInWords(instant: string, locale: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  return `${dateInWords(instant.slice(0, 10), locale)}, ${instant.slice(11, 16)} UTC`
}

function entryFor(passage: PassageDetail, material: NoteMaterial & EvidenceGathering): EvidenceEntry {
  const { labels, locale, removals } = material
  const { number, notes } = material.evidence.get(passage.id) ?? { number: 0, notes: [] }
  const source = material.sources.get(passage.source)
  const { lead, title, container, date } = referenceParts(passage, material)
  return {
    number,
    notes,
    source: passage.source,
    lead,
    title,
    container,
    date,
    place: placeOf(passage, labels),
    reliability: standingOf(passage.reliability, source, material),
    captured: source ? `${labels.captured} ${instantInWords(source.capturedAt, locale)}` : null,
    hash: source ? `${labels.sha256} ${source.sha256.slice(0, 12)}` : null,
    direction: directionOf(passage.paragraph),
    paragraph: [...stretchesOf(passage.paragraph, passage.paragraphSpans, removals), ...elsewhere(passage, removals)],
  }
}

/** The annex's entries in the order of first citation. */
export function evidenceEntries(material: NoteMaterial & EvidenceGathering): EvidenceEntry[] {
  return [...material.evidence.keys()].flatMap((id): EvidenceEntry[] => {
    const passage = material.passages.get(id)
    return passage ? [entryFor(passage, material)] : []
  })
}
