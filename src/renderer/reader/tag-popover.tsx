// The small form beside a passage just tagged: Enter keeps what it says, Escape keeps the bare tag.
import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { TagResult } from '../../shared/items.ts'
import { useDesk } from '../desk/desk-store.ts'
import { placeWordsAt } from '../interface/place-words.ts'
import { BesideText } from './beside-text.tsx'
import { changeMarks, write } from './marks-query.ts'
import { withItem } from './optimistic-marks.ts'
import { focusText, type ReadingSession } from './reading-session.ts'
import { useReading, type TagForm } from './reading-store.ts'
import { ClaimFieldset, MentionFieldset, RecommendationFieldset, type Keep } from './tag-fieldsets.tsx'

/** What items met before add to the form once they are found, in pixels. */
const offersHeight = 170

const titles = { claim: 'Claim', actor: 'Actor', recommendation: 'Recommendation' }

/** Opens when something was tagged with a claim, an actor or a recommendation. */
export function TagPopover({ session }: { session: ReadingSession }) {
  const form = useReading((reading) => reading.form)
  return form ? <TagFormPanel key={form.kind + form.spans[0]?.start} session={session} form={form} /> : null
}

function TagFormPanel({ session, form }: { session: ReadingSession; form: TagForm }) {
  const keep = useRef<Keep | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const closed = useRef(false)
  const result = useResult(form)
  useLayoutEffect(() => {
    body.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus({ preventScroll: true })
  }, [])

  const close = (kept: boolean, byKey = true): void => {
    if (closed.current) return
    closed.current = true
    const store = kept ? keep.current?.(byKey) : undefined
    useReading.setState((now) => (now.form === form ? { form: null } : {}))
    if (store) void form.done.then((result) => result && keepResult(session, result, store))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    close(event.key === 'Enter')
    focusText(session)
  }
  const onBlur = (event: FocusEvent): void => {
    const stays = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
    if (!stays && document.hasFocus()) close(true, false)
  }
  const Fields = form.kind === 'claim' ? ClaimFieldset : form.kind === 'actor' ? MentionFieldset : RecommendationFieldset
  return (
    <BesideText
      session={session}
      spans={form.spans}
      placements={['bottom-start', 'top-start', 'right-start', 'left-start']}
      growth={form.kind === 'actor' ? 0 : offersHeight}
      className="reader-form"
      role="dialog"
      aria-label={titles[form.kind]}
      tabIndex={-1}
      data-paint={form.kind}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <p className="reader-form-head">
        <b>
          <Origin session={session} form={form} result={result} />
        </b>
        <span>Enter keeps · Esc keeps the bare tag</span>
      </p>
      <div ref={body} className="reader-form-body">
        <Fields session={session} form={form} result={result} onKeep={(next) => void (keep.current = next)} />
      </div>
    </BesideText>
  )
}

/** Stores the form, and shows in the Inspector what the passage is a mention of now. */
async function keepResult(session: ReadingSession, made: TagResult, store: (made: TagResult) => Promise<TagResult>): Promise<void> {
  const kept = await write(session.source, () => store(made))
  if (!kept || kept.item === made.item) return
  // Before the passages are read again: a key that comes now must not mean the item that is gone.
  changeMarks(session.source, (marks) => withItem(marks, made, kept))
  const { selection, select } = useDesk.getState()
  if (selection?.kind === 'item' && selection.id === made.item) select({ kind: 'item', id: kept.item })
}

/** Says what was made: a new item, or a mention of an actor that was there. */
function Origin({ session, form, result }: { session: ReadingSession; form: TagForm; result: TagResult | undefined }) {
  const known = result?.itemCreated === false
  const place = placeWordsAt(session.text.blocks, form.spans[0]?.start ?? 0)
  return <>{`${known ? 'Known' : 'New'} ${form.kind} in ${place}`}</>
}

/** What the core made, once it has. */
function useResult(form: TagForm): TagResult | undefined {
  const [result, setResult] = useState<TagResult | undefined>()
  useEffect(() => {
    let current = true
    void form.done.then((done) => current && setResult(done))
    return () => {
      current = false
    }
  }, [form])
  return result
}
