// What was typed, as an FTS5 query that cannot fail.

/** The words of the input: runs of letters, numbers and their marks. */
export const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/**
 * An FTS5 MATCH expression in which each word must occur, the last one as the start of a word;
 * null when the input holds no word. Every word is quoted, so no input is syntax.
 */
export function matchExpression(text: string): string | null {
  const words = wordsOf(text)
  if (words.length === 0) return null
  return words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
}
