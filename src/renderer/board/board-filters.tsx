// The line of filters over the board.
import { boardGroupings } from '../../shared/board.ts'
import { claimStatuses } from '../../shared/items.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { Picker } from '../interface/picker.tsx'
import { Select } from '../interface/select.tsx'
import { claimStatusChoices, credibilityChoices } from '../inspector/words.ts'
import { countIn, idsBetween } from '../library/source-order.ts'
import { useCall } from '../queries.ts'
import { narrow, useLayout } from './board-state.ts'
import { toGrid } from './to-grid.ts'

const groupings = boardGroupings.map((value) => ({ value, title: `By ${value}` }))

const suggestSources = async (text: string) => {
  const { sources } = await api.library.order({ filter: { text }, sort: { by: 'added', descending: true } })
  const rows = await api.library.rows({ sources: idsBetween(sources, 0, Math.min(12, countIn(sources)) - 1) })
  return rows.map(({ id, title, containerTitle }) => ({ id, title: title || 'Untitled', detail: containerTitle }))
}

/** Each choice narrows at once; `shown` is how many claims fit. */
export function BoardFilters({ shown }: { shown: number | null }) {
  const { filter, group } = useLayout()
  const layBoard = useDesk((desk) => desk.layBoard)
  const speakers = useCall('items', 'list', { kind: 'actor' }).data ?? []
  const source = useCall('sources', 'get', filter.source === undefined ? null : { source: filter.source }).data?.metadata.title || (filter.source && 'Untitled')
  const codes = useCall('codes', 'list', {}).data ?? []
  const narrowed = Object.values(filter).some((value) => value !== undefined && value !== '')
  const clear = () => narrow({ text: undefined, status: undefined, speaker: undefined, source: undefined, code: undefined, credibility: undefined })
  return (
    <div className="board-filters" role="search" aria-label="Filter claims">
      <input
        type="search"
        className="text-field"
        aria-label="Filter by words"
        placeholder="Words"
        value={filter.text ?? ''}
        onChange={(event) => narrow({ text: event.target.value })}
        maxLength={500}
        onKeyDown={toGrid}
      />
      <Select label="Status" value={filter.status ?? null} none="Any status" choices={claimStatusChoices} onChange={(status) => narrow({ status: claimStatuses.find((known) => known === status) })} />
      <Select label="Speaker" value={filter.speaker ?? null} none="Any speaker" choices={speakers.map(({ id, statement }) => ({ value: id, title: statement }))} onChange={(speaker) => narrow({ speaker: speaker ?? undefined })} />
      <Picker label="Source" value={source ?? ''} placeholder="Any source" suggest={suggestSources} onPick={({ id }) => narrow({ source: id })} onClear={() => narrow({ source: undefined })} />
      <Select label="Code" value={filter.code ?? null} none="Any code" choices={codes.map(({ id, path }) => ({ value: id, title: path }))} onChange={(code) => narrow({ code: code ?? undefined })} />
      <Select label="Credibility" value={filter.credibility ? String(filter.credibility) : null} none="Any credibility" choices={credibilityChoices} onChange={(grade) => narrow({ credibility: grade === null ? undefined : Number(grade) })} />
      <Select label="Group" value={group} none="Not grouped" choices={groupings} onChange={(next) => layBoard({ group: next })} />
      <Button disabled={!narrowed} onClick={clear}>Clear filters</Button>
      <span className="board-count numbers" role="status">{shown === null ? '' : shown === 1 ? '1 claim' : `${shown.toLocaleString()} claims`}</span>
    </div>
  )
}
