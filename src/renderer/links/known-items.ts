// Every item of the workspace for fields that pick one, read once and again only after a change.
import type { Id } from '../../shared/identifiers.ts'
import type { ItemSummary } from '../../shared/items.ts'
import { api } from '../api.ts'
import type { PickerChoice } from '../interface/picker.tsx'
import { kindWords } from '../inspector/words.ts'
import { filterRows } from '../library/filter-rows.ts'
import { queryClient } from '../queries.ts'

const knownItems = (): Promise<ItemSummary[]> => queryClient.fetchQuery({ queryKey: ['items', 'list', {}], queryFn: () => api.items.list({}) })

/** At most eight items that have the words, without the one given. */
export async function suggestItems(text: string, but: Id | null): Promise<PickerChoice[]> {
  const items = (await knownItems()).filter((item) => item.id !== but)
  return filterRows(items, text, (item) => [item.statement, item.detail])
    .slice(0, 8)
    .map((item) => ({ id: item.id, title: item.statement, detail: kindWords[item.kind] }))
}
