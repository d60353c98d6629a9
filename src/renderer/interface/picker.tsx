// A field that picks one thing from suggestions, or makes a new one from what was typed.
import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react'
import { IconButton } from './button.tsx'
import './picker.css'

export interface PickerChoice {
  id: string
  title: string
  detail?: string | null
}

interface PickerProps {
  label: string
  /** What is picked now, in words; empty for nothing. */
  value: string
  placeholder?: string
  /** Suggestions for what was typed; empty text asks for a first few. */
  suggest: (text: string) => Promise<PickerChoice[]>
  onPick: (choice: PickerChoice) => unknown
  /** Offered when nothing has just that name; leave out where nothing can be made. */
  onCreate?: (name: string) => unknown
  /** What a new one is called in "New actor “…”". */
  creates?: string
  onClear?: () => unknown
}

/** A combobox: arrow keys and Enter pick, Enter on nothing clears, Escape restores. */
export function Picker(props: PickerProps) {
  const { label, value, onClear } = props
  const id = useId()
  const { text, type, lines, active, setActive, open, close, take, onKeyDown } = usePicking(props)
  return (
    <span className="picker">
      <input
        id={id}
        role="combobox"
        className="text-field"
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        autoComplete="off"
        placeholder={props.placeholder}
        value={text ?? value}
        onChange={(event) => type(event.target.value)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {value !== '' && text === null && onClear ? (
        <IconButton icon={X} label={`Clear ${label.toLowerCase()}`} className="picker-clear" onClick={() => onClear()} />
      ) : null}
      {open ? (
        <span id={`${id}-list`} role="listbox" aria-label={label} className="picker-list" onMouseDown={(event) => event.preventDefault()}>
          {lines.map((line, at) => (
            <span
              key={line.id}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === active}
              className="picker-choice"
              onClick={() => take(at)}
              onMouseMove={() => setActive(at)}
            >
              <span>{line.title}</span>
              {line.detail ? <small>{line.detail}</small> : null}
            </span>
          ))}
        </span>
      ) : null}
    </span>
  )
}

/** What is typed (null while the field shows its value), the lines under it, and the one that Enter takes. */
function usePicking({ value, suggest, onPick, onCreate, onClear, creates = 'one' }: PickerProps) {
  const [text, setText] = useState<string | null>(null)
  const [at, setActive] = useState(0)
  const awaited = useRef(false)
  const takeAwaited = (found: readonly PickerChoice[], of: string) => {
    if (!awaited.current) return
    awaited.current = false
    setText(null)
    const [first] = found
    if (first) onPick(first)
    else onCreate?.(of)
  }
  const { choices, fresh } = useSuggestions(text, suggest, takeAwaited)
  const typed = text?.trim() ?? ''
  const known = choices.some((choice) => choice.title.toLowerCase() === typed.toLowerCase())
  const offersNew = onCreate !== undefined && typed !== '' && !known
  const lines = offersNew ? [...choices, { id: 'new', title: `New ${creates} “${typed}”`, detail: null }] : choices
  const active = Math.min(at, lines.length - 1)
  const type = (next: string | null) => {
    awaited.current = false
    setText(next)
    setActive(0)
  }
  const close = () => type(null)
  const take = (line: number) => {
    const choice = choices[line]
    close()
    if (choice) onPick(choice)
    else if (offersNew) onCreate(typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? lines.length - 1 : null
    if (step !== null && text === null) type('')
    else if (step !== null && lines.length > 0) setActive((active + step) % lines.length)
    else if (event.key === 'Enter' && text !== null && typed === '' && value !== '' && active <= 0) {
      close()
      onClear?.()
    // Enter means what was typed, not what an older text still offers.
    } else if (event.key === 'Enter' && typed !== '' && !fresh && at === 0) awaited.current = true
    else if (event.key === 'Enter' && text !== null) take(active)
    else if (event.key === 'Escape' && text !== null) {
      event.stopPropagation()
      close()
    } else return
    event.preventDefault()
  }
  return { text, type, lines, active, setActive, open: text !== null && lines.length > 0, close, take, onKeyDown }
}

/** Suggestions for the newest text, or for an older one until they have come; then they are not `fresh`. `onCome` hears of them. */
function useSuggestions(text: string | null, suggest: PickerProps['suggest'], onCome: (found: readonly PickerChoice[], of: string) => void): { choices: PickerChoice[]; fresh: boolean } {
  const [{ choices, of }, setChoices] = useState<{ choices: PickerChoice[]; of: string | null }>({ choices: [], of: null })
  const come = useEffectEvent(onCome)
  useEffect(() => {
    if (text === null) return
    let stale = false
    const timer = setTimeout(() => {
      suggest(text.trim())
        .catch(() => [])
        .then((found) => {
          if (stale) return
          setChoices({ choices: found, of: text })
          come(found, text.trim())
        })
    }, 60)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, suggest])
  return { choices: text === null ? [] : choices, fresh: text === of }
}
