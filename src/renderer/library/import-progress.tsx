// How far an import is, with a way to stop it.
import { useEffect, useState } from 'react'
import { Button } from '../interface/button.tsx'
import { cancelImport } from './import-actions.ts'
import type { RunningImport } from './import-store.ts'

const patience = 500

/** Shows itself when an import takes longer than half a second. */
export function ImportProgress({ running }: { running: RunningImport }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  const { done, total, label, cancelled } = running
  return (
    <section className="float-card" aria-label="Import">
      <div className="float-card-head">
        <b>{cancelled ? 'Stopping…' : total ? `Importing ${done.toLocaleString()} of ${total.toLocaleString()}` : 'Importing'}</b>
        <Button look="outlined" disabled={cancelled} onClick={cancelImport}>
          Cancel
        </Button>
      </div>
      <progress aria-label="Import" {...(total ? { value: done, max: total } : {})} />
      <p className="note float-card-line">{label}</p>
    </section>
  )
}
