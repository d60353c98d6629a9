// Collections to choose from, by any part of their path.
import { api } from '../api.ts'
import { counted } from '../interface/counted.ts'
import type { PickerChoice } from '../interface/picker.tsx'

/** At most ten, in the order of the tree. */
export async function suggestCollections(text: string): Promise<PickerChoice[]> {
  const all = await api.collections.list({})
  const wanted = text.toLocaleLowerCase()
  return all
    .filter(({ path }) => path.toLocaleLowerCase().includes(wanted))
    .slice(0, 10)
    .map(({ id, path, total }) => ({ id, title: path, detail: counted(total, 'source') }))
}
