// Picks an actor: by name or alias among those that are there, or a new one.
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { Picker, type PickerChoice } from '../interface/picker.tsx'
import { act } from '../notices/notices.ts'

interface ActorPickerProps {
  label: string
  /** The name of the actor that is set, empty for none. */
  name: string
  onChange: (actor: Id | null) => unknown
}

/** Actors that fit what is typed, as choices of a field. */
export async function suggestActors(text: string): Promise<PickerChoice[]> {
  if (text === '') {
    const actors = await api.items.list({ kind: 'actor' })
    return actors.slice(0, 8).map((actor) => ({ id: actor.id, title: actor.statement, detail: actor.detail }))
  }
  const found = await api.items.suggestActors({ text, limit: 8 })
  return found.map((actor) => ({
    id: actor.item,
    title: actor.name,
    detail: actor.matched === actor.name ? actor.role : `also ${actor.matched}`,
  }))
}

/** A field over an actor's id; typing a name that nobody has makes an actor of it. */
export function ActorPicker({ label, name, onChange }: ActorPickerProps) {
  const create = async (statement: string) => {
    const actor = await act(() => api.items.create({ kind: 'actor', statement }))
    if (actor) onChange(actor.id)
  }
  return (
    <Picker
      label={label}
      value={name}
      placeholder="None"
      suggest={suggestActors}
      creates="actor"
      onPick={(choice) => onChange(choice.id)}
      onCreate={(typed) => void create(typed)}
      onClear={() => onChange(null)}
    />
  )
}
