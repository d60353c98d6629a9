// The codes used last, which the keys 1 to 9 put on.
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
