// The notes of one code, to be opened, or chosen and moved to another code.
import { useState } from 'react'
import type { Code } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemSummary } from '../../shared/items.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { act, say } from '../notices/notices.ts'
import { undoOnce } from './undo-once.ts'
import { CodeChoice } from './code-choice.tsx'

/** How many more notes show at a time. */
const step = 100

const counted = (count: number): string => (count === 1 ? '1 note' : `${count.toLocaleString()} notes`)

/** Mount it anew (by `key`) for another code. */
export function CodeNotes({ code, notes }: { code: Code; notes: readonly ItemSummary[] }) {
  const [shown, setShown] = useState(step)
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(new Set())
  const chosen = notes.filter((note) => ticked.has(note.id)).map((note) => note.id)
  const tick = (ids: readonly Id[], on: boolean) => setTicked(new Set(on ? [...ticked, ...ids] : [...ticked].filter((id) => !ids.includes(id))))
  const move = async (to: Id) => {
    if (!(await act(() => api.codes.moveNotes({ notes: chosen, to }).then(() => true)))) return
    setTicked(new Set())
    say(`Moved ${counted(chosen.length)}`, undoOnce)
  }
  return (
    <section className="inspector-section" aria-label="Notes">
      <h3>
        Notes <span className="numbers">{notes.length}</span>
      </h3>
      {notes.length === 0 ? <p className="note">Select a sentence in the Reader and press T to tag it with this code.</p> : null}
      {notes.length > 1 ? (
        <label className="code-note">
          <input type="checkbox" checked={chosen.length === notes.length} onChange={(event) => tick(notes.map(({ id }) => id), event.target.checked)} />
          <span className="note">{chosen.length === 0 ? 'Choose notes to move them to another code' : `${counted(chosen.length)} chosen`}</span>
        </label>
      ) : null}
      {chosen.length > 0 ? (
        <CodeChoice label={`Move ${counted(chosen.length)} to`} placeholder="Move to… find or name a code" without={(each) => each.id === code.id} creates onPick={(to) => void move(to)} />
      ) : null}
      <ul>
        {notes.slice(0, shown).map((note) => (
          <li key={note.id} className="code-note">
            <input type="checkbox" aria-label={`Choose “${note.statement.slice(0, 80)}”`} checked={ticked.has(note.id)} onChange={(event) => tick([note.id], event.target.checked)} />
            <button type="button" className="reference" onClick={() => useDesk.getState().select({ kind: 'item', id: note.id })}>
              <span>{note.statement}</span>
            </button>
          </li>
        ))}
      </ul>
      {notes.length > shown ? (
        <Button onClick={() => setShown(shown + step)}>Show {Math.min(step, notes.length - shown)} more</Button>
      ) : null}
    </section>
  )
}
