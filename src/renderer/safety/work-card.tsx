// How far a work of safety is, with a way to stop it.
import { Button } from '../interface/button.tsx'
import type { SafetyWork } from './safety-store.ts'

/** A card over the window's foot. */
export function WorkCard({ work }: { work: SafetyWork }) {
  const { label, done, total, stop } = work
  return (
    <section className="float-card" aria-label={label}>
      <div className="float-card-head">
        <b>{label}</b>
        <Button look="outlined" onClick={stop}>
          Cancel
        </Button>
      </div>
      <progress aria-label={label} {...(total ? { value: done, max: total } : {})} />
    </section>
  )
}
