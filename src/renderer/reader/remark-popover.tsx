// A remark on one tag, written beside its words: what this passage does for this item.
import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { api } from '../api.ts'
import { say } from '../notices/notices.ts'
import { BesideText } from './beside-text.tsx'
import { changeMarks, write } from './marks-query.ts'
import { isPending, withComment } from './optimistic-marks.ts'
import { focusText, type ReadingSession } from './reading-session.ts'
import { useReading, type RemarkForm } from './reading-store.ts'
import { passageUnderCursor, tagInFocus, takeInHand } from './tagging.ts'

/** Opens the remark of the tag in focus on the passage under the cursor. */
export function startRemark(session: ReadingSession): void {
  const passage = passageUnderCursor(session)
  const tag = passage && tagInFocus(passage)
  if (!tag) return say('There is no tag here to remark on. Tag the words first.')
  if (isPending(tag.id)) return
  takeInHand(passage, useReading.getState().ring)
  useReading.setState({ remark: { tag: tag.id, spans: passage.segments, comment: tag.comment }, offer: 'never' })
}

/** Shows while a remark is being written. */
export function RemarkPopover({ session }: { session: ReadingSession }) {
  const remark = useReading((reading) => reading.remark)
  return remark ? <RemarkPanel key={remark.tag} session={session} remark={remark} /> : null
}

function RemarkPanel({ session, remark }: { session: ReadingSession; remark: RemarkForm }) {
  const [comment, setComment] = useState(remark.comment)
  const field = useRef<HTMLTextAreaElement>(null)
  const closed = useRef(false)
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  const close = (kept: boolean): void => {
    if (closed.current) return
    closed.current = true
    useReading.setState((now) => (now.remark === remark ? { remark: null } : {}))
    const words = comment.trim()
    if (!kept || words === remark.comment) return
    const marks = changeMarks(session.source, (known) => withComment(known, remark.tag, words))
    if (marks) session.view.show(marks)
    void write(session.source, () => api.items.setTag({ tag: remark.tag, comment: words }))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    if (event.nativeEvent.isComposing || event.shiftKey || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    close(event.key === 'Enter')
    focusText(session)
  }
  const onBlur = (event: FocusEvent): void => {
    const stays = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
    if (!stays && document.hasFocus()) close(true)
  }
  return (
    <BesideText
      session={session}
      spans={remark.spans}
      placements={['bottom-start', 'top-start', 'right-start', 'left-start']}
      className="reader-form reader-remark-form"
      role="dialog"
      aria-label="Remark"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <p className="reader-form-head">
        <b>Remark on this passage</b>
        <span>Enter keeps · Esc leaves it as it was</span>
      </p>
      <div className="reader-form-body">
        <textarea ref={field} className="reader-field reader-statement" aria-label="Remark" rows={2} value={comment} onChange={(event) => setComment(event.target.value)} />
      </div>
    </BesideText>
  )
}
