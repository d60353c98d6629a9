// What is known of cited passages: asked for in batches, asked again when passages change.
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import { api, subscribe } from '../api.ts'
import { showError } from '../notices/notices.ts'
import type { Known } from './citation-chip.ts'

/** How many passages are asked for at once: each brings its paragraph along. */
const batch = 400

interface PassageBook {
  /** Detail by passage; null for one that is gone; absent for one that nobody asked for. */
  details: ReadonlyMap<Id, PassageDetail | null>
}

export const usePassageBook = create<PassageBook>(() => ({ details: new Map() }))

/** What is known of a passage now. */
export const knownPassage = (passage: Id): Known => usePassageBook.getState().details.get(passage)

/** Asks for these passages, whatever is known of them. Rejects when the core does not answer. */
export async function refreshPassages(passages: Iterable<Id>): Promise<void> {
  const wanted = [...new Set(passages)]
  const learnt = new Map<Id, PassageDetail | null>(wanted.map((passage) => [passage, null]))
  for (let from = 0; from < wanted.length; from += batch) {
    const found = await api.passages.describe({ passages: wanted.slice(from, from + batch) })
    for (const detail of found) learnt.set(detail.id, detail)
  }
  usePassageBook.setState(({ details }) => ({ details: new Map([...details, ...learnt]) }))
}

/** Asks for those of the passages that nothing is known of. */
export async function learnPassages(passages: Iterable<Id>): Promise<void> {
  const { details } = usePassageBook.getState()
  const unknown = [...passages].filter((passage) => !details.has(passage))
  if (unknown.length > 0) await refreshPassages(unknown)
}

/** One passage as it is now; null when it is gone. */
export async function passageNow(passage: Id): Promise<PassageDetail | null> {
  await refreshPassages([passage])
  return knownPassage(passage) ?? null
}

/** Follows changes of passages for those in use; the answer ends it. Several changes in a row are one question. */
export function followPassages(inUse: () => Iterable<Id>): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const end = subscribe((event) => {
    // What is not in the history is a memo's own save: it changes who cites a passage, not the passage.
    const changed = event.name === 'changed' ? event.data.features : []
    if (!changed.includes('passages') || !changed.includes('history')) return
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      usePassageBook.setState(({ details }) => {
        const kept = new Set(inUse())
        return { details: new Map([...details].filter(([passage]) => kept.has(passage))) }
      })
      refreshPassages(inUse()).catch(showError)
    }, 80)
  })
  return () => {
    clearTimeout(waiting)
    end()
  }
}
