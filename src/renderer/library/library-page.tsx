// The Library as a page of the Reader: every source in a line, with the columns that one chooses.
import { Columns3 } from 'lucide-react'
import { libraryColumns } from '../../shared/library.ts'
import { useDesk } from '../desk/desk-store.ts'
import { IconButton } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Menu, MenuChoice, MenuHeading } from '../interface/menu.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { useLibrary, useLibraryLayout } from './library-state.ts'
import { ColumnHeads, leastWidth, SourceLine } from './source-columns.tsx'
import { FilterChips, FilterPanel, WordsField } from './source-filters.tsx'
import { SourceGrid } from './source-grid.tsx'
import { NothingFits } from './source-list.tsx'
import { columnWords } from './source-words.ts'
import { useShownSources } from './use-shown-sources.ts'

const selectSource = (id: string): void => useDesk.getState().select({ kind: 'source', id })

export function LibraryPage() {
  const shown = useShownSources()
  const { columns, filter } = useLibraryLayout()
  const trashed = useLibrary((state) => state.trashed)
  const narrowed = Object.keys(filter).length > 0
  return (
    <section className="library-page" aria-label="All sources" data-library>
      <div className="library-page-head">
        <h1>{trashed ? 'Trash' : 'Sources'}</h1>
        <span className="numbers library-count" role="status">{shown.total === null ? '' : counted(shown.total, 'source')}</span>
      </div>
      <div className="library-page-filter">
        <WordsField />
        <FilterPanel />
        <ColumnMenu />
      </div>
      <FilterChips />
      {shown.error ? <p className="empty" role="alert">{shown.error.message}</p> : null}
      {shown.total === 0 && narrowed ? <NothingFits /> : null}
      {shown.total === 0 && !narrowed ? <p className="empty">{trashed ? 'The trash is empty.' : 'Articles and documents that you import are listed here.'}</p> : null}
      {shown.total === 0 ? null : (
        <SourceGrid label={trashed ? 'Table of the trash' : 'Table of sources'} shown={shown} rowHeight={36} leastWidth={leastWidth(columns)} head={<ColumnHeads />} onPreview={selectSource}>
          {(place) => <SourceLine shown={shown} place={place} columns={columns} />}
        </SourceGrid>
      )}
      <ChosenBar least={1} />
    </section>
  )
}

/** Which columns show; the title always does. */
function ColumnMenu() {
  const { columns } = useLibraryLayout()
  const laySources = useDesk((desk) => desk.laySources)
  return (
    <Menu label="Columns" align="end" trigger={<IconButton icon={Columns3} label="Columns" />}>
      <MenuHeading>Columns</MenuHeading>
      {libraryColumns.filter((column) => column !== 'title').map((column) => (
        <MenuChoice
          key={column}
          stays
          checked={columns.includes(column)}
          onSelect={() => laySources({ columns: libraryColumns.filter((each) => (each === column ? !columns.includes(column) : columns.includes(each))) })}
        >
          {columnWords[column]}
        </MenuChoice>
      ))}
    </Menu>
  )
}
