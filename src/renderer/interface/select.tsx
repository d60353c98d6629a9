// A choice from a short list, on the browser's own control: its keys and its list are the ones people know.
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'

export interface Choice<T extends string> {
  value: T
  title: string
  /** Choices with the same group stand under that heading. */
  group?: string
}

interface SelectProps<T extends string> {
  label: string
  /** Null is the first choice, named `none`; leave `none` out where a value is always set. */
  value: T | null
  none?: string
  choices: readonly Choice<T>[]
  onChange: (value: T | null) => void
  /** Whether the label is seen or only read out. */
  labelled?: boolean
}

/** Calls `onChange` with the new value, null for none. */
export function Select<T extends string>({ label, value, none, choices, onChange, labelled }: SelectProps<T>) {
  const id = useId()
  const groups = [...new Set(choices.map((choice) => choice.group))]
  const options = (group: string | undefined) =>
    choices
      .filter((choice) => choice.group === group)
      .map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.title}
        </option>
      ))
  return (
    <>
      {labelled ? <label htmlFor={id}>{label}</label> : null}
      <span className={value === null ? 'select select-none' : 'select'}>
        <select
          id={id}
          {...(labelled ? {} : { 'aria-label': label })}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : (event.target.value as T))}
        >
          {none === undefined ? null : <option value="">{none}</option>}
          {groups.map((group) =>
            group === undefined ? options(group) : (
              <optgroup key={group} label={group}>
                {options(group)}
              </optgroup>
            ),
          )}
        </select>
        <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />
      </span>
    </>
  )
}
