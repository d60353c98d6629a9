// Passages: made, moved, described and removed; the quote kept is always the text sliced.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageMark, PassageTag, PlacedMark, Segment, Span } from '../../shared/passages.ts'
import { segmentAt, snapToGraphemes } from '../../shared/selectors.ts'
import type { CoreContext } from '../context.ts'
import { removeBareItems } from '../items/bare-items.ts'
import { carryOver } from './carry-over.ts'
import { describePassages } from './describe-passages.ts'
import { groupBy } from '../group-by.ts'
import { listReviews } from './list-reviews.ts'
import { passageLists } from './passage-lists.ts'
import { passagesStore, type TagRow } from './passages-store.ts'
import { reviewStore } from './review-store.ts'

/** Throws `passage.gone`. */
export function passageGone(): never {
  throw new GroundworkError('passage.gone', 'This passage no longer exists. Undo brings back one that was deleted.')
}

/** The feature's calls, and what the items feature needs of it inside its own commands. */
export function createPassages(context: CoreContext) {
  const store = passagesStore(context.db)
  const reviews = reviewStore(context.db)
  const bareItems = removeBareItems(context.db)

  function textIn(source: Id, version: number): string {
    const text = store.textOf(source, version)?.text
    if (text === undefined) throw new GroundworkError('source.gone', 'This source is no longer in the workspace.')
    return text
  }

  function segmentsIn(text: string, spans: Span[]): Segment[] {
    // Every client goes through here, so this is where no quote can begin or end inside a character.
    const ordered = spans
      .filter((span) => span.end <= text.length)
      .map((span) => snapToGraphemes(text, span))
      .toSorted((a, b) => a.start - b.start)
    const apart = ordered.every((span, at) => span.start >= (ordered[at - 1]?.end ?? 0))
    if (!apart || ordered.length < spans.length) {
      throw new GroundworkError('passage.outside-text', 'The selection does not lie within the text of this source.')
    }
    return ordered.map((span) => segmentAt(text, span))
  }

  function existing(source: Id, version: number, segments: Segment[]): Id | null {
    const wanted = JSON.stringify(segments.map(({ start, end }) => [start, end]))
    const candidates = store.startingAt(source, version, segments[0]?.start ?? 0)
    const spansOf = groupBy(store.segmentsOf(JSON.stringify(candidates)), (segment) => segment.passage)
    return (
      candidates.find((id) => JSON.stringify((spansOf.get(id) ?? []).map(({ start, end }) => [start, end])) === wanted) ??
      null
    )
  }

  /** Offsets of an older version mean other words in the current one. */
  function refuseStale(source: Id, version: number): void {
    const current = reviews.currentVersion(source)
    if (current === undefined || version === current) return
    const message = 'The text of this source was corrected meanwhile. Nothing was changed; select the words again.'
    throw new GroundworkError('source.stale', message, { version: current })
  }

  /** Puts a passage in the current text of its source, whatever version it stood in, and settles its review. */
  function setBounds(passage: Id, spans: Span[]): void {
    const row = store.one(passage) ?? passageGone()
    const version = row.state === 'review' ? (reviews.currentVersion(row.source) ?? row.version) : row.version
    const segments = segmentsIn(textIn(row.source, version), spans)
    context.command(row.state === 'review' ? 'Place passage' : 'Change bounds', () => {
      store.replaceSegments(passage, segments)
      if (row.state === 'review') reviews.place(passage, version, 'placed')
      reviews.settle(passage)
    })
  }

  function confirm(passage: Id): void {
    const row = reviews.one(passage) ?? passageGone()
    if (row.state === 'placed') context.command('Confirm passage', () => reviews.settle(passage))
    else if (row.proposal) context.command('Confirm passage', () => setBounds(passage, JSON.parse(row.proposal ?? '[]') as Span[]))
    else {
      const message = 'No place was found for this passage. Select its words in the text to place it, or detach it.'
      throw new GroundworkError('passage.unplaced', message)
    }
  }

  /** The passage with exactly these spans, made if there is none; to be called inside a command. */
  function ensure(source: Id, version: number, spans: Span[]): Id {
    refuseStale(source, version)
    return ensureIn(textIn(source, version), source, version, spans)
  }

  /** A passage for each span, in order; the text is read once for all of them. To be called inside a command. */
  function ensureEach(source: Id, version: number, spans: Span[]): Id[] {
    refuseStale(source, version)
    const text = textIn(source, version)
    return spans.map((span) => ensureIn(text, source, version, [span]))
  }

  function ensureIn(text: string, source: Id, version: number, spans: Span[]): Id {
    const segments = segmentsIn(text, spans)
    const known = existing(source, version, segments)
    if (known) return known
    const id = context.newId()
    store.insert(id, source, version, context.now())
    store.replaceSegments(id, segments)
    return id
  }

  function get(id: Id) {
    return describePassages(store, [id])[0] ?? passageGone()
  }

  const api: Api['passages'] = {
    ...passageLists(context, store),
    list: ({ source, within }) => (within ? marksWithin(store, source, within) : listMarks(store, source)),
    marks: ({ passages }) => marksOf(store, passages),
    get: ({ passage }) => get(passage),
    describe: ({ passages }) => describePassages(store, passages),
    create: ({ source, version, spans }) =>
      get(context.command('Mark passage', () => ensure(source, version, spans))),
    setBounds: ({ passage, spans }) => {
      setBounds(passage, spans)
      return get(passage)
    },
    remove: ({ passage }) => {
      if (!store.one(passage)) passageGone()
      context.command('Delete passage', () => {
        const items = store.tagsOf(JSON.stringify([passage])).map((tag) => tag.item)
        store.remove(passage)
        bareItems(items)
      })
      return null
    },
    review: ({ source }) => listReviews(store, reviews, source),
    confirm: ({ passage }) => {
      confirm(passage)
      return null
    },
  }
  return { api, ensure, ensureEach, store, carryOver: (source: Id, version: number) => carryOver(store, reviews, source, version) }
}

export type Passages = ReturnType<typeof createPassages>

function marksWithin(store: ReturnType<typeof passagesStore>, source: Id, within: Span): PassageMark[] {
  return marksOf(store, store.within(source, within))
    .map(({ mark }) => mark)
    .toSorted((a, b) => startOf(a) - startOf(b))
}

/** As `listMarks` has them. A passage under review stands nowhere. */
function marksOf(store: ReturnType<typeof passagesStore>, passages: Id[]): PlacedMark[] {
  const ids = JSON.stringify(passages)
  const segments = groupBy(store.segmentsOf(ids), ({ passage }) => passage)
  const tags = groupBy(store.tagsOf(ids), ({ passage }) => passage)
  const citing = groupBy(store.citingOf(ids), ({ passage }) => passage)
  return store.many(ids).flatMap(({ id, source, state }): PlacedMark[] => {
    if (state !== 'placed') return []
    const mark = {
      id,
      segments: (segments.get(id) ?? []).map(({ start, end }) => ({ start, end })),
      tags: (tags.get(id) ?? []).map(tagOf),
      citedIn: citing.get(id)?.length ?? 0,
    }
    return [{ source, mark }]
  })
}

function listMarks(store: ReturnType<typeof passagesStore>, source: Id): PassageMark[] {
  const marks = new Map<Id, PassageMark>()
  for (const { passage, start, end } of store.spansOfSource(source)) {
    const mark = marks.get(passage)
    if (mark) mark.segments.push({ start, end })
    else marks.set(passage, { id: passage, segments: [{ start, end }], tags: [], citedIn: 0 })
  }
  for (const tag of store.tagsOfSource(source)) marks.get(tag.passage)?.tags.push(tagOf(tag))
  for (const { passage, memos } of store.citedOfSource(source)) {
    const mark = marks.get(passage)
    if (mark) mark.citedIn = memos
  }
  return [...marks.values()].toSorted((a, b) => startOf(a) - startOf(b))
}

const tagOf = ({ id, item, kind, role, code, label, comment }: TagRow): PassageTag => ({ id, item, kind, role, code, label, comment })

const startOf = (mark: PassageMark) => mark.segments[0]?.start ?? 0
