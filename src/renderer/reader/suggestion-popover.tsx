// What is suggested, beside its words: the fields that Enter accepts, which can be corrected first, and the rule.
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { actorKinds, instruments, stances } from '../../shared/items.ts'
import type { ActorProposal, ClaimProposal, RecommendationProposal, Suggestion } from '../../shared/suggestions.ts'
import { Keys } from '../interface/keys.tsx'
import { Select } from '../interface/select.tsx'
import { ActorField, type ActorFieldHandle } from './actor-field.tsx'
import { BesideText } from './beside-text.tsx'
import { focusText, isInText, type ReadingSession } from './reading-session.ts'
import { useReading } from './reading-store.ts'
import { beginsCorrecting, suggestionFieldSelector } from './suggestion-commands.ts'
import { acceptSuggestion, rejectSuggestion, shownSuggestion, useSuggestionWalk, type SuggestionEntry } from './suggestion-walk.ts'
import { Row, Statement, titled } from './form-rows.tsx'
import './suggestions.css'

/** Shows while the walk stands on a suggestion. */
export function SuggestionPopover({ session }: { session: ReadingSession }) {
  useReading()
  useSuggestionWalk((walk) => walk.suggestion)
  const suggestion = shownSuggestion()
  return suggestion ? <Panel key={suggestion.id} session={session} suggestion={suggestion} /> : null
}

/**
 * Typing in the text goes to the first field at once, over what it holds. The field takes the focus while the key goes
 * down, so that the letter, accent or composition that follows is the browser's own and can be undone there.
 */
function useTypingCorrects(session: ReadingSession): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(suggestionFieldSelector)
      if (!field || event.defaultPrevented || !isInText(session) || !beginsCorrecting(event)) return
      event.stopPropagation()
      field.focus({ preventScroll: true })
      field.select()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [session])
}

function Panel({ session, suggestion }: { session: ReadingSession; suggestion: Suggestion }) {
  useTypingCorrects(session)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    if (event.key === 'Enter') acceptSuggestion(session)
    else focusText(session)
  }
  const { start, end } = suggestion
  const spans = useMemo(() => [{ start, end }], [start, end])
  return (
    <BesideText
      session={session}
      spans={spans}
      placements={['bottom-start', 'top-start', 'right-start', 'left-start']}
      className="reader-form reader-suggestion"
      role="dialog"
      aria-label={`Suggested ${suggestion.kind}`}
      data-paint={suggestion.kind}
      onKeyDown={onKeyDown}
    >
      <div className="reader-form-body reader-form-own">
        <Fields suggestion={suggestion} />
      </div>
      <p className="reader-form-hint">
        <span>By the rule: {suggestion.rule}</span>
      </p>
      <p className="reader-suggestion-actions">
        <button type="button" className="reader-tool" onClick={() => acceptSuggestion(session)}>
          Accept <Keys keys="Enter" />
        </button>
        <button type="button" className="reader-tool" onClick={() => rejectSuggestion(session)}>
          Reject <Keys keys="x" />
        </button>
        <span>Typing corrects, Tab keeps the words · Esc leaves</span>
      </p>
    </BesideText>
  )
}

function Fields({ suggestion }: { suggestion: Suggestion }) {
  if (suggestion.kind === 'actor') return <ActorFields proposal={suggestion} />
  return suggestion.kind === 'claim' ? <ClaimFields proposal={suggestion} /> : <RecommendationFields proposal={suggestion} />
}

/** Tells the walk how the fields are read now. */
function useEntry(read: () => SuggestionEntry): void {
  useLayoutEffect(() => useSuggestionWalk.setState({ read }))
}

function ActorFields({ proposal }: { proposal: ActorProposal }) {
  const [actorKind, setActorKind] = useState(proposal.actorKind)
  const actor = useRef<ActorFieldHandle>(null)
  useEntry(() => ({ fields: { statement: proposal.name, actorKind }, actor: actor.current?.capture() }))
  return (
    <>
      <Row label="Actor">
        <ActorField ref={actor} label="Actor" placeholder="Name" start={proposal.name} quoted />
      </Row>
      <Row label="Kind">
        <Select label="Kind of actor" value={actorKind} none="Not set" choices={titled(actorKinds)} onChange={setActorKind} />
      </Row>
    </>
  )
}

function ClaimFields({ proposal }: { proposal: ClaimProposal }) {
  const [statement, setStatement] = useState(proposal.statement)
  const [stance, setStance] = useState(proposal.stance)
  const speaker = useRef<ActorFieldHandle>(null)
  useEntry(() => ({ fields: { ...stated(statement), stance }, actor: speaker.current?.capture() }))
  return (
    <>
      <Statement value={statement} onChange={setStatement} />
      <Row label="Said by">
        <ActorField ref={speaker} label="Said by" placeholder="Who says it" start={proposal.speaker ?? ''} quoted />
      </Row>
      <Row label="Stance">
        <Select label="Stance" value={stance} none="Not set" choices={titled(stances)} onChange={setStance} />
      </Row>
    </>
  )
}

function RecommendationFields({ proposal }: { proposal: RecommendationProposal }) {
  const [statement, setStatement] = useState(proposal.statement)
  const [instrument, setInstrument] = useState(proposal.instrument)
  const addressee = useRef<ActorFieldHandle>(null)
  useEntry(() => ({ fields: { ...stated(statement), instrument }, actor: addressee.current?.capture() }))
  return (
    <>
      <Statement value={statement} onChange={setStatement} />
      <Row label="Addressee">
        <ActorField ref={addressee} label="Addressee" placeholder="Who should act" start={proposal.addressee ?? ''} quoted />
      </Row>
      <Row label="Instrument">
        <Select label="Instrument" value={instrument} none="Not set" choices={titled(instruments)} onChange={setInstrument} />
      </Row>
    </>
  )
}

/** An emptied statement is the quotation's own words. */
const stated = (statement: string) => (statement.trim() === '' ? {} : { statement: statement.trim() })
