// A code of the analyst's own: name, colour, what it means, and its notes.
import { codeColours, type Code, type CodeColour } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { TextField } from '../interface/text-field.tsx'
import { deleteWithUndo } from '../library/delete-with-undo.ts'
import { act, say } from '../notices/notices.ts'
import { PassageList } from '../passages/passage-list.tsx'
import { useCall } from '../queries.ts'
import { CodeChoice } from './code-choice.tsx'
import { CodeShortcut } from './code-shortcut.tsx'
import { Missing } from './inspector.tsx'
import { undoOnce } from './undo-once.ts'

/** The Inspector of one code. */
export function CodeInspector({ code: id }: { code: Id }) {
  const codes = useCall('codes', 'list', {}).data
  const code = codes?.find((candidate) => candidate.id === id)
  if (codes && !code) return <Missing what="code" error={null} />
  if (!code) return null
  const save = (changes: { name?: string; colour?: CodeColour; description?: string }) =>
    act(() => api.codes.update({ code: id, ...changes }))
  const merge = async (into: Id) => {
    const merged = await act(() => api.codes.merge({ code: id, into }))
    if (!merged) return
    useDesk.getState().select({ kind: 'code', id: into })
    say(`Merged “${code.name}” into “${merged.name}”`, undoOnce)
  }
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
      <p className="note numbers">
        {code.uses} {code.uses === 1 ? 'passage' : 'passages'}
        {code.total > code.uses ? `, ${code.total} with the codes below` : null}
      </p>
      <Colours value={code.colour} onChange={(colour) => void save({ colour })} />
      <TextField label="What this code means" className="quiet-field" lines value={code.description} placeholder="What it is; when to use it; when not" onSave={(description) => save({ description })} />
      <CodeShortcut code={code} />
      <PassageList key={id} of={{ code: id }} title={code.path} empty="Select a sentence in the Reader and press T to tag it with this code." />
      <section className="inspector-section" aria-label="Merge">
        <h3>Merge</h3>
        <CodeChoice label="Merge into" placeholder="Merge into… find a code" without={isBelow(codes ?? [], id)} onPick={(into) => void merge(into)} />
      </section>
      <div className="inspector-foot">
        <Button look="danger" onClick={() => void remove()}>
          Delete code
        </Button>
      </div>
    </>
  )
}

/** Whether a code is this one or stands below it: what it cannot be merged into. `codes` has parents before children. */
function isBelow(codes: readonly Code[], id: Id): (code: Code) => boolean {
  const below = new Set([id])
  for (const code of codes) if (code.parent && below.has(code.parent)) below.add(code.id)
  return (code) => below.has(code.id)
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
