// Passages of several segments: begun, added to and taken back by keys and with the mouse.
import { say } from '../notices/notices.ts'
import { beginSegment, selectionOfPassage, withoutLastSegment, type ReadingSelection } from './reading-selection.ts'
import { spansToStore, type ReadingSession } from './reading-session.ts'
import { announce, select, useReading } from './reading-store.ts'
import { storeBounds } from './tagging.ts'

/** Keeps what is selected; the next move by keys chooses a further segment of the same passage. */
export function startSegment(): void {
  const { selection, passage } = useReading.getState()
  if (!selection) return say('Nothing is selected yet. Select the first segment, then + begins the next.')
  const to = selection.by === 'passage' ? passage : null
  const begun = beginSegment(selection, to)
  select(begun, { offer: 'never' })
  say(begun.adding?.to ? 'Choose a further segment with J, K, W or B. Enter adds it to the passage, Esc leaves it.' : 'Choose a further segment with J, K, W or B, then tag as always. Esc takes it back.')
}

/** Adds a segment that the mouse selected: to the passage in hand, which is stored, or to the selection. */
export function addSegment(session: ReadingSession, selection: ReadingSelection): void {
  const { passage, selection: before } = useReading.getState()
  if (before?.by === 'passage' && passage) return storeBounds(session, passage, selection.spans)
  select(selection)
}

/** Takes the last segment off. */
export function dropSegment(session: ReadingSession): void {
  const { selection, passage } = useReading.getState()
  const left = selection && withoutLastSegment(selection)
  if (!left) return say('Only one segment is selected.')
  if (left.by === 'passage' && passage) storeBounds(session, passage, left.spans)
  else select(left, { offer: 'never' })
  announce(left.spans.map((span) => session.text.text.slice(span.start, span.end)).join(' … '))
}

/** Whether a further segment of a stored passage is being chosen. */
export const isGrowing = (): boolean => Boolean(useReading.getState().selection?.adding?.to)

/** Stores the segments chosen for the passage. */
export function keepSegments(session: ReadingSession): void {
  const to = useReading.getState().selection?.adding?.to
  if (to) storeBounds(session, to, spansToStore(session))
}

/** Leaves the segment being chosen and goes back to what was selected before; false when there is none. */
export function leaveSegment(): boolean {
  const adding = useReading.getState().selection?.adding
  if (!adding) return false
  const kept = selectionOfPassage(adding.kept)
  if (adding.to) select(kept, { passage: adding.to, offer: 'never' })
  else select({ ...kept, by: 'word' }, { offer: 'never' })
  return true
}
