// Opens a hit where it belongs.
import type { SearchHit } from '../../shared/search.ts'
import { afterPaint } from '../after-paint.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { focusPane, focusText } from '../frame/pane-focus.ts'
import { openAtWords } from '../memos/go-to-citation.ts'
import { act } from '../notices/notices.ts'
import { foundIn } from './found-in.ts'

/** A source at the words found, a passage or an item's first passage in the Reader, a memo at the sentence with the words found. */
export async function openHit(hit: SearchHit): Promise<void> {
  const desk = useDesk.getState()
  if (hit.kind === 'memo') {
    const found = foundIn(hit)
    if (found) return openAtWords(hit.ref, found)
    desk.openMemo(hit.ref)
    return afterPaint(() => focusPane('memo'))
  }
  if (hit.kind === 'source') {
    desk.openSource(hit.ref, hit.span ? { span: hit.span } : undefined)
    return afterPaint(focusText)
  }
  if (hit.passage && (hit.kind === 'passage' || hit.kind === 'remark')) {
    desk.select({ kind: 'passage', id: hit.passage })
    if (hit.source) desk.openSource(hit.source, { passage: hit.passage, ...(hit.span ? { span: hit.span } : {}) })
    return afterPaint(focusText)
  }
  await openItem(hit.ref)
}

/** Shows an item in the Inspector and its first passage, if it has one, in the Reader. */
export async function openItem(item: string): Promise<void> {
  const desk = useDesk.getState()
  desk.select({ kind: 'item', id: item })
  desk.show('inspector')
  const whole = await act(() => api.items.get({ item }))
  const passage = whole?.passages[0]?.passage
  if (passage) desk.openSource(passage.source, { passage: passage.id })
}
