// Which sources the Library shows now, and the rows of those in sight.
import { useDeferredValue, useEffect, useMemo } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import type { LibraryOrder, LibraryRow } from '../../shared/library.ts'
import { api } from '../api.ts'
import type { RowOrder } from '../interface/long-grid-moves.ts'
import { useCall } from '../queries.ts'
import { showingList, useLibrary, useLibraryLayout } from './library-state.ts'
import { countIn, idAt, idsBetween, nextPlace, noSources, placeIn, withCopies, type ShownSources } from './source-order.ts'

const nothing: LibraryOrder = { sources: '', total: 0, copies: {} }

/** So many sources are asked for while the window starts. */
const atFirst = 200

/** What the Library shows; `total` counts copies too and is null until it is known. */
export interface Shown extends ShownSources {
  total: number | null
  copies: LibraryOrder['copies']
  order: RowOrder
  error: Error | null
  /** The place of the next source whose title starts with a text. */
  find: (text: string, from: number) => Promise<number>
}

export function useShownSources(): Shown {
  const { filter, sort, stories } = useLibraryLayout()
  const trashed = useLibrary((state) => state.trashed)
  const opened = useLibrary((state) => state.opened)
  const settled = useLibrary((state) => state.settled)
  const asked = useDeferredValue({ filter, sort, trashed, stories })
  const start = useCall('library', 'order', settled ? null : { ...asked, first: atFirst })
  const whole = useCall('library', 'order', settled ? asked : null)
  const data = whole.data ?? start.data
  const error = whole.error ?? start.error
  const isWhole = whole.data !== undefined || (data !== undefined && data.total < atFirst)
  const known = data ?? nothing
  const shown = useMemo(() => (data ? withCopies(data, opened) : noSources), [data, opened])
  const { packed } = shown
  useEffect(() => useLibrary.setState({ packed }), [packed])
  useEffect(showingList, [])
  const order = useMemo<RowOrder>(
    () => ({
      count: countIn(packed),
      keyAt: (place) => idAt(packed, place),
      placeOf: (key) => placeIn(packed, key),
      between: (one, other) => idsBetween(packed, one, other),
    }),
    [packed],
  )
  const find = async (text: string, from: number): Promise<number> => {
    const same = /^(.)\1+$/u.exec(text)
    const found = await api.library.startingWith({ filter, sort, trashed, text: same?.[1] ?? text })
    return nextPlace(packed, found, same ? from + 1 : from)
  }
  return { ...shown, total: data && isWhole ? data.total : null, copies: known.copies, order, error, find }
}

/** How many neighbouring rows are asked for together. */
const blockSize = 64

/** The row at a place; undefined until it has come. */
export function useSourceRow(packed: string, place: number): LibraryRow | undefined {
  const first = place - (place % blockSize)
  const ids: Id[] = idsBetween(packed, first, Math.min(first + blockSize, countIn(packed)) - 1)
  const id = idAt(packed, place)
  return useCall('library', 'rows', { sources: ids }).data?.find((row) => row.id === id)
}
