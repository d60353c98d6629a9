// The passages of a source that wait for review, as they were and as they are or may be.
import type { Id } from '../../shared/identifiers.ts'
import type { PassagePlace, PassageReview, Segment, Span } from '../../shared/passages.ts'
import { segmentAt } from '../../shared/selectors.ts'
import type { Block } from '../../shared/sources.ts'
import { groupBy } from '../group-by.ts'
import { placeIn } from './describe-passages.ts'
import type { PassagesStore } from './passages-store.ts'
import type { ReviewRow, ReviewStore } from './review-store.ts'

/** In reading order of where they are or may be; those without any place last. */
export function listReviews(store: PassagesStore, reviews: ReviewStore, source: Id): PassageReview[] {
  const rows = reviews.ofSource(source).filter((row) => row.segments !== null)
  if (rows.length === 0) return []
  const ids = JSON.stringify(rows.map((row) => row.id))
  const segmentsOf = groupBy(store.segmentsOf(ids), (segment) => segment.passage)
  const tags = groupBy(store.tagsOf(ids), (row) => row.passage)
  const citing = groupBy(store.citingOf(ids), (row) => row.passage)
  const current = reviews.currentVersion(source) ?? 1
  const texts = new Map<number, { text: string; blocks: Block[] }>()
  const textOf = (version: number) => {
    const known = texts.get(version)
    if (known) return known
    const stored = store.textOf(source, version)
    const text = { text: stored?.text ?? '', blocks: JSON.parse(stored?.blocks ?? '[]') as Block[] }
    texts.set(version, text)
    return text
  }
  const place = (version: number, segments: Segment[]): PassagePlace => {
    const { segments: placed, ...rest } = placeIn(textOf(version), segments)
    return { version, spans: placed.map(({ start, end }) => ({ start, end })), ...rest }
  }
  const after = (row: ReviewRow): PassagePlace | null => {
    if (row.state === 'placed') return place(row.version, segmentsOf.get(row.id) ?? [])
    if (!row.proposal) return null
    const { text } = textOf(current)
    return place(current, (JSON.parse(row.proposal) as Span[]).map((span) => segmentAt(text, span)))
  }
  return rows
    .map((row): PassageReview => ({
      passage: row.id,
      state: row.state,
      before: place(row.reviewVersion ?? row.version, JSON.parse(row.segments ?? '[]') as Segment[]),
      after: after(row),
      tags: (tags.get(row.id) ?? []).map(({ passage: _passage, ...tag }) => tag),
      citedIn: (citing.get(row.id) ?? []).map(({ passage: _passage, ...memo }) => memo),
    }))
    .toSorted((a, b) => startOf(a.after) - startOf(b.after))
}

const startOf = (place: PassagePlace | null): number => place?.spans[0]?.start ?? Number.MAX_SAFE_INTEGER
