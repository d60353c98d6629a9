// Key combinations as commands write them: read, compared with key events, and shown in the words of the platform.

/** What a key event tells; the fields of a KeyboardEvent that matter here. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** A combination taken apart; `key` is lower case for letters, else the name of `KeyboardEvent.key`. */
export interface KeyCombination {
  mod: boolean
  shift: boolean
  alt: boolean
  key: string
}

const isLetterOrDigit = (key: string): boolean => /^[a-z0-9]$/.test(key)

/** Reads `Mod+Shift+Z`, `c`, `?`, `+`, `Mod++`. */
export function parseKeys(keys: string): KeyCombination {
  const parts = keys.endsWith('+') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
  const key = parts.pop() ?? ''
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: key.length === 1 ? key.toLowerCase() : key,
  }
}

/**
 * Whether a key event is this combination. Letters and digits go by the key's place when the layout gives something
 * else there (Cyrillic, Greek, French digits), so that `C` tags a claim whatever script the analyst writes.
 * Punctuation goes by what was typed, whatever Shift it took.
 */
export function matchesKeys(press: KeyPress, keys: string, mac: boolean): boolean {
  const wanted = parseKeys(keys)
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (mod !== wanted.mod || other || press.altKey !== wanted.alt) return false
  if (keyOf(press, wanted) !== wanted.key) return false
  return press.shiftKey === wanted.shift || (wanted.key.length === 1 && !isLetterOrDigit(wanted.key))
}

function keyOf(press: KeyPress, wanted: KeyCombination): string {
  const typed = press.key.length === 1 ? press.key.toLowerCase() : press.key
  if (typed === wanted.key || !isLetterOrDigit(wanted.key)) return typed
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code)?.[1]?.toLowerCase()
  const digit = /^[0-9]$/.test(wanted.key)
  const otherScript = press.key.length === 1 && press.key.charCodeAt(0) > 127
  return place && (digit ? !/^[a-z0-9]$/.test(typed) : otherScript) ? place : typed
}

const macNames: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Escape: 'Esc', Backspace: '⌫', Delete: '⌦' }
const otherNames: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc' }
const arrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', ' ': 'Space' }

/** The combination as a person reads it: `Ctrl K` or `⌘K`. */
export function showKeys(keys: string, mac: boolean): string {
  const { mod, shift, alt, key } = parseKeys(keys)
  const names = mac ? macNames : otherNames
  const shown = arrows[key] ?? names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  const parts = [mod && 'Mod', alt && 'Alt', shift && 'Shift'].filter((part) => part !== false)
  return [...parts.map((part) => names[part] ?? part), shown].join(mac ? '' : ' ')
}

/** Whether this machine's keyboard says Cmd where others say Ctrl. */
export const onMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)
