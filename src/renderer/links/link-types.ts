// Types of links: as choices of a field, and which one is likely.
import type { ItemKind } from '../../shared/items.ts'
import { linkTypes } from '../../shared/links.ts'
import type { PickerChoice } from '../interface/picker.tsx'

/** Those that have what was typed. */
export const suggestTypes = async (text: string): Promise<PickerChoice[]> =>
  linkTypes.filter((type) => type.includes(text.toLowerCase())).map((type) => ({ id: type, title: type }))

/** The type that two kinds are most often linked by. */
export function usualType(from: ItemKind, to: ItemKind): (typeof linkTypes)[number] {
  if (to === 'actor') return from === 'claim' ? 'said by' : from === 'recommendation' ? 'addressed to' : from === 'actor' ? 'member of' : 'responds to'
  if (from === 'recommendation') return 'depends on'
  return 'supports'
}
