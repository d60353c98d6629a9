// Text for comparing without regard to case and accents, in any script.

/** Letters without marks, all upper case, so that ß is SS, a final ς is Σ and İ is I. */
export const foldText = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase()
