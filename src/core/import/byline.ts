// Bylines: the line under a headline that says who wrote it, as far as it is nothing but names.
import type { Name } from '../../shared/sources.ts'

const word = "\\p{Lu}[\\p{L}'’.-]*"
const particle = `(?:al|bin|d[aeiou]s?|del|della|den|der|el|la|le|ten|van|von|y|zu)\\b[-'’]?(?:${word})?`
const oneName = new RegExp(`^${word}(?: (?:${word}|${particle})){1,4}$`, 'u')

/**
 * The names of a byline such as "By Ada Example and Bo Roe", whole as written; none when anything in it is no
 * name, such as a date or a place: an author who is missing is better than one who is invented.
 */
export function namesInByline(byline: string | null | undefined): Name[] {
  const written = (byline ?? '').trim().replace(/^by:?\s+/i, '')
  if (written.length > 200 || written.includes('\n')) return []
  const names = written.replace(/\s+/g, ' ').split(/, (?:and )?| and | & /)
  return names.every((name) => oneName.test(name)) ? names.map((literal) => ({ literal })) : []
}
