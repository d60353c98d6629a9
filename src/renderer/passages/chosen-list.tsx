// A list of passages in the Inspector, each with a box, under the bar of what can be done with those chosen.
import { useEffect, useState, type ReactNode } from 'react'
import type { PassageLine } from '../../shared/passages.ts'
import { Button } from '../interface/button.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { onBox, onListKey } from './choose-keys.ts'
import { follow, useChosen, type ChoosingList } from './passages-in-hand.ts'

interface ChosenListProps<T extends PassageLine> {
  /** Names the list, so that another one's choice is not taken for its own. */
  list: string
  title: string
  lines: readonly T[]
  /** How many more lines show at a time. */
  step: number
  nameOf: (line: T) => string
  children: (line: T) => ReactNode
  /** Hears how many lines show. */
  onShown?: (count: number) => void
}

/** With a single line there is nothing to choose from, and no box. */
export function ChosenList<T extends PassageLine>({ list, title, lines, step, nameOf, children, onShown }: ChosenListProps<T>) {
  const [shown, setShown] = useState(step)
  const of: ChoosingList = { list, title, lines }
  const chosen = useChosen(list)
  useEffect(() => follow({ list, title, lines }), [list, title, lines])
  const more = () => {
    setShown(shown + step)
    onShown?.(shown + step)
  }
  if (lines.length < 2) return lines.map((line) => <div key={line.tag}>{children(line)}</div>)
  return (
    <div className="chosen-list" onKeyDown={onListKey(of)}>
      <BulkBar of={of} />
      <ul>
        {lines.slice(0, shown).map((line) => (
          <li key={line.tag} className="chosen-line" data-chosen={chosen?.has(line.tag) ?? false}>
            <input type="checkbox" className="chosen-box" data-tag={line.tag} aria-label={`Choose “${nameOf(line).slice(0, 80)}”`} checked={chosen?.has(line.tag) ?? false} onChange={onBox(of, line.tag)} />
            <div>{children(line)}</div>
          </li>
        ))}
      </ul>
      {lines.length > shown ? <Button onClick={more}>Show {Math.min(step, lines.length - shown)} more</Button> : null}
    </div>
  )
}
