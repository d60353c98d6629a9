// Who speaks: the name, pronoun or group of people directly beside a verb of saying.
import { agentNouns, officeNouns } from './cue-words.ts'
import type { Mention, Roster } from './actor-mentions.ts'

/** A speaker found; `name` is null for one without a name of its own, as "officials". */
export interface Speaker {
  name: string | null
}

const between = /^(?: \([^)]{2,14}\))?(?:,[^,“”"]{2,90},| (?:MP|MEP|KC))?(?: of \p{Lu}\p{L}+)?\s*(?:(?:also|later|then|again|repeatedly|often|recently|once|\p{L}+ly|has|have|had|himself|herself|itself)\s+){0,3}$/u
const unnamed = new RegExp(`(?:^|[\\s“"(,])(?:(?:the|a|an|its|his|her|their|our|one|two|several|many|some|most|those|these|[\\p{L}’'-]+)\\s+){0,3}(?:${agentNouns}|${officeNouns})s?(?: (?:from|of|in|at|who) [^,.;“”]{2,50})?\\s*(?:who\\s+)?(?:(?:also|later|has|have|had|\\p{L}+ly)\\s+){0,2}$`, 'iu')
const personal = /\b(he|she|they|it|I)\s+(?:(?:also|later|then|again|\p{L}+ly|has|have|had)\s+){0,2}$/iu
const ownPronoun = /\b(?:his|her|its|their)\s+(?:own\s+)?(?:[\p{L}-]+\s+)?$/iu
const someone = /\b(?:this (?:brief|paper|report|article|study)|this)\s+$/iu

/** The speaker whose name, pronoun or office ends at `offset`, which is where a cue begins; null when nobody stands there. */
export function speakerBefore(text: string, roster: Roster, from: number, offset: number): Speaker | null {
  const lead = text.slice(from, offset)
  const named = roster.mentionsIn(from, offset)
  const nearest = named.findLast((mention) => between.test(text.slice(mention.end, offset)) || isApposed(text, mention, offset))
  if (nearest) return { name: personOf(text, roster, named, nearest) }
  // "Yuri Ushakov, an advisor to Vladimir Putin, said": the name that the commas explain.
  const explained = named.find((mention) => /^,(?:[^“”"]{2,90},)?\s*(?:who\s+)?(?:(?:has|had|also)\s+)?$/u.test(text.slice(mention.end, offset)))
  if (explained) return { name: explained.actor }
  const pronoun = personal.exec(lead)
  if (pronoun) return { name: lastNamed(roster, from, pronoun[1]?.toLowerCase() !== 'it') }
  if (someone.test(lead) || unnamed.test(lead)) return { name: null }
  return null
}

/** "Its spokeswoman, Vera Antonova, said": the name itself stands between commas. */
const isApposed = (text: string, mention: Mention, offset: number): boolean =>
  /^,\s+$/u.test(text.slice(mention.end, offset)) && /,\s(?:Dr\.? |Sir |Dame )?$/u.test(text.slice(Math.max(0, mention.start - 8), mention.start))

/** "Ingrid Solheim of the Institute estimates": the person speaks, not the house. */
function personOf(text: string, roster: Roster, named: readonly Mention[], nearest: Mention): string {
  const before = named.findLast((mention) => mention.end <= nearest.start && roster.isPerson(mention.actor))
  const joined = before && /^,? (?:[\p{L} ]{0,40} )?(?:of|from|at|for|with) (?:the )?$/u.test(text.slice(before.end, nearest.start))
  return joined && !roster.isPerson(nearest.actor) ? before.actor : nearest.actor
}

/** The speaker who begins at `offset`, after a cue: "said Henrik Dahl", "according to the World Bank". */
export function speakerAfter(text: string, roster: Roster, offset: number, end: number): Speaker | null {
  const first = roster.mentionsIn(offset, end).find((mention) => /^\s*(?:(?:the|a|an|its|his|her|their|one|former|[\p{L}.’'-]+)\s+){0,6}$/iu.test(text.slice(offset, mention.start)))
  if (first) return { name: first.actor }
  const rest = text.slice(offset, end)
  if (/^\s*(?:he|she|they)\b/iu.test(rest)) return { name: lastNamed(roster, offset, true) }
  return new RegExp(`^\\s*(?:[\\p{L}’'-]+\\s+){0,3}(?:${agentNouns}|${officeNouns})s?\\b`, 'iu').test(rest) ? { name: null } : null
}

/** The owner of "his suggestion" or "Lavrov’s claim", whose noun begins at `offset`. */
export function ownerBefore(text: string, roster: Roster, from: number, offset: number): Speaker | null {
  const owner = roster.mentionsIn(from, offset).findLast((mention) => /^[’']s?\s+(?:[\p{L}-]+\s+)?$/u.test(text.slice(mention.end, offset)))
  if (owner) return { name: owner.actor }
  return ownPronoun.test(text.slice(from, offset)) ? { name: lastNamed(roster, from, true) } : null
}

/** How far back a pronoun may reach, in UTF-16 code units: about two paragraphs. */
const reach = 900

/** The last person named before an offset, or the last actor of any kind. */
export function lastNamed(roster: Roster, offset: number, person: boolean): string | null {
  const near: Mention[] = roster.mentionsIn(Math.max(0, offset - reach), offset)
  const people = near.filter((mention) => roster.isPerson(mention.actor))
  return ((person ? people.at(-1) : near.at(-1)) ?? null)?.actor ?? null
}
