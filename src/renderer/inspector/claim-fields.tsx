// The fields of a claim.
import type { ClaimFields as Claim, Item } from '../../shared/items.ts'
import { Select } from '../interface/select.tsx'
import { ActorPicker } from './actor-picker.tsx'
import type { ChangeItem } from './item-inspector.tsx'
import { claimStatusChoices, confidenceChoices, credibilityChoices, likelihoodChoices, stanceChoices } from './words.ts'

/** Each field saves by itself. Credibility is of what is said, never of who published it. */
export function ClaimFields({ item, claim, change }: { item: Item; claim: Claim; change: ChangeItem }) {
  return (
    <>
      <span className="field-label">Speaker</span>
      <ActorPicker label="Speaker" name={claim.speaker ? (item.names[claim.speaker] ?? '') : ''} onChange={(speaker) => change({ claim: { speaker } })} />
      <Select labelled label="Stance" value={claim.stance} none="Not given" choices={stanceChoices} onChange={(stance) => void change({ claim: { stance } })} />
      <Select
        labelled
        label="Credibility"
        value={claim.credibility === null ? null : String(claim.credibility)}
        none="Not judged"
        choices={credibilityChoices}
        onChange={(grade) => void change({ claim: { credibility: grade === null ? null : Number(grade) } })}
      />
      <Select labelled label="Likelihood" value={claim.likelihood} none="Not judged" choices={likelihoodChoices} onChange={(likelihood) => void change({ claim: { likelihood } })} />
      <Select labelled label="Confidence" value={claim.confidence} none="Not judged" choices={confidenceChoices} onChange={(confidence) => void change({ claim: { confidence } })} />
      <Select labelled label="Status" value={claim.status} choices={claimStatusChoices} onChange={(status) => status && void change({ claim: { status } })} />
    </>
  )
}
