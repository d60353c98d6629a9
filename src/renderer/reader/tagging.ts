// Tagging what is selected: painted at once, stored behind it, then asked about in a form.
import type { Id } from '../../shared/identifiers.ts'
import { defaultRoles, type ItemKind, type TagResult } from '../../shared/items.ts'
import type { PassageMark, PassageTag, Span } from '../../shared/passages.ts'
import { quoteOf, snapToGraphemes, trimSpan } from '../../shared/selectors.ts'
import { afterPaint } from '../after-paint.ts'
import { api } from '../api.ts'
import { useDesk, type CiteRequest } from '../desk/desk-store.ts'
import { act, say } from '../notices/notices.ts'
import { changeMarks, write } from './marks-query.ts'
import { isPending, pendingId, withBounds, withoutTag, withResult, withTag } from './optimistic-marks.ts'
import { besideKept, joinSpans, moveBound, moveBoundBySentence, selectionOfPassage, withSpans, type Bound, type Direction } from './reading-selection.ts'
import { focusText, spansToStore, type ReadingSession } from './reading-session.ts'
import { select, useReading } from './reading-store.ts'
import { sameActor } from './actor-names.ts'

/** What a tag rests on: spans, their words, and the stored passage with exactly these spans if there is one. */
export interface Ground {
  spans: Span[]
  quote: string
  passage: PassageMark | null
}

/** The selection as ground for a tag; null when nothing is selected, which is said. */
export function groundOf(session: ReadingSession): Ground | null {
  const spans = spansToStore(session)
  if (spans.length === 0) {
    say('Nothing is selected. J selects the next sentence, W the next word, or use the mouse.')
    return null
  }
  const quote = quoteOf(spans.map((span) => ({ quote: session.text.text.slice(span.start, span.end) })))
  return { spans, quote, passage: session.view.index().exactly(spans) }
}

/**
 * Tags the selection with a new claim or recommendation, or with an actor, and opens the form for it. The key's own frame
 * shows the tag alone: everything else comes after it, or before the next key.
 */
export function tagSelection(session: ReadingSession, kind: 'claim' | 'actor' | 'recommendation'): void {
  const ground = groundOf(session)
  if (!ground) return
  const painted = paintTag(session, ground, kind, null)
  afterPaint(() => {
    const done = storeTag(session, ground, painted, async (target) => {
      const item = kind === 'actor' ? await knownActor(ground.quote) : null
      return api.items.tag(item ? { ...target, item } : { ...target, kind })
    })
    useReading.setState({ form: { kind, spans: ground.spans, quote: ground.quote, done } })
  })
}

/** Tags the selection with a note under a code. */
export function tagWithCode(session: ReadingSession, code: Id): void {
  const ground = groundOf(session)
  if (!ground) return
  void putTag(session, ground, 'note', code, (target) => api.items.tag({ ...target, kind: 'note', changes: { code } }))
  focusText(session)
}

/** The one actor whose name or alias is exactly these words; null when there is none or more than one. */
async function knownActor(quote: string): Promise<Id | null> {
  if (quote.length > 200) return null
  const suggestions = await api.items.suggestActors({ text: quote, limit: 5 })
  const exact = suggestions.filter(({ matched }) => sameActor(matched, quote))
  return exact.length === 1 ? (exact[0]?.item ?? null) : null
}

/** Changes the passages shown within this very key press, before anything waits for the core or for React. */
function repaint(session: ReadingSession, change: (marks: readonly PassageMark[]) => PassageMark[]): void {
  const marks = changeMarks(session.source, change)
  if (marks) session.view.show(marks)
}

type Target = { passage: Id } | { source: Id; version: number; spans: Span[] }

/** A tag that is painted and promised, but not yet stored. */
interface PaintedTag {
  pending: { passage: Id; tag: Id }
  change: (marks: readonly PassageMark[]) => PassageMark[]
}

/** Paints a tag, and nothing else. */
function paintTag({ view }: ReadingSession, { spans, quote, passage }: Ground, kind: ItemKind, code: Id | null): PaintedTag {
  const pending = { passage: passage?.id ?? pendingId(), tag: pendingId() }
  const tag: PassageTag = { id: pending.tag, item: pending.tag, kind, role: defaultRoles[kind], code, label: quote, comment: '' }
  const before = view.passages()
  const shown = withTag(before, pending.passage, spans, tag)
  view.show(shown)
  // The very list that is shown, so that it need not be shown again.
  return { pending, change: (marks) => (marks === before ? shown : withTag(marks, pending.passage, spans, tag)) }
}

/** Stores a tag that is painted, and puts its passage in hand. */
function storeTag(
  session: ReadingSession,
  { spans, passage }: Ground,
  { pending, change }: PaintedTag,
  store: (target: Target) => Promise<TagResult>,
): Promise<TagResult | undefined> {
  const { source, text } = session
  repaint(session, change)
  select(selectionOfPassage(spans), { passage: pending.passage, offer: 'never' })
  const target = passage && !isPending(passage.id) ? { passage: passage.id } : { source, version: text.version, spans }
  return write(source, () => store(target)).then((result) => {
    if (result) settle(source, pending, result)
    return result
  })
}

/** Paints a tag at once, stores it behind that, and puts the passage in hand. */
export function putTag(
  session: ReadingSession,
  ground: Ground,
  kind: ItemKind,
  code: Id | null,
  store: (target: Target) => Promise<TagResult>,
): Promise<TagResult | undefined> {
  return storeTag(session, ground, paintTag(session, ground, kind, code), store)
}

function settle(source: Id, pending: { passage: Id; tag: Id }, result: TagResult): void {
  changeMarks(source, (marks) => withResult(marks, pending, result))
  const { selection } = useReading.getState()
  if (selection?.adding?.to === pending.passage) {
    useReading.setState({ selection: { ...selection, adding: { ...selection.adding, to: result.passage } } })
  }
  if (useReading.getState().passage !== pending.passage) return
  useReading.setState({ passage: result.passage })
  useDesk.getState().select({ kind: 'item', id: result.item })
}

/** Takes a tag off the passage in hand, or off the one exactly selected; with others near, takes the nearest in hand first. */
export function untag(session: ReadingSession): void {
  const passage = passageUnderCursor(session)
  if (!passage) return say('There is no tag here to take off.')
  const tag = tagInFocus(passage)
  if (!tag) return say('This passage has no tag.')
  if (isPending(tag.id)) return
  if (passage.id !== useReading.getState().passage && !session.view.index().exactly(spansToStore(session))) {
    takeInHand(passage)
    return say('Press U again to untag this passage, or Tab for the next one.')
  }
  repaint(session, (marks) => withoutTag(marks, tag.id))
  void write(session.source, () => api.items.untag({ tag: tag.id }))
}

/** The tag that is meant on a passage: the one whose item the Inspector shows, else the last one put on. */
export function tagInFocus(passage: PassageMark): PassageTag | null {
  const { selection } = useDesk.getState()
  const shown = selection?.kind === 'item' ? passage.tags.find((tag) => tag.item === selection.id) : undefined
  return shown ?? passage.tags.at(-1) ?? null
}

/** The passage in hand, else the one exactly selected, else the smallest around the selection, else the first within it. */
export function passageUnderCursor(session: ReadingSession): PassageMark | null {
  const { passage, selection, origin } = useReading.getState()
  const index = session.view.index()
  const held = session.view.passages().find((mark) => mark.id === passage)
  if (held) return held
  if (!selection) return origin === null ? null : (index.at(origin)[0] ?? null)
  return index.exactly(spansToStore(session)) ?? index.at(selection.head.start)[0] ?? index.overlapping(selection.head)[0] ?? null
}

/** Puts a stored passage in hand: its bounds become the selection, and the Inspector shows its item. */
export function takeInHand(passage: PassageMark, ring: Id[] = []): void {
  select(selectionOfPassage(passage.segments), { passage: passage.id, ring, offer: 'soon' })
  const tag = tagInFocus(passage)
  if (isPending(passage.id) || (tag && isPending(tag.item))) return
  useDesk.getState().select(tag ? { kind: 'item', id: tag.item } : { kind: 'passage', id: passage.id })
}

/** Moves a bound by a word or a sentence: of the passage in hand, which is stored, or else of the selection. */
export function changeBound(session: ReadingSession, bound: Bound, direction: Direction, by: 'word' | 'sentence' = 'word'): void {
  const { selection, passage } = useReading.getState()
  if (!selection) return
  const move = (spans: readonly Span[]) =>
    by === 'word' ? moveBound(session.text.text, spans, bound, direction) : moveBoundBySentence(session.walk, spans, bound, direction)
  if (selection.adding) {
    const chosen = move([{ start: Math.min(selection.anchor.start, selection.head.start), end: Math.max(selection.anchor.end, selection.head.end) }])
    const segment = chosen?.[0]
    if (segment) select(besideKept(session.text.text, selection, { by: 'word', spans: [segment], anchor: segment, head: segment }))
    return
  }
  const spans = move(selection.spans)
  if (!spans) return
  if (selection.by !== 'passage' || !passage) return select(withSpans(selection, spans))
  storeBounds(session, passage, spans)
}

/** Gives a stored passage other spans, in one step, and leaves it in hand. */
export function storeBounds(session: ReadingSession, passage: Id, wanted: readonly Span[]): void {
  const { text } = session.text
  const trimmed = wanted.map((span) => trimSpan(text, snapToGraphemes(text, span))).filter((span) => span !== null)
  const spans = joinSpans(text, trimmed)
  if (isPending(passage) || spans.length === 0) return
  repaint(session, (marks) => withBounds(marks, passage, spans))
  select(selectionOfPassage(spans), { passage, offer: 'never' })
  void write(session.source, () => api.passages.setBounds({ passage, spans }))
}

/** Puts the selection into the open memo as a citation or a block quotation; opens the latest memo, or a new one, when none is open. */
export async function cite(session: ReadingSession, as: CiteRequest['as'] = 'citation'): Promise<void> {
  const held = useReading.getState().passage
  const ground = groundOf(session)
  if (!ground) return
  const known = session.view.index().exactly(ground.spans)?.id ?? held
  const passage =
    known && !isPending(known)
      ? known
      : (await write(session.source, () =>
          api.passages.create({ source: session.source, version: session.text.version, spans: ground.spans }),
        ))?.id
  if (!passage || !(await act(openSomeMemo))) return
  select(selectionOfPassage(ground.spans), { passage, offer: 'never' })
  useDesk.getState().requestCitation(passage, as)
}

async function openSomeMemo(): Promise<true> {
  const { activeMemo, openMemo } = useDesk.getState()
  if (activeMemo) return true
  const latest = (await api.memos.list({}))[0]
  openMemo((latest ?? (await api.memos.create({}))).id)
  return true
}
