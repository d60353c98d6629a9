// In the Inspector: whom an actor belongs to, and who is perhaps the same.
import { X } from 'lucide-react'
import type { Id } from '../../shared/identifiers.ts'
import type { ActorFields } from '../../shared/items.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { suggestActors } from '../inspector/actor-picker.tsx'
import { IconButton } from '../interface/button.tsx'
import { Picker } from '../interface/picker.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { mergeActors } from './actors-in-hand.ts'

type Group = { item: Id } | { name: string }

/** Chips of the actors it is a member of; a name that nobody has makes an actor of it. */
export function Memberships({ actor, fields }: { actor: Id; fields: ActorFields }) {
  const ties = useCall('actors', 'ties', { actor }).data
  const join = (group: Group, clearAffiliation = false) => void act(() => api.actors.join({ actor, group, clearAffiliation }))
  const { affiliation } = fields
  return (
    <>
      <span className="field-label">Member of</span>
      <div className="chips">
        {(ties?.memberOf ?? []).map(({ item, name }) => (
          <span key={item} className="chip">
            <button type="button" className="chip-open" onClick={() => useDesk.getState().select({ kind: 'item', id: item })}>
              {name}
            </button>
            <IconButton icon={X} label={`Remove membership of ${name}`} className="chip-remove" onClick={() => void act(() => api.actors.leave({ actor, group: item }))} />
          </span>
        ))}
        <Picker label="Member of" value="" placeholder="Add an actor" suggest={suggestActors} creates="actor" onPick={({ id }) => join({ item: id })} onCreate={(name) => join({ name })} />
      </div>
      {affiliation ? (
        <p className="alike">
          Affiliation in words: {affiliation}
          <button type="button" onClick={() => join({ name: affiliation }, true)}>
            Make it a membership
          </button>
        </p>
      ) : null}
      {ties && ties.alike.length > 0 ? (
        <p className="alike">
          Perhaps the same:
          {ties.alike.map(({ item, name }) => (
            <button key={item} type="button" title={`Merge with ${name}…`} onClick={() => mergeActors([actor, item])}>
              {name}
            </button>
          ))}
        </p>
      ) : null}
    </>
  )
}
