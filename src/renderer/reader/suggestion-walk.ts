// Walking through what is suggested in the open text: forwards and back, accepting, rejecting, leaving.
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import type { Suggestion, Suggestions } from '../../shared/suggestions.ts'
import { api } from '../api.ts'
import { say } from '../notices/notices.ts'
import { queryClient } from '../queries.ts'
import type { Settle } from './actor-field.tsx'
import { write } from './marks-query.ts'
import { goToSpan } from './reading-place.ts'
import { selectionOf, type ReadingSelection } from './reading-selection.ts'
import { focusText, originOf, type ReadingSession } from './reading-session.ts'
import { announce, select, useReading } from './reading-store.ts'
import { spokenSuggestion } from './suggestion-words.ts'
import { putTag } from './tagging.ts'

type Accepted = Parameters<typeof api.suggestions.accept>[0]

/** What the popover's fields hold: the actor is looked up when the tag is on the page already. */
export interface SuggestionEntry {
  fields: Pick<Accepted, 'statement' | 'actorKind' | 'stance' | 'instrument'>
  actor: Settle | undefined
}

interface Walk {
  suggestion: Suggestion | null
  /** The selection that the walk made; another one means that the reader went elsewhere. */
  selection: ReadingSelection | null
  /** Reads the popover's fields; null until it shows. */
  read: (() => SuggestionEntry) | null
}

export const useSuggestionWalk = create<Walk>(() => ({ suggestion: null, selection: null, read: null }))

const keyOf = (source: Id) => ['suggestions', 'list', { source }]

/** What is proposed in the text and not decided; null while it is being read. */
export const listOf = ({ source, text }: ReadingSession): Suggestion[] | null => {
  const found = queryClient.getQueryData<Suggestions>(keyOf(source))
  return found?.source === source && found.version === text.version ? found.suggestions : null
}

/** The suggestion that is shown now; null once anything else was selected. */
export function shownSuggestion(): Suggestion | null {
  const { suggestion, selection } = useSuggestionWalk.getState()
  const reading = useReading.getState()
  const elsewhere = reading.form !== null || reading.picking || reading.find !== null
  return suggestion && reading.selection === selection && !elsewhere ? suggestion : null
}

/** Goes to the next or previous suggestion: from the one shown, else from where the reader is; round at the ends. */
export function walkSuggestions(session: ReadingSession, by: 1 | -1): void {
  const list = listOf(session)
  if (!list) return say('Suggestions are still being read.')
  if (list.length === 0) return say('Nothing is left to suggest in this source.')
  const shown = shownSuggestion()
  const at = shown ? list.findIndex(({ id }) => id === shown.id) : -1
  const from = useReading.getState().selection?.head.start ?? originOf(session)
  const first = by > 0 ? list.findIndex(({ start }) => start >= from) : list.findLastIndex(({ start }) => start < from)
  const next = at >= 0 ? at + by : first < 0 ? (by > 0 ? 0 : list.length - 1) : first
  goTo(session, list[(next + list.length) % list.length] ?? null)
  focusText(session)
}

function goTo(session: ReadingSession, suggestion: Suggestion | null): void {
  if (!suggestion) return leaveSuggestions()
  const span = { start: suggestion.start, end: suggestion.end }
  const selection = selectionOf(span, 'word')
  window.getSelection()?.removeAllRanges()
  useReading.setState({ origin: null, find: null })
  useSuggestionWalk.setState({ suggestion, selection, read: null })
  select(selection, { offer: 'never' })
  goToSpan(session.surface, session.scroller, span)
  const list = listOf(session) ?? []
  announce(spokenSuggestion(suggestion, list.findIndex(({ id }) => id === suggestion.id) + 1, list.length))
}

/** Ends the walk; moving by keys goes on from where it was. */
export function leaveSuggestions(): void {
  const { suggestion } = useSuggestionWalk.getState()
  useSuggestionWalk.setState({ suggestion: null, selection: null, read: null })
  if (suggestion) useReading.setState({ origin: suggestion.start })
  select(null)
}

/** Takes a suggestion off the list at once; answers the one to go on with. */
function takeOff(session: ReadingSession, { id }: Suggestion): Suggestion | null {
  const list = listOf(session) ?? []
  const at = list.findIndex((each) => each.id === id)
  void queryClient.cancelQueries({ queryKey: keyOf(session.source) })
  queryClient.setQueryData<Suggestions>(keyOf(session.source), (known) =>
    known ? { ...known, total: known.total - (at < 0 ? 0 : 1), suggestions: known.suggestions.filter((each) => each.id !== id) } : known,
  )
  return list[at + 1] ?? list.find((each) => each.id !== id) ?? null
}

/** Whatever became of a decision, the list is read again as it is. */
const readAgain = (session: ReadingSession) => void queryClient.invalidateQueries({ queryKey: keyOf(session.source) })

const decided = ({ source, text }: ReadingSession, { start, end, kind, rule }: Suggestion) =>
  ({ source, version: text.version, span: { start, end }, kind, rule })

/** Tags what is suggested with the fields as they stand, and goes on. */
export function acceptSuggestion(session: ReadingSession): void {
  const suggestion = shownSuggestion()
  const entry = useSuggestionWalk.getState().read?.()
  if (!suggestion || !entry) return
  const spans = [{ start: suggestion.start, end: suggestion.end }]
  const next = takeOff(session, suggestion)
  const ground = { spans, quote: suggestion.quote, passage: session.view.index().exactly(spans) }
  const proponent = suggestion.kind === 'recommendation' && suggestion.proponent ? { name: suggestion.proponent } : null
  const person = suggestion.kind === 'actor' ? { aliases: suggestion.aliases, role: suggestion.role } : {}
  void putTag(session, ground, suggestion.kind, null, async () =>
    api.suggestions.accept({ ...decided(session, suggestion), ...entry.fields, ...person, proponent, actor: (await entry.actor?.()) ?? null }),
  ).then(() => readAgain(session))
  goTo(session, next)
  focusText(session)
}

/** Keeps that the suggestion is not wanted, and goes on. */
export function rejectSuggestion(session: ReadingSession): void {
  const suggestion = shownSuggestion()
  if (!suggestion) return
  const next = takeOff(session, suggestion)
  void write(session.source, () => api.suggestions.reject(decided(session, suggestion))).then(() => readAgain(session))
  goTo(session, next)
  focusText(session)
}
