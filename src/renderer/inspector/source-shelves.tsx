// Where a source lies: the collections that hold it, each with a way out of it, and a field to put it into more.
import { X } from 'lucide-react'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { Picker } from '../interface/picker.tsx'
import { putInto, takeOut } from '../library/use-held-collection.ts'
import { suggestCollections } from '../library/suggest-collections.ts'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'

export function SourceShelves({ source }: { source: Id }) {
  const holding = useCall('collections', 'of', { source }).data ?? []
  const collections = (useCall('collections', 'list', {}).data ?? []).filter(({ id }) => holding.includes(id))
  const make = async (name: string) => {
    const made = await act(() => api.collections.create({ name }))
    if (made) await putInto(made, [source])
  }
  return (
    <section className="inspector-section" aria-label="Collections">
      <h3>Collections</h3>
      {collections.length === 0 ? null : (
        <div className="filter-chips shelf-chips">
          {collections.map((collection) => (
            <button key={collection.id} type="button" className="filter-chip" aria-label={`Take out of ${collection.path}`} title={`Take out of “${collection.path}”`} onClick={() => takeOut(collection, [source])}>
              <span>{collection.path}</span>
              <X size={12} strokeWidth={1.5} aria-hidden="true" />
            </button>
          ))}
        </div>
      )}
      <Picker label="Add to a collection" value="" placeholder="Add to a collection" creates="collection" suggest={suggestCollections} onPick={({ id, title }) => void putInto({ id, name: title }, [source])} onCreate={(name) => void make(name)} />
    </section>
  )
}
