// Text that saves itself: on leaving the field and on Enter; Escape restores what was there.
import { useId, useRef, useState, type KeyboardEvent } from 'react'

interface TextFieldProps {
  label: string
  value: string
  /** May answer with a promise that ends when the value is saved or was refused. */
  onSave: (value: string) => unknown
  placeholder?: string
  /** Grows with its text; Enter then makes a new line and Ctrl or Cmd with Enter saves. */
  lines?: boolean
  /** One paragraph that wraps: grows, and Enter saves. */
  wraps?: boolean
  /** Whether the label is seen or only read out. */
  labelled?: boolean
  className?: string
  /** Refuses an empty value by restoring the one before. */
  required?: boolean
  /** The sentence that refuses a value, null when it is fine. */
  check?: (value: string) => string | null
  spellCheck?: boolean
  describedBy?: string
}

/** A field over a value that lives elsewhere; `onSave` is called only when the text changed. */
export function TextField(props: TextFieldProps) {
  const { label, value, onSave, labelled, className = '' } = props
  const id = useId()
  // A draft belongs to the value it was typed over: when another value arrives, it is void.
  const [edit, setEdit] = useState<{ text: string; over: string } | null>(null)
  const draft = edit?.over === value ? edit.text : null
  const saved = useRef<string | null>(null)
  const text = draft ?? value
  const complaint = draft === null ? null : (props.check?.(draft) ?? null)

  const leave = () => {
    if (draft === null || draft === saved.current) return
    if (draft === value || complaint !== null || (props.required && draft.trim() === '')) return setEdit(null)
    saved.current = draft
    // What was typed stays in sight until the saved value arrives; after a failure the old one comes back.
    void Promise.resolve(onSave(draft)).finally(() =>
      setTimeout(() => {
        saved.current = null
        setEdit((now) => (now?.text === draft ? null : now))
      }, 300),
    )
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      event.preventDefault()
      setEdit(null)
    } else if (event.key === 'Enter' && (!props.lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      leave()
    }
  }
  const shared = {
    id,
    className: `text-field ${className}`,
    value: text,
    placeholder: props.placeholder,
    spellCheck: props.spellCheck ?? true,
    autoComplete: 'off',
    'aria-invalid': complaint !== null,
    'aria-describedby': complaint === null ? props.describedBy : `${id}-complaint`,
    ...(labelled ? {} : { 'aria-label': label }),
    onChange: (event: { target: { value: string } }) => setEdit({ text: event.target.value, over: value }),
    onBlur: leave,
    onKeyDown,
  }
  return (
    <>
      {labelled ? <label htmlFor={id}>{label}</label> : null}
      <span className="text-field-cell">
        {props.lines || props.wraps ? <textarea rows={1} {...shared} /> : <input type="text" {...shared} />}
        {complaint === null ? null : (
          <span id={`${id}-complaint`} className="complaint">
            {complaint}
          </span>
        )}
      </span>
    </>
  )
}
