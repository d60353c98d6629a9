// Which codes a search finds, and how a new one is named by its path.
import type { Code } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'

const separator = ' / '
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/**
 * Codes whose path holds every word typed, in any order; first those whose own name begins with what was typed, then
 * those where every word begins a word of the path, then the others. With nothing typed, all in the order given.
 */
export function findCodes(codes: readonly Code[], typed: string): Code[] {
  const words = folded(typed).split(/[\s/]+/u).filter(Boolean)
  if (words.length === 0) return [...codes]
  const fits = codes.filter((code) => {
    const path = folded(code.path)
    return words.every((word) => path.includes(word))
  })
  const name = folded(typed)
  const rank = (code: Code): number => {
    if (folded(code.name).startsWith(name)) return 0
    const parts = folded(code.path).split(/[^\p{L}\p{N}]+/u)
    return words.every((word) => parts.some((part) => part.startsWith(word))) ? 1 : 2
  }
  const ranks = new Map(fits.map((code) => [code, rank(code)]))
  return fits.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
}

/**
 * What a typed path would make: the deepest code of it that is there, and the names still missing under it.
 * Null when nothing is typed or the path is there already.
 */
export function newCode(codes: readonly Code[], typed: string): { parent: Id | null; names: string[] } | null {
  const names = typed.split('/').map((name) => name.trim()).filter(Boolean)
  let parent: Code | null = null
  while (names.length > 0) {
    const path: string = parent ? parent.path + separator + names[0] : (names[0] as string)
    const known: Code | undefined = codes.find((code) => folded(code.path) === folded(path))
    if (!known) return { parent: parent?.id ?? null, names }
    parent = known
    names.shift()
  }
  return null
}
