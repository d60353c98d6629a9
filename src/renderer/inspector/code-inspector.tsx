// A code of the analyst's own: name, colour, what it means, and its notes.
import { codeColours, type CodeColour } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { TextField } from '../interface/text-field.tsx'
import { deleteWithUndo } from '../library/delete-with-undo.ts'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { Missing } from './inspector.tsx'

/** The Inspector of one code. */
export function CodeInspector({ code: id }: { code: Id }) {
  const codes = useCall('codes', 'list', {}).data
  const notes = useCall('items', 'list', { kind: 'note' }).data?.filter((note) => note.code === id) ?? []
  const code = codes?.find((candidate) => candidate.id === id)
  if (codes && !code) return <Missing what="code" error={null} />
  if (!code) return null
  const save = (changes: { name?: string; colour?: CodeColour; description?: string }) =>
    act(() => api.codes.update({ code: id, ...changes }))
  const remove = () => deleteWithUndo([code], 'codes', (gone) => gone.name, () => api.codes.remove({ code: id }))
  return (
    <>
      <header className="inspector-head">
        <span className="kind">
          <span className="code-swatch" style={{ background: `var(--code-${code.colour})` }} aria-hidden="true" />
          Code
        </span>
      </header>
      <TextField label="Name" className="inspector-title quiet-field" value={code.name} required onSave={(name) => save({ name: name.trim() })} />
      {code.path === code.name ? null : <p className="note">{code.path}</p>}
      <Colours value={code.colour} onChange={(colour) => void save({ colour })} />
      <TextField label="What this code means" className="quiet-field" lines value={code.description} placeholder="What this code means" onSave={(description) => save({ description })} />
      <section className="inspector-section" aria-label="Notes">
        <h3>
          Notes <span className="numbers">{notes.length}</span>
        </h3>
        {notes.length === 0 ? <p className="note">Select a sentence in the Reader and press T to tag it with this code.</p> : null}
        <ul>
          {notes.map((note) => (
            <li key={note.id}>
              <button type="button" className="reference" onClick={() => useDesk.getState().select({ kind: 'item', id: note.id })}>
                <span className="code-swatch" style={{ background: `var(--code-${code.colour})` }} aria-hidden="true" />
                <span>{note.statement}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <div className="inspector-foot">
        <Button look="danger" onClick={() => void remove()}>
          Delete code
        </Button>
      </div>
    </>
  )
}

function Colours({ value, onChange }: { value: CodeColour; onChange: (colour: CodeColour) => void }) {
  return (
    <fieldset className="colours">
      <legend className="visually-hidden">Colour</legend>
      {codeColours.map((colour) => (
        <label key={colour} className="colour" title={colour}>
          <input type="radio" name="code-colour" aria-label={colour} checked={colour === value} onChange={() => onChange(colour)} />
          <span style={{ background: `var(--code-${colour})` }} />
        </label>
      ))}
    </fieldset>
  )
}
