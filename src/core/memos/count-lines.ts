// Words of a memo that is saved again and again: only lines that changed are counted anew.
import { countWords } from '../../shared/blocks.ts'

/**
 * A counter under the rules of `countWords`, which never counts a word across a line. It keeps what it counted last:
 * segmenting a text of 100,000 words costs more than all the rest of saving it.
 */
export function createLineCounter(): (text: string) => number {
  let known = new Map<string, number>()
  return (text) => {
    const next = new Map<string, number>()
    let words = 0
    for (const line of text.split('\n')) {
      const count = next.get(line) ?? known.get(line) ?? countWords(line)
      next.set(line, count)
      words += count
    }
    known = next
    return words
  }
}
