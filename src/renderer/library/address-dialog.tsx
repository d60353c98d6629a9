// Takes a web address; nothing is fetched before the analyst says so.
import { useId, useState, type FormEvent } from 'react'
import { Button } from '../interface/button.tsx'
import { Dialog } from '../interface/dialog.tsx'
import { importFromAddress, tell } from './import-actions.ts'
import { useImports } from './import-store.ts'

/** The dialog of `library.importAddress`. */
export function AddressDialog() {
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useId()
  const close = () => useImports.getState().set({ asking: false })
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const written = address.trim()
    if (written === '' || busy) return
    setBusy(true)
    setProblem(null)
    const report = await importFromAddress(/^[a-z][a-z\d+.-]*:/i.test(written) ? written : `https://${written}`)
    setBusy(false)
    const [failed] = report?.outcomes.filter((outcome) => outcome.outcome === 'failed') ?? []
    if (failed) return setProblem(failed.reason)
    if (!report) return
    close()
    tell(report)
  }
  return (
    <Dialog title="Import from a web address" onClose={close} wide>
      <form className="paste-form" onSubmit={(event) => void onSubmit(event)}>
        <div className="dialog-body paste-body">
          <label htmlFor={field}>Address</label>
          <input
            id={field}
            className="text-field"
            data-first-focus
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            value={address}
            aria-invalid={problem !== null}
            aria-describedby={`${field}-note`}
            onChange={(event) => setAddress(event.target.value)}
          />
          <p id={`${field}-note`} className="note" role={problem ? 'alert' : undefined}>
            {problem ?? 'This one page is fetched, without cookies and without its pictures, and kept in the workspace.'}
          </p>
        </div>
        <div className="dialog-foot">
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" disabled={busy || address.trim() === ''}>
            {busy ? 'Fetching…' : 'Import'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
