// The fields of a recommendation.
import { X } from 'lucide-react'
import type { Item, RecommendationFields as Recommendation } from '../../shared/items.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { IconButton } from '../interface/button.tsx'
import { Picker, type PickerChoice } from '../interface/picker.tsx'
import { Select } from '../interface/select.tsx'
import { filterRows } from '../library/filter-rows.ts'
import { ActorPicker } from './actor-picker.tsx'
import type { ChangeItem } from './item-inspector.tsx'
import { instrumentChoices, recommendationStatusChoices } from './words.ts'

interface RecommendationFieldsProps {
  item: Item
  recommendation: Recommendation
  change: ChangeItem
}

/** Each field saves by itself. */
export function RecommendationFields({ item, recommendation, change }: RecommendationFieldsProps) {
  const { addressee, proponent, instrument, status, restsOn } = recommendation
  const nameOf = (actor: string | null): string => (actor ? (item.names[actor] ?? '') : '')
  return (
    <>
      <span className="field-label">Addressee</span>
      <ActorPicker label="Addressee" name={nameOf(addressee)} onChange={(actor) => change({ recommendation: { addressee: actor } })} />
      <span className="field-label">Proponent</span>
      <ActorPicker label="Proponent" name={nameOf(proponent)} onChange={(actor) => change({ recommendation: { proponent: actor } })} />
      <Select labelled label="Instrument" value={instrument} none="Not given" choices={instrumentChoices} onChange={(next) => void change({ recommendation: { instrument: next } })} />
      <Select labelled label="Status" value={status} choices={recommendationStatusChoices} onChange={(next) => next && void change({ recommendation: { status: next } })} />
      <span className="field-label">Rests on</span>
      <RestsOn claims={restsOn} names={item.names} onChange={(next) => void change({ recommendation: { restsOn: next } })} />
    </>
  )
}

async function suggestClaims(text: string): Promise<PickerChoice[]> {
  const claims = await api.items.list({ kind: 'claim' })
  return filterRows(claims, text, (claim) => [claim.statement, claim.detail])
    .slice(0, 8)
    .map((claim) => ({ id: claim.id, title: claim.statement, detail: claim.detail }))
}

function RestsOn(props: { claims: string[]; names: Record<string, string>; onChange: (claims: string[]) => void }) {
  const { claims, names, onChange } = props
  return (
    <div className="rests-on">
      {claims.map((claim) => (
        <span key={claim} className="rests-on-claim">
          <button type="button" className="reference" onClick={() => useDesk.getState().select({ kind: 'item', id: claim })}>
            <span className="kind-dot kind-claim" aria-hidden="true" />
            <span>{names[claim] ?? 'A claim'}</span>
          </button>
          <IconButton icon={X} label={`No longer rests on ${names[claim] ?? 'this claim'}`} onClick={() => onChange(claims.filter((other) => other !== claim))} />
        </span>
      ))}
      <Picker
        label="Add a claim"
        value=""
        placeholder="Add a claim"
        suggest={suggestClaims}
        onPick={(choice) => (claims.includes(choice.id) ? undefined : onChange([...claims, choice.id]))}
      />
    </div>
  )
}
