// The words of a hit, as they are looked for in the memo that has them.
import type { SearchHit } from '../../shared/search.ts'
import type { Found } from '../memos/block-places.ts'

/** How much of an excerpt around the first match tells its sentence from others, in UTF-16 code units. */
const around = 24

/** The words of a hit with what stands around them; null for one that was found by its title. */
export function foundIn({ excerpt, marks }: SearchHit): Found | null {
  const [first] = marks
  if (!first) return null
  const start = Math.max(excerpt.startsWith('… ') ? 2 : 0, first.start - around)
  const end = Math.min(excerpt.length - (excerpt.endsWith(' …') ? 2 : 0), first.end + around)
  return { context: excerpt.slice(start, end), at: first.start - start, words: excerpt.slice(first.start, first.end) }
}
