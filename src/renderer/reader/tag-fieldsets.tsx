// The fields of the form beside a passage just tagged: of a claim, a recommendation, and a mention of an actor.
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { actorKinds, type ActorFields, type ClaimFields, type RecommendationFields, type TagResult } from '../../shared/items.ts'
import type { Source } from '../../shared/sources.ts'
import { api } from '../api.ts'
import { Select } from '../interface/select.tsx'
import { confidenceChoices, credibilityChoices, instrumentChoices, likelihoodChoices, stanceChoices } from '../inspector/words.ts'
import { queryClient } from '../queries.ts'
import { ActorField, type ActorFieldHandle } from './actor-field.tsx'
import type { ActorChoice } from './actor-options.ts'
import { EvidenceOffer, type Evidence } from './evidence-offer.tsx'
import { Row, Statement, titled } from './form-rows.tsx'
import { hullOf } from './highlight-layers.ts'
import { Judgement } from './judgement.tsx'
import { claimCompletion, keepTag, mentionCompletion, recommendationCompletion } from './keep-tag.ts'
import { nearbyActors } from './nearby-actors.ts'
import { probableSpeaker, type Said } from './probable-speaker.ts'
import type { ReadingSession } from './reading-session.ts'
import type { TagForm } from './reading-store.ts'
import { listOf } from './suggestion-walk.ts'

/** Stores what a form holds once the tag is there; `byKey` is false when the form was left and not kept by Enter. */
export type Keep = (byKey: boolean) => (result: TagResult) => Promise<TagResult>

interface FieldsProps {
  session: ReadingSession
  form: TagForm
  /** What the core made, once it has. */
  result: TagResult | undefined
  /** Tells the form how its fields are kept. */
  onKeep: (keep: Keep) => void
}

/** Speakers given in this window, by source: what was said of a paragraph holds for its next claim too. */
const speakersGiven = new Map<string, Said[]>()

function assumedSpeaker(session: ReadingSession, form: TagForm) {
  const source = queryClient.getQueryData<Source>(['sources', 'get', { source: session.source }])
  return probableSpeaker(hullOf({ segments: form.spans }), {
    blocks: session.text.blocks,
    suggestions: listOf(session),
    given: speakersGiven.get(session.source) ?? [],
    authors: source?.metadata.authors ?? [],
  })
}

async function rememberSpeaker({ source }: ReadingSession, form: TagForm, made: TagResult, choice: ActorChoice): Promise<void> {
  const name = 'name' in choice ? choice.name : (await api.items.get({ item: made.item })).names[choice.item]
  if (!name) return
  speakersGiven.set(source, [...(speakersGiven.get(source) ?? []), { ...hullOf({ segments: form.spans }), name, choice }])
}

/** The item that the tag made itself, which is not offered as another; undefined while it is not known. */
const ownItem = (result: TagResult | undefined) => (result ? result.item : undefined)

export function ClaimFieldset({ session, form, result, onKeep }: FieldsProps) {
  const [statement, setStatement] = useState(form.quote)
  const [stance, setStance] = useState<ClaimFields['stance']>(null)
  const [likelihood, setLikelihood] = useState<ClaimFields['likelihood']>(null)
  const [confidence, setConfidence] = useState<ClaimFields['confidence']>(null)
  const [credibility, setCredibility] = useState<string | null>(null)
  const [evidence, setEvidence] = useState<Evidence | null>(null)
  const speaker = useRef<ActorFieldHandle>(null)
  const nearby = useMemo(() => nearbyActors(session, form.spans, listOf(session)), [session, form])
  const assumed = useMemo(() => assumedSpeaker(session, form), [session, form])
  useLayoutEffect(() => onKeep((byKey) => {
    const said = speaker.current?.capture(byKey)
    return async (made) => {
      const choice = (await said?.()) ?? null
      const grade = credibility === null ? null : Number(credibility)
      const kept = await keepTag(made, claimCompletion(form.quote, { statement, speaker: choice, stance, likelihood, confidence, credibility: grade, evidence }))
      if (choice && !evidence) await rememberSpeaker(session, form, kept, choice)
      return kept
    }
  }))
  return (
    <>
      <div className="reader-form-own" inert={evidence !== null}>
        <Statement value={statement} onChange={setStatement} />
        <Row label="Said by">
          <ActorField ref={speaker} label="Said by" placeholder="Who says it" assumed={assumed} nearby={nearby} />
        </Row>
        <Judgement>
          <Select label="Stance" none="Stance" value={stance} choices={stanceChoices} onChange={setStance} />
          <Select label="Likelihood" none="Likelihood" value={likelihood} choices={likelihoodChoices} onChange={setLikelihood} />
          <Select label="Confidence" none="Confidence" value={confidence} choices={confidenceChoices} onChange={setConfidence} />
          <Select label="Credibility of what is said" none="Credibility" value={credibility} choices={credibilityChoices} onChange={setCredibility} />
        </Judgement>
      </div>
      <EvidenceOffer kind="claim" statement={statement} own={ownItem(result)} evidence={evidence} onChange={setEvidence} />
    </>
  )
}

export function RecommendationFieldset({ session, form, result, onKeep }: FieldsProps) {
  const [statement, setStatement] = useState(form.quote)
  const [instrument, setInstrument] = useState<RecommendationFields['instrument']>(null)
  const [evidence, setEvidence] = useState<Evidence | null>(null)
  const addressee = useRef<ActorFieldHandle>(null)
  const proponent = useRef<ActorFieldHandle>(null)
  const nearby = useMemo(() => nearbyActors(session, form.spans, listOf(session)), [session, form])
  const assumed = useMemo(() => assumedSpeaker(session, form), [session, form])
  useLayoutEffect(() => onKeep((byKey) => {
    const to = addressee.current?.capture(byKey)
    const from = proponent.current?.capture(byKey)
    return async (made) =>
      keepTag(made, recommendationCompletion(form.quote, { statement, instrument, addressee: (await to?.()) ?? null, proponent: (await from?.()) ?? null, evidence }))
  }))
  return (
    <>
      <div className="reader-form-own" inert={evidence !== null}>
        <Statement value={statement} onChange={setStatement} />
        <Row label="Addressee">
          <ActorField ref={addressee} label="Addressee" placeholder="Who should act" nearby={nearby} />
        </Row>
        <Row label="Proposed by">
          <ActorField ref={proponent} label="Proposed by" placeholder="Who says so" assumed={assumed} nearby={nearby} />
        </Row>
        <Judgement>
          <Select label="Instrument" none="Instrument" value={instrument} choices={instrumentChoices} onChange={setInstrument} />
        </Judgement>
      </div>
      <EvidenceOffer kind="recommendation" statement={statement} own={ownItem(result)} evidence={evidence} onChange={setEvidence} />
    </>
  )
}

export function MentionFieldset({ form, result, onKeep }: FieldsProps) {
  const [actorKind, setActorKind] = useState<ActorFields['actorKind']>(null)
  const actor = useRef<ActorFieldHandle>(null)
  const own = result?.itemCreated ? result.item : null
  useLayoutEffect(() => onKeep(() => {
    const chosen = actor.current?.capture()
    return async (made) => {
      const itself = made.itemCreated ? made.item : null
      return keepTag(made, mentionCompletion(made, form.quote, { actorKind, actor: (await chosen?.(itself)) ?? null }))
    }
  }))
  return (
    <div className="reader-form-own">
      <Row label="Actor">
        <ActorField ref={actor} label="Actor" placeholder="Name" start={form.quote} except={own} quoted />
      </Row>
      <Row label="Kind">
        <Select label="Kind of actor" value={actorKind} none="Not set" choices={titled(actorKinds)} onChange={setActorKind} />
      </Row>
    </div>
  )
}
