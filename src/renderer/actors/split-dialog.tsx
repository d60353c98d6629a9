// Moves names, mentions and statements out of an actor that stands for two, into a new actor or another one.
import { useState, type KeyboardEvent } from 'react'
import type { ActorParts, HeldMention, HeldStatement } from '../../shared/actors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { stepHistory } from '../frame/window-commands.ts'
import { Button } from '../interface/button.tsx'
import { CheckGrid } from '../interface/check-grid.tsx'
import { Dialog } from '../interface/dialog.tsx'
import { Keys } from '../interface/keys.tsx'
import { Picker } from '../interface/picker.tsx'
import { suggestActors } from '../inspector/actor-picker.tsx'
import { act, say } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { useActorsInHand } from './actors-in-hand.ts'

type Part =
  | { kind: 'name'; key: string; alias: string }
  | { kind: 'mention'; key: string; mention: HeldMention }
  | { kind: 'statement'; key: string; statement: HeldStatement }

/** Where what is chosen goes; `item` null: a new actor of that name. */
interface Target {
  item: Id | null
  name: string
}

const close = () => useActorsInHand.setState({ splitting: null })

const partsOf = ({ aliases, mentions, statements }: ActorParts): Part[] => [
  ...aliases.map((alias): Part => ({ kind: 'name', key: `name ${alias}`, alias })),
  ...mentions.map((mention): Part => ({ kind: 'mention', key: mention.tag, mention })),
  ...statements.map((statement): Part => ({ kind: 'statement', key: `${statement.relation} ${statement.item}`, statement })),
]

export function SplitDialog({ actor }: { actor: Id }) {
  const { data, error } = useCall('actors', 'parts', { actor })
  if (error) close()
  if (!data) return null
  return <Splitting actor={actor} parts={data} />
}

function Splitting({ actor, parts }: { actor: Id; parts: ActorParts }) {
  const all = partsOf(parts)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [target, setTarget] = useState<Target | null>(null)
  const toggle = (part: Part) => setChosen(toggled(all, chosen, part))
  // A single name that is moved out is what the new actor is called, unless another name is given.
  const names = all.filter((part) => part.kind === 'name' && chosen.has(part.key))
  const proposed = names[0]?.kind === 'name' ? { item: null, name: names[0].alias } : null
  const into = target ?? proposed
  const ready = into !== null && chosen.size > 0
  const run = () => {
    if (into && ready) void split(actor, into, all.filter((part) => chosen.has(part.key)))
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Enter' && event.shiftKey) run()
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) setChosen(new Set(chosen.size < all.length ? all.map(({ key }) => key) : []))
    else return false
    return true
  }
  return (
    <Dialog title={`Split ${parts.name}`} onClose={close} wide>
      <div className="mentions">
        <div className="mentions-scope">
          <span className="field-label">Move to</span>
          <Picker
            label="Actor to move to"
            value={into?.name ?? ''}
            placeholder="A new name, or an actor"
            suggest={suggestActors}
            creates="actor"
            onPick={({ id, title }) => setTarget({ item: id, name: title })}
            onCreate={(name) => setTarget({ item: null, name })}
            onClear={() => setTarget(null)}
          />
          <span className="note mentions-keys">Space chooses; a name takes its mentions with it</span>
        </div>
        {all.length === 0 ? (
          <p className="mentions-empty">{parts.name} has no alias, no mention and no statement that could move.</p>
        ) : (
          <CheckGrid label="What to move out" rows={all} keyOf={({ key }) => key} isChosen={({ key }) => chosen.has(key)} onToggle={toggle} onKey={onKey} takesFocus rowHeight={58}>
            {(part) => <PartRow part={part} />}
          </CheckGrid>
        )}
        <div className="dialog-foot mentions-foot">
          <p className="note" role="status">
            {chosen.size.toLocaleString()} of {all.length.toLocaleString()} chosen
          </p>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={!ready} onClick={run}>
            {into ? `Move to ${into.name}` : 'Move'} <Keys keys="Shift+Enter" />
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** A name that is chosen or let go takes the mentions that say exactly that name along. */
function toggled(all: readonly Part[], chosen: ReadonlySet<string>, part: Part): ReadonlySet<string> {
  const next = new Set(chosen)
  const on = !next.delete(part.key)
  if (on) next.add(part.key)
  if (part.kind !== 'name') return next
  for (const other of all) {
    if (other.kind !== 'mention' || other.mention.quote.replace(/[’']s?$/u, '') !== part.alias) continue
    if (on) next.add(other.key)
    else next.delete(other.key)
  }
  return next
}

function PartRow({ part }: { part: Part }) {
  if (part.kind === 'name') {
    return (
      <>
        <span>{part.alias}</span>
        <span className="mention-facts">Alias</span>
      </>
    )
  }
  if (part.kind === 'mention') {
    const { before, quote, after, sourceTitle } = part.mention
    return (
      <>
        <span className="mention-words" dir="auto">
          …{before.replace(/^\S*(?=\s)/u, '')}
          <mark className="mention-name">{quote}</mark>
          {after.replace(/(?<=\s)\S*$/u, '')}…
        </span>
        <span className="mention-facts">{sourceTitle}</span>
      </>
    )
  }
  return (
    <>
      <span className="mention-words" dir="auto">
        {part.statement.name}
      </span>
      <span className="mention-facts">{{ says: 'Says', 'is asked to': 'Is asked to', proposes: 'Proposes' }[part.statement.relation]}</span>
    </>
  )
}

async function split(actor: Id, { item, name }: Target, parts: readonly Part[]): Promise<void> {
  const done = await act(() =>
    api.actors.split({
      actor,
      into: item ? { item } : { name },
      aliases: parts.flatMap((part) => (part.kind === 'name' ? [part.alias] : [])),
      tags: parts.flatMap((part) => (part.kind === 'mention' ? [part.mention.tag] : [])),
      statements: [...new Set(parts.flatMap((part) => (part.kind === 'statement' ? [part.statement.item] : [])))],
    }),
  )
  if (!done) return
  close()
  useDesk.getState().select({ kind: 'item', id: done.id })
  say(`Moved to ${done.statement}`, { title: 'Undo', run: () => void stepHistory('undo') })
}
