// The small form beside a passage just tagged: Enter keeps what it says, Escape keeps the bare tag.
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { paragraphNumber } from '../../shared/blocks.ts'
import { actorKinds, instruments, stances, type TagResult } from '../../shared/items.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Select } from '../interface/select.tsx'
import { ActorField, type ActorFieldHandle } from './actor-field.tsx'
import { BesideText } from './beside-text.tsx'
import { keepClaim, keepMention, keepRecommendation } from './keep-tag.ts'
import { write } from './marks-query.ts'
import { nearbyActors } from './nearby-actors.ts'
import { focusText, type ReadingSession } from './reading-session.ts'
import { useReading, type TagForm } from './reading-store.ts'

const titles = { claim: 'Claim', actor: 'Actor', recommendation: 'Recommendation' }

/** Stores what a form holds once the tag is there; made when the form is kept, so that it outlives the form. */
type Keep = () => (result: TagResult) => Promise<TagResult>

interface FieldsProps {
  session: ReadingSession
  form: TagForm
  /** Tells the form how its fields are kept. */
  onKeep: (keep: Keep) => void
}

/** Opens when something was tagged with a claim, an actor or a recommendation. */
export function TagPopover({ session }: { session: ReadingSession }) {
  const form = useReading((reading) => reading.form)
  return form ? <TagFormPanel key={form.kind + form.spans[0]?.start} session={session} form={form} /> : null
}

function TagFormPanel({ session, form }: { session: ReadingSession; form: TagForm }) {
  const keep = useRef<Keep | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const closed = useRef(false)
  useLayoutEffect(() => {
    body.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus({ preventScroll: true })
  }, [])

  const close = (kept: boolean): void => {
    if (closed.current) return
    closed.current = true
    const store = kept ? keep.current?.() : undefined
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
    if (!stays && document.hasFocus()) close(true)
  }
  const Fields = form.kind === 'claim' ? ClaimFieldset : form.kind === 'actor' ? MentionFieldset : RecommendationFieldset
  return (
    <BesideText
      session={session}
      spans={form.spans}
      placements={['bottom-start', 'top-start', 'right-start', 'left-start']}
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
          <Origin session={session} form={form} />
        </b>
        <span>Enter keeps · Esc keeps the bare tag</span>
      </p>
      <div ref={body} className="reader-form-body">
        <Fields session={session} form={form} onKeep={(next) => void (keep.current = next)} />
      </div>
    </BesideText>
  )
}

/** Stores the form, and shows in the Inspector what the passage is a mention of now. */
async function keepResult(session: ReadingSession, made: TagResult, store: (made: TagResult) => Promise<TagResult>): Promise<void> {
  const kept = await write(session.source, () => store(made))
  const { selection, select } = useDesk.getState()
  if (kept && kept.item !== made.item && selection?.kind === 'item' && selection.id === made.item) select({ kind: 'item', id: kept.item })
}

/** Says what was made: a new item, or a mention of an actor that was there. */
function Origin({ session, form }: { session: ReadingSession; form: TagForm }) {
  const known = useResult(form)?.itemCreated === false
  const paragraph = paragraphNumber(session.text.blocks, form.spans[0]?.start ?? 0)
  return <>{`${known ? 'Known' : 'New'} ${form.kind} in ¶ ${paragraph}`}</>
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

/** A labelled row of the form. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="reader-form-row">
      <span className="reader-form-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  )
}

/** The field for a statement. */
export function Statement({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Row label="Statement">
      <textarea
        className="reader-field reader-statement"
        aria-label="Statement"
        rows={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Row>
  )
}

/** Choices as a select shows them. */
export const titled = <T extends string>(values: readonly T[]) =>
  values.map((value) => ({ value, title: value.charAt(0).toUpperCase() + value.slice(1) }))

function ClaimFieldset({ session, form, onKeep }: FieldsProps) {
  const [statement, setStatement] = useState(form.quote)
  const [stance, setStance] = useState<(typeof stances)[number] | null>(null)
  const speaker = useRef<ActorFieldHandle>(null)
  const nearby = useMemo(() => nearbyActors(session, form.spans), [session, form])
  useLayoutEffect(() => onKeep(() => {
    const said = speaker.current?.capture()
    return async (result) => keepClaim(result, form.quote, { statement, stance, speaker: (await said?.()) ?? null })
  }))
  return (
    <>
      <Statement value={statement} onChange={setStatement} />
      <Row label="Said by">
        <ActorField ref={speaker} label="Said by" placeholder="Who says it" nearby={nearby} />
      </Row>
      <Row label="Stance">
        <Select label="Stance" value={stance} none="Not set" choices={titled(stances)} onChange={setStance} />
      </Row>
    </>
  )
}

function RecommendationFieldset({ session, form, onKeep }: FieldsProps) {
  const [statement, setStatement] = useState(form.quote)
  const [instrument, setInstrument] = useState<(typeof instruments)[number] | null>(null)
  const addressee = useRef<ActorFieldHandle>(null)
  const nearby = useMemo(() => nearbyActors(session, form.spans), [session, form])
  useLayoutEffect(() => onKeep(() => {
    const to = addressee.current?.capture()
    return async (result) =>
      keepRecommendation(result, form.quote, { statement, instrument, addressee: (await to?.()) ?? null })
  }))
  return (
    <>
      <Statement value={statement} onChange={setStatement} />
      <Row label="Addressee">
        <ActorField ref={addressee} label="Addressee" placeholder="Who should act" nearby={nearby} />
      </Row>
      <Row label="Instrument">
        <Select label="Instrument" value={instrument} none="Not set" choices={titled(instruments)} onChange={setInstrument} />
      </Row>
    </>
  )
}

function MentionFieldset({ form, onKeep }: FieldsProps) {
  const [actorKind, setActorKind] = useState<(typeof actorKinds)[number] | null>(null)
  const actor = useRef<ActorFieldHandle>(null)
  const result = useResult(form)
  const own = result?.itemCreated ? result.item : null
  useLayoutEffect(() => onKeep(() => {
    const chosen = actor.current?.capture()
    return async (result) => {
      const made = result.itemCreated ? result.item : null
      return keepMention(result, form.quote, { actorKind, actor: (await chosen?.(made)) ?? null })
    }
  }))
  return (
    <>
      <Row label="Actor">
        <ActorField ref={actor} label="Actor" placeholder="Name" start={form.quote} except={own} quoted />
      </Row>
      <Row label="Kind">
        <Select label="Kind of actor" value={actorKind} none="Not set" choices={titled(actorKinds)} onChange={setActorKind} />
      </Row>
    </>
  )
}
