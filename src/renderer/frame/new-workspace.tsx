// Asks for the name of a new workspace.
import { useState, type FormEvent } from 'react'
import { api } from '../api.ts'
import { Button } from '../interface/button.tsx'
import { Dialog } from '../interface/dialog.tsx'
import { changeWorkspace } from './workspace-menu.tsx'

/** A dialog with one field; the window reloads with the new workspace. */
export function NewWorkspace({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || busy) return
    setBusy(true)
    const made = await changeWorkspace(() => api.shell.newWorkspace({ name: name.trim() }))
    setBusy(false)
    if (made) onClose()
  }
  return (
    <Dialog title="New workspace" onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)}>
        <div className="dialog-body stacked-field">
          <label htmlFor="workspace-name">Name</label>
          <input
            id="workspace-name"
            data-first-focus
            className="text-field"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
            aria-describedby="workspace-note"
          />
          <p id="workspace-note" className="note">
            A file of that name is made beside your other workspaces. This one stays as it is.
          </p>
        </div>
        <div className="dialog-foot">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={name.trim() === '' || busy}>
            Make workspace
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
