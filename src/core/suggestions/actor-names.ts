// How names of actors are compared when a suggestion is weighed against what the workspace knows.

/** Case, accents, the article and a possessive ending make no other actor. */
export const foldedName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s?$/u, '')
    .replace(/^the\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** The first actor of the list that has this name or alias; null for none. */
export function actorNamed<T extends { names: readonly string[] }>(actors: readonly T[], name: string): T | null {
  const wanted = foldedName(name)
  return actors.find((actor) => actor.names.some((known) => foldedName(known) === wanted)) ?? null
}
