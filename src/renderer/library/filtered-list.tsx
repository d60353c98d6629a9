// A list of the Library under its filter field, with an action and an empty state.
import { useState, type ReactNode } from 'react'
import { GridList, type GridListProps } from '../interface/grid-list.tsx'
import { filterRows } from './filter-rows.ts'

interface FilteredListProps<T> extends GridListProps<T> {
  /** The plural for the filter field: "Filter 4 sources". */
  things: string
  /** Every text of a row that the filter looks into. */
  searchable: (row: T) => (string | null)[]
  loading: boolean
  /** What the filter looks through where the list itself shows but some, as a tree with closed branches does. */
  all?: readonly T[]
  /** Below the list. */
  after?: ReactNode
  /** Beside the filter field. */
  action?: ReactNode
  /** One sentence and one action. */
  empty: ReactNode
}

/** Filters as one types; Escape empties the filter, arrow down goes into the list. */
export function FilteredList<T>({ things, searchable, loading, all, action, after, empty, ...list }: FilteredListProps<T>) {
  const [text, setText] = useState('')
  const rows = filterRows(text.trim() === '' ? list.rows : (all ?? list.rows), text, searchable)
  const count = (all ?? list.rows).length
  if (!loading && count === 0) return <div className="library-list">{empty}</div>
  return (
    <div className="library-list">
      <div className="library-filter">
        <input
          type="search"
          className="text-field"
          aria-label={`Filter ${things}`}
          placeholder={count > 1 ? `Filter ${count.toLocaleString()} ${things}` : `Filter ${things}`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') {
              event.preventDefault()
              setText('')
            } else if (event.key === 'ArrowDown') {
              event.preventDefault()
              event.currentTarget.closest('.library-list')?.querySelector<HTMLElement>('[role$="grid"]')?.focus()
            }
          }}
        />
        {action}
      </div>
      {rows.length === 0 && !loading ? (
        <p className="empty">Nothing here has these words.</p>
      ) : (
        <GridList {...list} rows={rows} />
      )}
      {after}
    </div>
  )
}
