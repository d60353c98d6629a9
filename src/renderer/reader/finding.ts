// Searching within the text: opening the search, moving among its matches, and leaving with one selected.
import type { Span } from '../../shared/passages.ts'
import { wordEndAfter, wordStartBefore } from '../../shared/words.ts'
import { findMatches, matchFrom } from './find-matches.ts'
import { goToSpan } from './reading-place.ts'
import { selectionOf } from './reading-selection.ts'
import { focusText, originOf, type ReadingSession } from './reading-session.ts'
import { select, useReading } from './reading-store.ts'

/** Opens the search; what is selected in a few words is what is sought. Where it begins is kept for the first match. */
export function openFind(session: ReadingSession): void {
  const { find, selection } = useReading.getState()
  if (find) return
  const words = selection && selection.spans.length === 1 ? session.text.text.slice(selection.head.start, selection.head.end) : ''
  const brief = words.length <= 60 && selection?.by !== 'sentence' && !words.includes('\n') ? words : ''
  const from = selection?.head.start ?? originOf(session)
  const matches = findMatches(session.text.text, brief)
  useReading.setState({ find: { query: brief, matches, at: matchFrom(matches, from), from }, form: null, picking: false, link: null })
}

/** Seeks other words, from where the search was opened. */
export function findWords(session: ReadingSession, query: string): void {
  const { find } = useReading.getState()
  if (!find) return
  const matches = findMatches(session.text.text, query)
  show(session, { ...find, query, matches, at: matchFrom(matches, find.from) })
}

/** Goes to the next match or the one before, round the ends. */
export function stepMatch(session: ReadingSession, step: 1 | -1): void {
  const { find } = useReading.getState()
  if (!find || find.matches.length === 0) return
  show(session, { ...find, at: (find.at + step + find.matches.length) % find.matches.length })
}

function show(session: ReadingSession, find: NonNullable<ReturnType<typeof useReading.getState>['find']>): void {
  useReading.setState({ find })
  const match = find.matches[find.at]
  if (match) goToSpan(session.surface, session.scroller, match)
}

/** Ends the search; the match that is shown stays selected, widened to whole words, so that it can be tagged at once. */
export function closeFind(session: ReadingSession): void {
  const { find } = useReading.getState()
  const match = find?.matches[find.at]
  useReading.setState({ find: null })
  focusText(session)
  if (match) select(selectionOf(wholeWords(session.text.text, match), 'find'))
}

/** Scripts written without spaces have no visible words: what was typed there is what is meant. */
const isWithinWord = (letter: string): boolean =>
  /[\p{L}\p{N}]/u.test(letter) &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(letter)

/** A match that begins or ends within a word, widened to that word; a possessive is not part of it. */
export function wholeWords(text: string, match: Span): Span {
  const wordy = (at: number): boolean => isWithinWord(text.slice(at - 1, at)) && isWithinWord(text.slice(at, at + 1))
  const start = wordy(match.start) ? (wordStartBefore(text, match.start) ?? match.start) : match.start
  const end = wordy(match.end) ? (wordEndAfter(text, match.end) ?? match.end) : match.end
  return { start, end }
}
