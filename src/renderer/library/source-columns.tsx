// The lines of the Library's page: headings that sort, and the cells of a source.
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import type { LibraryColumn, LibraryRow } from '../../shared/library.ts'
import { showInstant, showPartialDate } from '../history/show-instant.ts'
import { reliabilityWords } from '../inspector/words.ts'
import { sortLibrary, useLibraryLayout } from './library-state.ts'
import { CopiesMark, ProgressMark } from './source-marks.tsx'
import { authorsInShort, columnWords } from './source-words.ts'
import { useSourceRow, type Shown } from './use-shown-sources.ts'

/** The widths of columns in pixels; the title takes what is left, but never less than this. */
const widths: Record<LibraryColumn, number> = {
  title: 220,
  authors: 124,
  container: 110,
  date: 84,
  grade: 52,
  language: 72,
  progress: 72,
  claims: 52,
  actors: 52,
  recommendations: 44,
  added: 104,
}

const gap = 10
const edges = 32

/** Below this many pixels a line with these columns is scrolled sideways. */
export const leastWidth = (columns: readonly LibraryColumn[]): number =>
  columns.reduce((sum, column) => sum + widths[column] + gap, edges - gap)

const template = (columns: readonly LibraryColumn[]): CSSProperties => ({
  gridTemplateColumns: columns.map((column) => (column === 'title' ? `minmax(${widths.title}px, 1fr)` : `${widths[column]}px`)).join(' '),
})

const isNumber = (column: LibraryColumn): boolean => column === 'claims' || column === 'actors' || column === 'recommendations'

/** Buttons that sort; a second click turns the order round. */
export function ColumnHeads() {
  const { columns, sort } = useLibraryLayout()
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  return (
    <div role="row" aria-rowindex={1} className="source-heads source-columns" style={{ ...template(columns), minWidth: leastWidth(columns) }}>
      {columns.map((column) => (
        <div key={column} role="columnheader" aria-sort={sort.by !== column ? undefined : sort.descending ? 'descending' : 'ascending'} data-number={isNumber(column)}>
          <button type="button" onClick={() => sortLibrary(column)}>
            {columnWords[column]}
            {sort.by === column ? <Arrow size={12} strokeWidth={1.5} aria-hidden="true" /> : null}
          </button>
        </div>
      ))}
    </div>
  )
}

function cellOf(source: LibraryRow, column: LibraryColumn): ReactNode {
  if (column === 'title') return source.title || 'Untitled'
  if (column === 'authors') return authorsInShort(source.authors)
  if (column === 'container') return source.containerTitle
  if (column === 'date') return source.issued && showPartialDate(source.issued)
  if (column === 'grade') return source.reliability && <span title={reliabilityWords[source.reliability]}>{source.reliability}</span>
  if (column === 'language') return source.language
  if (column === 'progress') return source.progress
  if (column === 'added') return showInstant(source.capturedAt)
  return source[column] === 0 ? null : <span className={kinds[column]}>{source[column].toLocaleString()}</span>
}

const kinds = { claims: 'kind-claim', actors: 'kind-actor', recommendations: 'kind-recommendation' } as const

/** The cells of the row at a place. */
export function SourceLine({ shown, place, columns }: { shown: Shown; place: number; columns: readonly LibraryColumn[] }) {
  const source = useSourceRow(shown.packed, place)
  const copies = source && shown.copies[source.id]
  return (
    <div role="presentation" className="source-columns" style={template(columns)} data-copy={source !== undefined && shown.behind.has(source.id)}>
      {columns.map((column) => {
        const content = source && cellOf(source, column)
        return (
          <div key={column} role="gridcell" className={`source-cell source-${column}`} data-number={isNumber(column)}>
            {source && column === 'title' ? <ProgressMark progress={source.progress} /> : null}
            <span className="source-cell-text" title={typeof content === 'string' ? content : undefined}>{source && (content || <span className="source-none">–</span>)}</span>
            {source && column === 'title' ? <CopiesMark source={source.id} copies={copies} /> : null}
          </div>
        )
      })}
    </div>
  )
}
