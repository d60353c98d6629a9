// Filtering a list by words, without regard to case and accents.

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()

/** The rows whose texts together hold every word typed, in their order; all of them when nothing is typed. */
export function filterRows<T>(rows: readonly T[], typed: string, textsOf: (row: T) => (string | null)[]): readonly T[] {
  const words = plain(typed).split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = plain(textsOf(row).join(' '))
    return words.every((word) => text.includes(word))
  })
}
