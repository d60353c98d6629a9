// Searches kept under a name, from the search box.
import type { SavedSearch } from '../../shared/search.ts'
import { api } from '../api.ts'
import { act, say } from '../notices/notices.ts'

/** Keeps what is typed; its words are its name. */
export async function keepSearch(query: string): Promise<void> {
  const kept = await act(() => api.search.save({ name: query.slice(0, 200), query }))
  if (kept) say(`Kept the search “${kept.name}”. The empty box lists it.`)
}

/** Forgets a kept search; undo brings it back. */
export async function forgetSearch({ id, name }: SavedSearch): Promise<void> {
  const done = await act(() => api.search.forget({ search: id }).then(() => true))
  if (done) say(`Forgot the search “${name}”. Undo brings it back.`)
}
