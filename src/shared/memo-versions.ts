// Versions of a memo's text: what is listed of them, and how dense they are kept.
import { z } from 'zod'
import type { Id, Instant } from './identifiers.ts'

/** A version's name; empty for none. */
export const versionNameSchema = z.string().trim().max(200)

/** An earlier state of a memo's text. `savedAt` is when it was saved, `name` null where the analyst gave none. */
export interface MemoVersion {
  id: Id
  savedAt: Instant
  words: number
  name: string | null
}

/** A version with its document, JSON text as it was saved: the reader checks it as it checks a stored memo. */
export interface MemoVersionText extends MemoVersion {
  memo: Id
  document: string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Up to which age one version is kept of how long a time. In milliseconds; 0 keeps each. */
export const density: readonly { age: number; each: number }[] = [
  { age: 10 * minute, each: 0 },
  { age: hour, each: minute },
  { age: day, each: 10 * minute },
  { age: 31 * day, each: day },
]

/** More unnamed versions than this are not kept of one memo, whatever their age. */
export const mostVersions = 1200

/**
 * Which of a memo's unnamed versions go, given newest first: of each stretch of time the newest stays, and nothing
 * stays beyond the last age. A day is one of UTC. Times that cannot be read, or lie ahead, count as now.
 */
export function thinnedOut<V extends { savedAt: Instant }>(versions: readonly V[], now: Instant): V[] {
  const today = Date.parse(now)
  const taken = new Set<string>()
  let kept = 0
  return versions.filter(({ savedAt }) => {
    const parsed = Date.parse(savedAt)
    const at = Number.isNaN(parsed) ? today : Math.min(parsed, today)
    const level = density.findIndex(({ age }) => today - at <= age)
    const each = density[level]?.each
    const stretch = each ? `${level} ${Math.floor(at / each)}` : null
    const goes = each === undefined || (stretch !== null && taken.has(stretch)) || kept === mostVersions
    if (goes) return true
    kept += 1
    if (stretch !== null) taken.add(stretch)
    return false
  })
}
