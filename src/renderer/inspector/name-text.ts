// Authors as one line of text, for people to read and edit.
import type { Name } from '../../shared/sources.ts'

/** `Rice, Condoleezza; Council on Foreign Relations`: persons with a comma, bodies without, parted by semicolons. */
export const namesToText = (names: readonly Name[]): string =>
  names
    .map((name) => (name.literal ?? [name.family, name.given].filter((part) => part).join(', ')).trim())
    .filter((text) => text !== '')
    .join('; ')

/** Reads what `namesToText` writes. A name without a comma is a body, so that nobody's name is cut by a guess. */
export function textToNames(text: string): Name[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Name => {
      const comma = part.indexOf(',')
      const family = part.slice(0, comma).trim()
      const given = part.slice(comma + 1).trim()
      return comma > 0 && family !== '' && given !== '' ? { family, given } : { literal: part }
    })
}
