// A choice between a few ways of showing the board, all in sight.
import { useId } from 'react'
import type { Choice } from '../interface/select.tsx'

interface BoardSwitchProps<T extends string> {
  label: string
  value: T
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
}

/** The browser's own radio buttons, so that arrows change the choice. */
export function BoardSwitch<T extends string>({ label, value, choices, onChange }: BoardSwitchProps<T>) {
  const name = useId()
  return (
    <fieldset className="board-switch">
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" className="visually-hidden" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.title}
        </label>
      ))}
    </fieldset>
  )
}
