// Going to a row by typing the beginning of its name.
import { useRef } from 'react'
import { typeAhead } from './list-moves.ts'

/** A pause of this many milliseconds begins a new name. */
const forgetAfter = 700

/** `texts` are the names by row; `go` is called with the row that what was typed leads to. */
export function useTypeAhead(texts: () => string[], active: number, go: (row: number) => void) {
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY })
  /** Takes one more letter at a time in milliseconds. */
  const search = (letter: string, now: number) => {
    const goesOn = now - typed.current.at < forgetAfter
    typed.current = { text: goesOn ? typed.current.text + letter : letter, at: now }
    const found = typeAhead(texts(), typed.current.text, active)
    if (found >= 0) go(found)
  }
  /** Whether a letter goes on with what is being typed and some row goes along. */
  const typesOn = (letter: string): boolean =>
    performance.now() - typed.current.at < forgetAfter && typeAhead(texts(), typed.current.text + letter, active) >= 0
  return { search, typesOn }
}
