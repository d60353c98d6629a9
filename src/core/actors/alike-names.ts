// Which actors are perhaps the same, judged by their names alone.
import { foldedName } from '../suggestions/actor-names.ts'

/** An actor as it is compared; `kind` null: not given. */
export interface ComparedActor {
  names: readonly string[]
  kind: string | null
}

const wordsOf = (name: string): string[] => foldedName(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/** "V. Putin" and "Putin" beside "Vladimir Putin": the last words equal, the others a part of them or their initials. */
function shortens(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0 || short.length > long.length || short.at(-1) !== long.at(-1)) return false
  let at = 0
  return short.slice(0, -1).every((word) => {
    while (at < long.length - 1 && !fits(word, long[at] ?? '')) at += 1
    at += 1
    return at <= long.length - 1
  })
}

const fits = (word: string, full: string): boolean => word === full || (word.length === 1 && full.startsWith(word)) || (full.length === 1 && word.startsWith(full))

/** "EU" beside "European Union". */
function abbreviates(short: string, long: string): boolean {
  const letters = short.replaceAll('.', '')
  const capitals = long.match(/(?<![\p{L}])\p{Lu}/gu) ?? []
  return /^\p{Lu}{2,6}$/u.test(letters) && capitals.length > 1 && capitals.join('') === letters
}

/** Whether one letter was added, left out, changed, or swapped with its neighbour. */
function oneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 6) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

/** Whether two names are perhaps of one actor; `persons`: given names may be left out. */
function alike(a: string, b: string, persons: boolean): boolean {
  const [foldedA, foldedB] = [foldedName(a), foldedName(b)]
  if (foldedA === foldedB) return true
  if (abbreviates(a, b) || abbreviates(b, a) || oneLetterOff(foldedA, foldedB)) return true
  if (!persons) return false
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)]
  return shortens(wordsA, wordsB) || shortens(wordsB, wordsA)
}

/** Whether two actors are perhaps the same: any name like any other, and no kinds that differ. */
export function perhapsTheSame(a: ComparedActor, b: ComparedActor): boolean {
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return false
  const known = a.kind ?? b.kind
  const persons = known === null || known === 'person'
  return a.names.some((name) => b.names.some((other) => alike(name, other, persons)))
}
