// The line of filters over the board.
import { memo } from 'react'
import { boardGroupings } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
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
  const source = useCall('sources', 'get', filter.source === undefined ? null : { source: filter.source }).data?.metadata.title || (filter.source && 'Untitled')
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
      <SpeakerFilter speaker={filter.speaker ?? null} />
      <Picker label="Source" value={source ?? ''} placeholder="Any source" suggest={suggestSources} onPick={({ id }) => narrow({ source: id })} onClear={() => narrow({ source: undefined })} />
      <CodeFilter code={filter.code ?? null} />
      <Select label="Credibility" value={filter.credibility ? String(filter.credibility) : null} none="Any credibility" choices={credibilityChoices} onChange={(grade) => narrow({ credibility: grade === null ? undefined : Number(grade) })} />
      <Select label="Group" value={group} none="Not grouped" choices={groupings} onChange={(next) => layBoard({ group: next })} />
      <Button disabled={!narrowed} onClick={clear}>Clear filters</Button>
      <span className="board-count numbers" role="status">{shown === null ? '' : shown === 1 ? '1 claim' : `${shown.toLocaleString()} claims`}</span>
    </div>
  )
}

/** By itself, so that thousands of names are not drawn anew at each key typed beside them. */
const SpeakerFilter = memo(function SpeakerFilter({ speaker }: { speaker: Id | null }) {
  const speakers = useCall('items', 'list', { kind: 'actor' }).data ?? []
  return <Select label="Speaker" value={speaker} none="Any speaker" choices={speakers.map(({ id, statement }) => ({ value: id, title: statement }))} onChange={(next) => narrow({ speaker: next ?? undefined })} />
})

/** The same for codes. */
const CodeFilter = memo(function CodeFilter({ code }: { code: Id | null }) {
  const codes = useCall('codes', 'list', {}).data ?? []
  return <Select label="Code" value={code} none="Any code" choices={codes.map(({ id, path }) => ({ value: id, title: path }))} onChange={(next) => narrow({ code: next ?? undefined })} />
})
