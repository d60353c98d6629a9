// Giving a key to something of the analyst's own: what was pressed as a combination, and which command has it already.
import type { Command } from './command-registry.ts'
import { matchesKeys, parseKeys, type KeyPress } from './keys.ts'

const isLetterOrDigit = (key: string): boolean => /^[a-z0-9]$/i.test(key)

/** A pressed combination as commands write it; null for Shift and the like alone, and for keys that move or edit. */
export function combinationOf(press: KeyPress, mac: boolean): string | null {
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code)?.[1]
  const typed = press.altKey && place ? place : press.key
  if (!/^[^\s]$|^F\d{1,2}$/u.test(typed)) return null
  const shift = press.shiftKey && (isLetterOrDigit(typed) || typed.length > 1)
  const parts = [(mac ? press.metaKey : press.ctrlKey) && 'Mod', press.altKey && 'Alt', shift && 'Shift'].filter((part) => part !== false)
  return [...parts, parts.length > 0 || typed.length > 1 ? typed.toUpperCase() : typed.toLowerCase()].join('+')
}

/** The command among those offered that a combination runs in the Reader already; null when the key is free. */
export function commandWithKeys(commands: Iterable<Command>, keys: string): Command | null {
  const { key, mod, alt, shift } = parseKeys(keys)
  const press = { key, code: '', ctrlKey: mod, metaKey: false, altKey: alt, shiftKey: shift }
  for (const command of commands) {
    const isNear = command.place === 'anywhere' || command.place === 'reader'
    if (isNear && command.keys.some((taken) => matchesKeys(press, taken, false))) return command
  }
  return null
}
