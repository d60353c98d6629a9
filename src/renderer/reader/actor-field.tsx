// A field for an actor: type-ahead over names and aliases, and a new name makes a new actor.
import { useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { useCall } from '../queries.ts'
import { sameActor } from './actor-names.ts'
import { chosenOption, optionsFor, type ActorChoice, type ActorOption } from './actor-options.ts'
import { useListBeside } from './list-beside.ts'

/** The actor chosen or typed, null for none. `except` is an actor that cannot be meant: the one just made. */
export type Settle = (except?: Id | null) => Promise<ActorChoice | null>

/** What the form asks of the field when it is kept. */
export interface ActorFieldHandle {
  /**
   * What the field says now, to be settled later: asks for the suggestions anew, because typing is faster than they are.
   * Who is only assumed counts when the form is kept by its key, not when it is left (`confirmed` false).
   */
  capture(confirmed?: boolean): Settle
  focus(): void
}

interface ActorFieldProps {
  ref: Ref<ActorFieldHandle>
  label: string
  placeholder: string
  /** What the field holds at first. */
  start?: string
  /** Who is assumed until something is typed. */
  assumed?: Pick<ActorOption, 'name' | 'choice'> | null
  /** Actors offered first while nothing is typed: those named near the passage. */
  nearby?: readonly ActorOption[]
  /** True when `start` is the passage's own words, so that a known surname is offered but nothing else is assumed. */
  quoted?: boolean
  /** An actor that is not offered: the one just made of the same words. */
  except?: Id | null
}

export function ActorField({ ref, label, placeholder, start = '', assumed = null, nearby = [], quoted = false, except = null }: ActorFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [text, setText] = useState(assumed?.name ?? start)
  const [open, setOpen] = useState(false)
  const [arrowed, setArrowed] = useState<number | null>(null)
  const isAssumed = assumed !== null && text === assumed.name
  const typed = isAssumed ? '' : text.trim()
  const untouched = quoted && text === start
  const suggestions = useCall('items', 'suggestActors', { text: typed.slice(0, 200), limit: 6 })
  const options = optionsFor(typed, (suggestions.data ?? []).filter(({ item }) => item !== except), nearby)
  const active = arrowed ?? chosenOption(options, typed, untouched)
  // A list of nothing but the words in the field says nothing.
  const listed = open && options.some((option) => option.name !== text.trim())
  useListBeside(input, list, listed)

  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus({ preventScroll: true }),
    capture: (confirmed = true) => {
      const assumption = isAssumed && confirmed ? assumed.choice : null
      const arrowedTo = arrowed === null ? assumption : (options[arrowed]?.choice ?? null)
      return async (never = null) => {
        if (arrowedTo || typed === '') return arrowedTo
        const found = await api.items.suggestActors({ text: typed.slice(0, 200), limit: 6 })
        const fresh = optionsFor(typed, found.filter(({ item }) => item !== never), nearby)
        return fresh[chosenOption(fresh, typed, untouched)]?.choice ?? { name: typed }
      }
    },
  }))

  const choose = (option: ActorOption): void => {
    setText(option.name)
    setArrowed(null)
    setOpen(false)
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && options.length > 0) {
      event.preventDefault()
      setOpen(true)
      setArrowed(active < 0 ? (step > 0 ? 0 : options.length - 1) : (active + step + options.length) % options.length)
    } else if (event.key === 'Tab' && typed !== '' && active >= 0 && !untouched) {
      const option = options[active]
      if (option) setText(option.name)
      setArrowed(null)
    }
  }

  return (
    <div>
      <input
        ref={input}
        className="reader-field"
        role="combobox"
        aria-label={label}
        aria-expanded={listed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={listed && active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setArrowed(null)
          setOpen(true)
        }}
        onFocus={(event) => {
          event.target.select()
          setOpen(true)
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} popover="manual" className="reader-options" id={`${id}-list`} role="listbox" aria-label={label}>
        {options.map((option, index) => (
          <li
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(option)
            }}
          >
            <span>{'name' in option.choice && !option.near ? `New actor “${option.name}”` : option.name}</span>
            <small>{hintOf(option)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}

function hintOf({ name, matched, role, near, choice }: ActorOption): string {
  if (near && 'name' in choice) return 'named here, not yet tagged'
  if (matched && !sameActor(name, matched)) return `also ${matched}`
  return role ?? (near ? 'named nearby' : '')
}
