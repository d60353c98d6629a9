// All mentions of an actor, to be accepted together or one by one.
import { useEffect, useState } from 'react'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Dialog } from '../interface/dialog.tsx'
import { Keys } from '../interface/keys.tsx'
import { MentionsList } from './mentions-list.tsx'
import { acceptMentions, closeMentions, startSearch, useMentions, type MentionsSearch } from './mentions-store.ts'

const patience = 500

/** Shows while mentions of an actor are being gone through. */
export function MentionsDialog() {
  const search = useMentions((state) => state.search)
  if (!search) return null
  return (
    <Dialog title={`Mentions of ${search.name}`} onClose={closeMentions} wide>
      <div className="mentions">
        <Scope search={search} />
        <Body search={search} />
        <Foot />
      </div>
    </Dialog>
  )
}

function Scope({ search }: { search: MentionsSearch }) {
  const change = (changes: Partial<MentionsSearch>) => void startSearch({ ...search, ...changes })
  return (
    <div className="mentions-scope">
      <label>
        <input type="checkbox" checked={search.everywhere} disabled={search.source === null} onChange={(event) => change({ everywhere: event.target.checked })} />
        In all sources
      </label>
      <label>
        <input type="checkbox" checked={search.folding} onChange={(event) => change({ folding: event.target.checked })} />
        Without regard to accents
      </label>
      <span className="note mentions-keys">Space chooses, Enter tags one, X leaves one out</span>
    </div>
  )
}

function Body({ search }: { search: MentionsSearch }) {
  const found = useMentions((state) => state.found)
  if (!found) return <Searching key={`${search.everywhere} ${search.folding}`} />
  if (found.total === 0) {
    return (
      <p className="mentions-empty" role="status">
        No further mention of {search.name} by its name or an alias. Add an alias in the Inspector to find more.
      </p>
    )
  }
  return <MentionsList />
}

/** Says nothing for half a second; then how far the search is, with a way to stop it. */
function Searching() {
  const progress = useMentions((state) => state.progress)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="mentions-empty" aria-busy="true">
      {shown ? (
        <>
          <progress aria-label="Finding mentions" {...(progress?.total ? { value: progress.done, max: progress.total } : {})} />
          <p className="note">{progress ? `Reading “${progress.label}”` : 'Reading'}</p>
          <Button look="outlined" onClick={closeMentions}>
            Cancel
          </Button>
        </>
      ) : null}
    </div>
  )
}

function Foot() {
  const found = useMentions((state) => state.found)
  const waiting = useMentions((state) => state.waiting.length)
  const chosen = useMentions((state) => state.chosen)
  const busy = useMentions((state) => state.busy)
  const beyond = (found?.total ?? 0) - (found?.mentions.length ?? 0)
  return (
    <div className="dialog-foot mentions-foot">
      <p className="note" role="status">
        {found && found.total > 0 ? `${counted(waiting, 'mention')}, ${chosen.size.toLocaleString()} chosen` : ''}
        {beyond > 0 ? `; ${beyond.toLocaleString()} more when these are decided` : ''}
      </p>
      <Button onClick={closeMentions}>Close</Button>
      <Button look="primary" disabled={chosen.size === 0 || busy} onClick={() => void acceptMentions([...chosen])}>
        {busy ? 'Tagging…' : 'Tag the chosen'} <Keys keys="Shift+Enter" />
      </Button>
    </div>
  )
}
