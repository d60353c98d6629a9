// The likelihood terms of ICD 203 (2015) in their two rows, as they are met in a text.

/** One step of the scale: a term of each row for the same probability. */
export const likelihoodSteps: readonly { first: string; second: string }[] = [
  { first: 'almost no chance', second: 'remote' },
  { first: 'very unlikely', second: 'highly improbable' },
  { first: 'unlikely', second: 'improbable' },
  { first: 'roughly even chance', second: 'roughly even odds' },
  { first: 'very likely', second: 'highly probable' },
  { first: 'likely', second: 'probable' },
  { first: 'almost certain', second: 'nearly certain' },
]

const forms: Record<string, string> = { probable: 'probabl[ey]', 'highly probable': 'highly probabl[ey]', 'almost certain': 'almost certain(?:ly)?', remote: 'remote(?= (?:chance|likelihood|possibility))' }

const all = likelihoodSteps
  .flatMap(({ first, second }) => [first, second])
  .toSorted((a, b) => b.length - a.length)

/** Every term, the longest first, so that "very unlikely" is not read as "likely". */
export const likelihoodPattern = (): RegExp =>
  new RegExp(`(?<![\\p{L}-])(?:${all.map((term) => forms[term] ?? term).join('|')})(?![\\p{L}-])`, 'giu')

/** Which row words belong to, and what the other row says for them; null for words that are no term. */
export function likelihoodOf(words: string): { row: 'first' | 'second'; other: string } | null {
  const plain = words.toLowerCase().replace(/probably$/, 'probable').replace(/certainly$/, 'certain')
  for (const { first, second } of likelihoodSteps) {
    if (plain === first) return { row: 'first', other: second }
    if (plain === second) return { row: 'second', other: first }
  }
  return null
}
