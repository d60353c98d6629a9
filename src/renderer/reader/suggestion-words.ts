// How suggestions are counted and read out.
import type { Suggestion } from '../../shared/suggestions.ts'

/** "1 suggestion", "23 suggestions". */
export const countedSuggestions = (count: number): string =>
  count === 1 ? '1 suggestion' : `${count.toLocaleString()} suggestions`

/** Who a suggestion names besides its words, for people who hear it. */
function namedIn(suggestion: Suggestion): string {
  if (suggestion.kind === 'actor') return suggestion.actorKind ?? ''
  if (suggestion.kind === 'claim') return suggestion.speaker ? `said by ${suggestion.speaker}` : ''
  return suggestion.addressee ? `addressed to ${suggestion.addressee}` : ''
}

/** What a screen reader says when a suggestion shows. */
export function spokenSuggestion(suggestion: Suggestion, number: number, count: number): string {
  const named = namedIn(suggestion)
  const words = suggestion.kind === 'actor' ? suggestion.name : suggestion.quote.slice(0, 400)
  return `Suggestion ${number} of ${count}: ${suggestion.kind} “${words}”${named ? `, ${named}` : ''}. By the rule: ${suggestion.rule}. Enter accepts, X rejects, typing corrects.`
}
