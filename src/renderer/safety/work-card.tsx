// How far a long work is, with a way to stop it.
import { Button } from '../interface/button.tsx'

/** `total` is null while unknown. */
interface ShownWork {
  label: string
  done: number
  total: number | null
  stop: () => void
}

/** A card over the window's foot. */
export function WorkCard({ work }: { work: ShownWork }) {
  const { label, done, total, stop } = work
  return (
    <section className="float-card" aria-label={label}>
      <div className="float-card-head">
        <b>{total ? `${label}: ${done.toLocaleString()} of ${total.toLocaleString()}` : label}</b>
        <Button look="outlined" onClick={stop}>
          Cancel
        </Button>
      </div>
      <progress aria-label={label} {...(total ? { value: done, max: total } : {})} />
    </section>
  )
}
