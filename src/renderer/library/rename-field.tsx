// A name edited in its place in a list.
import { useEffect, useRef, useState } from 'react'

interface RenameFieldProps {
  label: string
  value: string
  /** The new name, null when nothing is to change. */
  onEnd: (name: string | null) => void
}

/** Enter or leaving keeps the name, Escape the old one; the focus goes back to the list. */
export function RenameField({ label, value, onEnd }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const ended = useRef(false)
  const [name, setName] = useState(value)
  useEffect(() => field.current?.select(), [])
  const end = (keep: boolean, back: boolean) => {
    if (ended.current) return
    ended.current = true
    const list = field.current?.closest<HTMLElement>('[role="grid"]')
    const kept = keep && name.trim() !== '' && name !== value ? name.trim() : null
    if (back) list?.focus()
    onEnd(kept)
  }
  return (
    <input
      ref={field}
      className="text-field"
      aria-label={label}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => end(true, false)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        end(event.key === 'Enter', true)
      }}
    />
  )
}
