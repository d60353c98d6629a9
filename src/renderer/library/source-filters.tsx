// The field and the panel that narrow the Library, and the chips that say how it is narrowed.
import { ListFilter, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { libraryColumns, type LibraryFilter, type ValueField } from '../../shared/library.ts'
import { partialDateSchema, progresses, reliabilities } from '../../shared/sources.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { showPartialDate } from '../history/show-instant.ts'
import { checkDate } from '../inspector/metadata-text.ts'
import { reliabilityChoices } from '../inspector/words.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { Picker } from '../interface/picker.tsx'
import { Popover } from '../interface/popover.tsx'
import { Select, type Choice } from '../interface/select.tsx'
import { TextField } from '../interface/text-field.tsx'
import { useCall } from '../queries.ts'
import { clearLibraryFilter, narrowLibrary, sortLibrary, useLibrary, useLibraryLayout } from './library-state.ts'
import { columnWords, progressChoices } from './source-words.ts'

/** Escape empties the field, arrow down goes into the list. */
export function WordsField() {
  const { filter } = useLibraryLayout()
  const trashed = useLibrary((state) => state.trashed)
  const count = useCall('workspace', 'get', {}).data?.sources ?? 0
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && filter.text) narrowLibrary({ text: undefined })
    else if (event.key === 'ArrowDown') event.currentTarget.closest('[data-library]')?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    else return
    event.preventDefault()
  }
  return (
    <input
      type="search"
      className="text-field"
      aria-label="Filter sources"
      placeholder={trashed ? 'Filter the trash' : count > 1 ? `Filter ${count.toLocaleString()} sources` : 'Filter sources'}
      maxLength={500}
      value={filter.text ?? ''}
      onChange={(event) => narrowLibrary({ text: event.target.value })}
      onKeyDown={onKeyDown}
    />
  )
}

const gradeChoices: Choice<NonNullable<LibraryFilter['grade']>>[] = [...reliabilityChoices, { value: 'none', title: 'Not judged' }]
const claimChoices: Choice<'yes' | 'no'>[] = [{ value: 'yes', title: 'With claims' }, { value: 'no', title: 'Without claims' }]
const orderChoices = libraryColumns.map((value) => ({ value, title: columnWords[value] }))

const valuesOf = (of: ValueField) => async (text: string) =>
  (await api.library.values({ of, text })).slice(0, 12).map(({ value, count }) => ({ id: value, title: value, detail: count.toLocaleString() }))

/** The button that opens the panel of filters and of the order. */
export function FilterPanel() {
  const { filter, sort, stories } = useLibraryLayout()
  const laySources = useDesk((desk) => desk.laySources)
  const collections = useCall('collections', 'list', {}).data ?? []
  const pick = (field: 'container' | 'author' | 'language', label: string) => (
    <>
      <span className="filter-label" aria-hidden="true">{label}</span>
      <Picker label={label} value={filter[field] ?? ''} placeholder="Any" suggest={suggestions[field]} onPick={({ id }) => narrowLibrary({ [field]: id })} onClear={() => narrowLibrary({ [field]: undefined })} />
    </>
  )
  const date = (field: 'from' | 'to', label: string) => (
    <TextField labelled label={label} value={filter[field] ?? ''} placeholder="Any" check={checkDate} spellCheck={false} onSave={(text) => narrowLibrary({ [field]: partialDateSchema.safeParse(text.trim()).data })} />
  )
  return (
    <Popover label="Filters" align="end" className="filter-panel" trigger={<IconButton icon={ListFilter} label="Filters" />}>
      <div className="filter-fields">
        <Select labelled label="Progress" value={filter.progress ?? null} none="Any" choices={progressChoices} onChange={(progress) => narrowLibrary({ progress: progresses.find((known) => known === progress) })} />
        {collections.length > 0 ? (
          <Select labelled label="Collection" value={filter.collection ?? null} none="Any" choices={collections.map(({ id, path }) => ({ value: id, title: path }))} onChange={(collection) => narrowLibrary({ collection: collection ?? undefined })} />
        ) : null}
        {pick('container', 'Published in')}
        {pick('author', 'Author')}
        {date('from', 'Dated from')}
        {date('to', 'Dated to')}
        <Select labelled label="Grade" value={filter.grade ?? null} none="Any" choices={gradeChoices} onChange={(grade) => narrowLibrary({ grade: [...reliabilities, 'none' as const].find((known) => known === grade) })} />
        <Select labelled label="Claims" value={filter.claims === undefined ? null : filter.claims ? 'yes' : 'no'} none="Any" choices={claimChoices} onChange={(claims) => narrowLibrary({ claims: claims === null ? undefined : claims === 'yes' })} />
        {pick('language', 'Language')}
        <Select labelled label="Order by" value={sort.by} choices={orderChoices} onChange={(by) => by && by !== sort.by && sortLibrary(by)} />
      </div>
      <div className="filter-foot">
        <Button aria-pressed={sort.descending} onClick={() => sortLibrary(sort.by)}>{sort.descending ? 'Descending' : 'Ascending'}</Button>
        <label className="filter-switch">
          <input type="checkbox" checked={stories} onChange={(event) => laySources({ stories: event.target.checked })} />
          Copies as one
        </label>
      </div>
    </Popover>
  )
}

const suggestions = { container: valuesOf('container'), author: valuesOf('author'), language: valuesOf('language') }

/** What narrows the list now, each with a way to take it away. */
export function FilterChips() {
  const { filter } = useLibraryLayout()
  const collections = useCall('collections', 'list', {}).data ?? []
  const words: Partial<Record<keyof LibraryFilter, string>> = {
    progress: progressChoices.find(({ value }) => value === filter.progress)?.title,
    collection: collections.find(({ id }) => id === filter.collection)?.path,
    container: filter.container,
    author: filter.author,
    from: filter.from && `from ${showPartialDate(filter.from)}`,
    to: filter.to && `to ${showPartialDate(filter.to)}`,
    grade: filter.grade && (filter.grade === 'none' ? 'Not judged' : `Grade ${filter.grade}`),
    claims: filter.claims === undefined ? undefined : filter.claims ? 'With claims' : 'Without claims',
    language: filter.language,
  }
  const chips = Object.entries(words).filter((chip): chip is [keyof LibraryFilter, string] => chip[1] !== undefined && chip[1] !== '')
  if (chips.length === 0) return null
  return (
    <div className="filter-chips" role="group" aria-label="What narrows the list">
      {chips.map(([field, text]) => (
        <button key={field} type="button" className="filter-chip" aria-label={`No longer: ${text}`} onClick={() => narrowLibrary({ [field]: undefined })}>
          <span>{text}</span>
          <X size={12} strokeWidth={1.5} aria-hidden="true" />
        </button>
      ))}
      {chips.length > 1 ? <button type="button" className="filter-chip filter-clear" onClick={clearLibraryFilter}>Clear</button> : null}
    </div>
  )
}
