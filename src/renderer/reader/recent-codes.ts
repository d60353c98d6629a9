// The codes used last, and the keys that put codes on: 1 to 9, and those that the analyst gave to codes.
import type { Code } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'

let used: Id[] = []

/** Puts a code first among those used last. */
export const rememberCode = (code: Id): void => {
  used = [code, ...used.filter((other) => other !== code)].slice(0, 9)
}

/** At most nine codes that exist: those used in this window, the last first, then the most used of all. */
export function recentCodes(codes: readonly Code[]): Code[] {
  const last = used.flatMap((id) => codes.find((code) => code.id === id) ?? [])
  const others = codes.filter((code) => !used.includes(code.id)).toSorted((a, b) => b.uses - a.uses)
  return [...last, ...others].slice(0, 9)
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** A code with the key that puts it on. */
export interface CodeKey {
  keys: string
  code: Code
}

/** Every code's own key, and recent codes on the digits that are nobody's own, in the order of digits. */
export function codeKeys(codes: readonly Code[]): CodeKey[] {
  const own = codes.flatMap((code) => (code.shortcut === null ? [] : [{ keys: code.shortcut, code }]))
  const free = digits.filter((digit) => own.every(({ keys }) => keys !== digit))
  const recent = recentCodes(codes).filter((code) => code.shortcut === null)
  const onDigits = recent.slice(0, free.length).map((code, at) => ({ keys: free[at] ?? '', code }))
  return [...onDigits, ...own].toSorted((a, b) => (a.keys < b.keys ? -1 : 1))
}
