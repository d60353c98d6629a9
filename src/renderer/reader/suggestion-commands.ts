// The keys of the walk through suggestions; while one shows, Enter, Tab and Escape are its own.
import type { Command } from '../commands/command-registry.ts'
import { matchesKeys, onMac, type KeyPress } from '../commands/keys.ts'
import type { ReadingSession } from './reading-session.ts'
import { acceptSuggestion, leaveSuggestions, rejectSuggestion, shownSuggestion, walkSuggestions } from './suggestion-walk.ts'

/** The first field of the popover that shows a suggestion. */
export const suggestionFieldSelector = '.reader-suggestion :is(textarea, input)'

/** Keys that mean something else as the first one while a suggestion shows. */
const firstKeys = ['x', 'g', 'Shift+G']

/** Whether a key, pressed in the text while a suggestion shows, begins to correct it: any letter or digit but X and G. */
export function beginsCorrecting(press: KeyPress): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey || !/^(?:[\p{L}\p{N}]|Dead|Process)$/u.test(press.key)) return false
  return !firstKeys.some((keys) => matchesKeys(press, keys, onMac))
}

/** To be offered before the Reader's own commands, since the first that is enabled gets a key. `inText`: the keyboard is in the text. */
export function suggestionCommands(session: ReadingSession, inText: () => boolean): Command[] {
  const shown = () => shownSuggestion() !== null
  const here = () => shown() && inText()
  const correct = () => document.querySelector<HTMLElement>(suggestionFieldSelector)?.focus({ preventScroll: true })
  const parts: Omit<Command, 'group' | 'place'>[] = [
    { name: 'reader.next-suggestion', title: 'Go to the next suggestion', keys: ['g'], run: () => walkSuggestions(session, 1) },
    { name: 'reader.previous-suggestion', title: 'Go to the previous suggestion', keys: ['Shift+G'], run: () => walkSuggestions(session, -1) },
    { name: 'reader.accept-suggestion', title: 'Accept the suggestion', keys: ['Enter'], enabled: here, run: () => acceptSuggestion(session) },
    { name: 'reader.reject-suggestion', title: 'Reject the suggestion', keys: ['x'], enabled: shown, run: () => rejectSuggestion(session) },
    { name: 'reader.correct-suggestion', title: 'Correct the suggestion', keys: ['Tab'], enabled: here, run: correct },
    { name: 'reader.leave-suggestions', title: 'Leave the suggestions', keys: ['Escape'], enabled: here, run: leaveSuggestions },
  ]
  return parts.map((part) => ({ group: 'Tag', place: 'reader', ...part }))
}
