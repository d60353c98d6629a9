// Numbers with their nouns.

/** `1 citation`, `1,204 words`: the number by the locale, the noun in its number. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString()} ${count === 1 ? one : many}`
