// The line of filters over the board.
import { claimStatuses } from '../../shared/items.ts'
import { Button } from '../interface/button.tsx'
import { Select } from '../interface/select.tsx'
import { claimStatusChoices, credibilityChoices } from '../inspector/words.ts'
import { useCall } from '../queries.ts'
import { useBoard } from './board-state.ts'

/** Each choice narrows at once; `shown` is how many claims fit. */
export function BoardFilters({ shown }: { shown: number | null }) {
  const { filter, narrow } = useBoard()
  const speakers = useCall('items', 'list', { kind: 'actor' }).data ?? []
  const sources = useCall('sources', 'list', {}).data ?? []
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
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          event.currentTarget.closest('.board')?.querySelector<HTMLElement>('[role="grid"]')?.focus()
        }}
      />
      <Select label="Status" value={filter.status ?? null} none="Any status" choices={claimStatusChoices} onChange={(status) => narrow({ status: claimStatuses.find((known) => known === status) })} />
      <Select label="Speaker" value={filter.speaker ?? null} none="Any speaker" choices={speakers.map(({ id, statement }) => ({ value: id, title: statement }))} onChange={(speaker) => narrow({ speaker: speaker ?? undefined })} />
      <Select label="Source" value={filter.source ?? null} none="Any source" choices={sources.map(({ id, title }) => ({ value: id, title: title || 'Untitled' }))} onChange={(source) => narrow({ source: source ?? undefined })} />
      <Select label="Code" value={filter.code ?? null} none="Any code" choices={codes.map(({ id, path }) => ({ value: id, title: path }))} onChange={(code) => narrow({ code: code ?? undefined })} />
      <Select label="Credibility" value={filter.credibility ? String(filter.credibility) : null} none="Any credibility" choices={credibilityChoices} onChange={(grade) => narrow({ credibility: grade === null ? undefined : Number(grade) })} />
      <Button disabled={!narrowed} onClick={clear}>Clear filters</Button>
      <span className="board-count numbers" role="status">{shown === null ? '' : shown === 1 ? '1 claim' : `${shown.toLocaleString()} claims`}</span>
    </div>
  )
}
