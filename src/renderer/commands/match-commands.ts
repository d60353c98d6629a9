// Finding commands by words of their titles.
import type { Command } from './command-registry.ts'

const plain = (text: string): string => text.toLowerCase().replaceAll(/[…]/g, '').trim()

/**
 * Commands whose title has, for every word typed, a word that starts with it; titles that start with the whole
 * text first, then shorter before longer ones. Nothing typed finds all, in their order.
 */
export function matchingCommands(commands: readonly Command[], text: string): Command[] {
  const typed = plain(text)
  const words = typed.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return [...commands]
  const rank = (command: Command): number =>
    (plain(command.title).startsWith(typed) ? 0 : 1000) + command.title.length
  return commands
    .filter((command) => {
      const title = plain(command.title).split(/[\s(]+/)
      return words.every((word) => title.some((part) => part.startsWith(word)))
    })
    .toSorted((a, b) => rank(a) - rank(b))
}
