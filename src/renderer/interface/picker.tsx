// A field that picks one thing from suggestions, or makes a new one from what was typed.
import { X } from 'lucide-react'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { IconButton } from './button.tsx'

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

/** A combobox: arrow keys and Enter pick, Escape restores. */
export function Picker(props: PickerProps) {
  const { label, value } = props
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const choices = useSuggestions(text, props.suggest)
  const typed = text?.trim() ?? ''
  const known = choices.some((choice) => choice.title.toLowerCase() === typed.toLowerCase())
  const offersNew = props.onCreate !== undefined && typed !== '' && !known
  const count = choices.length + (offersNew ? 1 : 0)
  const open = text !== null && count > 0
  const close = () => {
    setText(null)
    setActive(0)
  }
  const take = (at: number) => {
    const choice = choices[at]
    close()
    if (choice) props.onPick(choice)
    else if (offersNew) props.onCreate?.(typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (text === null) setText('')
      else if (count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter' && text !== null) {
      event.preventDefault()
      if (typed === '' && value !== '' && active === 0) {
        close()
        props.onClear?.()
      } else if (count > 0) take(Math.min(active, count - 1))
    } else if (event.key === 'Escape' && text !== null) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
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
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {value !== '' && text === null && props.onClear ? (
        <IconButton icon={X} label={`Clear ${label.toLowerCase()}`} className="picker-clear" onClick={() => props.onClear?.()} />
      ) : null}
      {open ? (
        <span id={`${id}-list`} role="listbox" aria-label={label} className="picker-list" onMouseDown={(event) => event.preventDefault()}>
          {choices.map((choice, at) => (
            <span key={choice.id} id={`${id}-${at}`} role="option" aria-selected={at === active} className="picker-choice" onClick={() => take(at)} onMouseMove={() => setActive(at)}>
              <span>{choice.title}</span>
              {choice.detail ? <small>{choice.detail}</small> : null}
            </span>
          ))}
          {offersNew ? (
            <span id={`${id}-${choices.length}`} role="option" aria-selected={active === choices.length} className="picker-choice" onClick={() => take(choices.length)} onMouseMove={() => setActive(choices.length)}>
              <span>
                New {props.creates ?? 'one'} “{typed}”
              </span>
            </span>
          ) : null}
        </span>
      ) : null}
    </span>
  )
}

/** Suggestions for the newest text; answers to older texts are dropped. */
function useSuggestions(text: string | null, suggest: PickerProps['suggest']): PickerChoice[] {
  const [answer, setAnswer] = useState<{ for: string; choices: PickerChoice[] } | null>(null)
  useEffect(() => {
    if (text === null) return
    let stale = false
    const timer = setTimeout(() => {
      suggest(text.trim())
        .catch(() => [])
        .then((choices) => {
          if (!stale) setAnswer({ for: text, choices })
        })
    }, 60)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, suggest])
  return text === null ? [] : (answer?.choices ?? [])
}
