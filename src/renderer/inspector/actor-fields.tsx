// The fields of an actor.
import { X } from 'lucide-react'
import { useState } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import type { ActorFields as Actor } from '../../shared/items.ts'
import { Memberships } from '../actors/memberships.tsx'
import { IconButton } from '../interface/button.tsx'
import { Select } from '../interface/select.tsx'
import { TextField } from '../interface/text-field.tsx'
import type { ChangeItem } from './item-inspector.tsx'
import { actorKindChoices } from './words.ts'

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Each field saves by itself. */
export function ActorFields({ item, actor, change }: { item: Id; actor: Actor; change: ChangeItem }) {
  return (
    <>
      <Select labelled label="Kind" value={actor.actorKind} none="Not given" choices={actorKindChoices} onChange={(actorKind) => void change({ actor: { actorKind } })} />
      <TextField labelled label="Role" className="quiet-field" wraps value={actor.role ?? ''} placeholder="None" onSave={(role) => change({ actor: { role: orNull(role) } })} />
      <Memberships actor={item} fields={actor} />
      <span className="field-label">Aliases</span>
      <Aliases aliases={actor.aliases} onChange={(aliases) => void change({ actor: { aliases } })} />
    </>
  )
}

function Aliases({ aliases, onChange }: { aliases: string[]; onChange: (aliases: string[]) => void }) {
  const [text, setText] = useState('')
  const add = () => {
    const alias = text.trim()
    setText('')
    if (alias !== '' && !aliases.includes(alias)) onChange([...aliases, alias])
  }
  return (
    <div className="chips">
      {aliases.map((alias) => (
        <span key={alias} className="chip">
          {alias}
          <IconButton icon={X} label={`Remove alias ${alias}`} className="chip-remove" onClick={() => onChange(aliases.filter((other) => other !== alias))} />
        </span>
      ))}
      <input
        className="text-field quiet-field chip-field"
        aria-label="Add an alias"
        placeholder="Add an alias"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') add()
          else if (event.key === 'Escape' && text !== '') {
            event.stopPropagation()
            setText('')
          }
        }}
      />
    </div>
  )
}
