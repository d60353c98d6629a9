// Makes one actor of several: which name stays is chosen, the others become its aliases.
import { useState, type FormEvent } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemSummary } from '../../shared/items.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { stepHistory } from '../frame/window-commands.ts'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Dialog } from '../interface/dialog.tsx'
import { Picker } from '../interface/picker.tsx'
import { suggestActors } from '../inspector/actor-picker.tsx'
import { act, say } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { useActorsInHand } from './actors-in-hand.ts'

const close = () => useActorsInHand.setState({ merging: null })

/** The fullest name is kept unless another is chosen: "Vladimir Putin" rather than "V. Putin". */
const fullest = (actors: readonly ItemSummary[]): Id | null =>
  actors.toSorted((a, b) => b.statement.length - a.statement.length || b.passages - a.passages)[0]?.id ?? null

export function MergeDialog({ actors: first }: { actors: readonly Id[] }) {
  const [actors, setActors] = useState(first)
  const [wanted, setWanted] = useState<Id | null>(null)
  const all = useCall('items', 'list', { kind: 'actor' }).data ?? []
  const merged = all.filter(({ id }) => actors.includes(id))
  const into = wanted ?? fullest(merged)
  const others = merged.filter(({ id }) => id !== into)
  const name = merged.find(({ id }) => id === into)?.statement ?? ''
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (into && others.length > 0) void merge(into, name, others)
  }
  return (
    <Dialog title="Merge actors" onClose={close}>
      <form onSubmit={onSubmit}>
        <div className="dialog-body">
          <fieldset className="merge-choices">
            <legend>The name that stays; the others become its aliases.</legend>
            {merged.map(({ id, statement, passages, detail }) => (
              <label key={id}>
                <input type="radio" name="merge-into" checked={id === into} data-first-focus={id === into ? '' : undefined} onChange={() => setWanted(id)} />
                <span>{statement}</span>
                <small>{[detail, counted(passages, 'mention')].filter(Boolean).join(' · ')}</small>
              </label>
            ))}
          </fieldset>
          <div className="merge-more">
            <span className="field-label">And also</span>
            <Picker label="Another actor to merge" value="" placeholder="Name of an actor" suggest={suggestActors} onPick={({ id }) => setActors([...new Set([...actors, id])])} />
          </div>
        </div>
        <div className="dialog-foot">
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" disabled={!into || others.length === 0}>
            {others.length > 0 ? `Merge into ${name}` : 'Merge'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

async function merge(into: Id, name: string, others: readonly ItemSummary[]): Promise<void> {
  const done = await act(() => api.actors.merge({ into, actors: others.map(({ id }) => id) }))
  if (!done) return
  close()
  const desk = useDesk.getState()
  desk.select({ kind: 'item', id: into })
  for (const page of desk.pages) if (page.kind === 'dossier' && others.some(({ id }) => id === page.about)) desk.closePage(page)
  say(`Merged ${counted(others.length + 1, 'actor')} into ${name}`, { title: 'Undo', run: () => void stepHistory('undo') })
}
