// The tree of collections over the list of sources, between all sources and the trash.
import { ChevronRight, Folder, Inbox, Trash2 } from 'lucide-react'
import type { DragEvent, HTMLAttributes, KeyboardEvent } from 'react'
import type { Collection } from '../../shared/collections.ts'
import { api } from '../api.ts'
import { GridList } from '../interface/grid-list.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { useLibrary, useLibraryLayout } from './library-state.ts'
import { RenameField } from './rename-field.tsx'
import { everySource, moveCollection, removeCollections, setActiveShelf, setShelfOpen, showShelf, theTrash, useShelves } from './shelf-commands.ts'
import { sourcesType } from './source-grid.tsx'
import { trashSources } from './source-actions.ts'
import { dropPlace, openRows, placesOf, zoneOf, type CodeRowPlace } from './tree-moves.ts'
import { putInto } from './use-held-collection.ts'

/** A row of the tree: a collection, or one of the two places that are always there. */
type Shelf = { id: string; name: string; total: number; collection: Collection | null }

const rowHeight = 28

/** Shows once there is a collection or something in the trash. */
export function Shelves() {
  const collections = useCall('collections', 'list', {}).data ?? []
  const losses = useCall('trash', 'losses', {}).data
  const sources = useCall('workspace', 'get', {}).data?.sources ?? 0
  const { filter } = useLibraryLayout()
  const trashed = useLibrary((state) => state.trashed)
  const { closed, renaming, over } = useShelves()
  const inTrash = losses?.sources ?? 0
  if (collections.length === 0 && inTrash === 0 && !trashed) return null
  const places = placesOf(collections, closed)
  const rows: Shelf[] = [
    { id: everySource, name: 'All sources', total: sources, collection: null },
    ...openRows(collections, closed).map((collection) => ({ id: collection.id, name: collection.name, total: collection.total, collection })),
    { id: theTrash, name: 'Trash', total: inTrash, collection: null },
  ]
  const current = trashed ? theTrash : (filter.collection ?? everySource)
  return (
    <div className="shelves" style={{ height: rows.length * rowHeight + 5 }}>
      <GridList
        label="Collections"
        role="treegrid"
        rows={rows}
        keyOf={({ id }) => id}
        textOf={({ name }) => name}
        current={current}
        rowHeight={rowHeight}
        rowProps={(shelf) => ({ ...treeProps(shelf, places), ...dropProps(collections, shelf), 'data-drop': over?.shelf === shelf.id ? over.zone : undefined })}
        onKey={(event, shelf, shown, go) => treeKey(event, shelf, shown, places, go)}
        onActive={setActiveShelf}
        onPreview={({ id }) => showShelf(id)}
        onOpen={({ id }) => showShelf(id)}
        onDelete={(chosen) => void removeCollections(chosen.flatMap(({ collection }) => collection ?? []))}
        onRename={({ collection }) => useShelves.setState({ renaming: collection?.id ?? null })}
      >
        {(shelf) => (shelf.collection && renaming === shelf.id ? <Naming collection={shelf.collection} /> : <ShelfRow shelf={shelf} place={places.get(shelf.id)} />)}
      </GridList>
    </div>
  )
}

function Naming({ collection }: { collection: Collection }) {
  return (
    <RenameField
      label="Name of the collection"
      value={collection.name}
      onEnd={(name) => {
        useShelves.setState({ renaming: null })
        if (name !== null) void act(() => api.collections.rename({ collection: collection.id, name }))
      }}
    />
  )
}

function ShelfRow({ shelf, place }: { shelf: Shelf; place: CodeRowPlace | undefined }) {
  const Icon = shelf.collection ? Folder : shelf.id === theTrash ? Trash2 : Inbox
  return (
    <span className="row-line shelf-row" style={{ paddingInlineStart: Math.min(8, (place?.level ?? 1) - 1) * 16 }}>
      {place?.open === undefined ? <Icon size={14} strokeWidth={1.5} aria-hidden="true" /> : (
        <span
          className="code-twist"
          style={{ marginInline: -1 }}
          data-open={place.open}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation()
            setShelfOpen(shelf.id, !place.open)
          }}
        >
          <ChevronRight size={14} strokeWidth={1.5} />
        </span>
      )}
      <span className="code-name">{shelf.name}</span>
      <span className="row-counts numbers">
        {shelf.total.toLocaleString()}
        <span className="visually-hidden">{shelf.total === 1 ? ' source' : ' sources'}</span>
      </span>
    </span>
  )
}

const treeProps = ({ id }: Shelf, places: Map<string, CodeRowPlace>): HTMLAttributes<HTMLElement> => {
  const place = places.get(id)
  return place ? { 'aria-level': place.level, 'aria-expanded': place.open, 'aria-posinset': place.position, 'aria-setsize': place.of } : { 'aria-level': 1 }
}

/** Arrow left closes or goes to the parent, arrow right opens or goes to the first collection below. */
function treeKey(event: KeyboardEvent, { id, collection }: Shelf, shown: readonly Shelf[], places: Map<string, CodeRowPlace>, go: (row: number) => void): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !collection) return false
  const open = places.get(id)?.open
  if (event.key === 'ArrowLeft') {
    const parent = shown.findIndex((shelf) => shelf.id === collection.parent)
    if (open) setShelfOpen(id, false)
    else if (parent >= 0) go(parent)
    return true
  }
  if (event.key !== 'ArrowRight') return false
  if (open === false) setShelfOpen(id, true)
  else if (open) go(shown.findIndex((shelf) => shelf.id === id) + 1)
  return true
}

/** Takes sources and collections that are dropped; a collection may be dragged itself. */
function dropProps(collections: readonly Collection[], shelf: Shelf): HTMLAttributes<HTMLElement> {
  const wanted = (event: DragEvent): { zone: 'before' | 'into' | 'after'; drop: () => void } | null => {
    if (event.dataTransfer.types.includes(sourcesType)) {
      const { dragged } = useLibrary.getState()
      if (shelf.collection) return { zone: 'into', drop: () => void putInto(shelf.collection as Collection, dragged) }
      return shelf.id === theTrash ? { zone: 'into', drop: () => void trashSources(dragged) } : null
    }
    const { dragged } = useShelves.getState()
    const box = event.currentTarget.getBoundingClientRect()
    const zone = zoneOf((event.clientY - box.top) / box.height)
    const place = dragged && shelf.collection ? dropPlace(collections, dragged, shelf.id, zone) : null
    return dragged && place ? { zone, drop: () => void moveCollection(dragged, place) } : null
  }
  return {
    draggable: shelf.collection !== null,
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', shelf.name)
      useShelves.setState({ dragged: shelf.id })
    },
    onDragOver: (event) => {
      const found = wanted(event)
      if (found) event.preventDefault()
      const { over } = useShelves.getState()
      if (found ? over?.shelf !== shelf.id || over.zone !== found.zone : over) useShelves.setState({ over: found ? { shelf: shelf.id, zone: found.zone } : null })
    },
    onDragLeave: () => useShelves.setState({ over: null }),
    onDrop: (event) => {
      const found = wanted(event)
      useShelves.setState({ dragged: null, over: null })
      if (!found) return
      event.preventDefault()
      event.stopPropagation()
      found.drop()
    },
    onDragEnd: () => useShelves.setState({ dragged: null, over: null }),
  }
}
