// At the foot of a page of claims or recommendations: how many are chosen, and what can be done with them and their passages.
import { Download, List, Merge, Trash2 } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { claimStatuses, recommendationStatuses } from '../../shared/items.ts'
import { useCommands } from '../commands/command-registry.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Menu, MenuHeading, MenuItem } from '../interface/menu.tsx'
import { exportInHand } from '../passages/bulk-actions.ts'
import { MoveTo, ReTag, useBulkMenu } from '../passages/bulk-bar.tsx'
import { choose, letGo, useChosen, usePassagesInHand, type ChoosingList } from '../passages/passages-in-hand.ts'
import { useCall } from '../queries.ts'
import { countedItems, exportRowsInHand, itemsCommands, listPassagesInHand, mergeInHand, removeRows, setStatusInHand } from './items-actions.ts'
import { holdItems, useItemsInHand } from './items-in-hand.ts'
import './items-bar.css'

/** Where the passages of chosen rows are in hand, by this name. */
const list = 'passages of rows'

const none: ChoosingList['lines'] = []

/** Takes the passages of the chosen rows in hand; the answer is their number. */
function useTheirPassages(): number {
  const { of, rows } = useItemsInHand()
  const held = useDeferredValue(rows)
  const items = useMemo(() => held.map(({ id }) => id), [held])
  const { data, isPlaceholderData } = useCall('passages', 'lines', items.length > 0 ? { of: { items } } : null)
  const lines = items.length === 0 ? none : isPlaceholderData ? null : (data ?? null)
  const taken = useRef(held)
  useEffect(() => {
    if (lines === null) return
    const inHand = usePassagesInHand.getState().list
    // Choosing in another list ended this choice; only another choice here brings it back.
    if (taken.current === held && inHand !== null && inHand !== list) return
    taken.current = held
    if (lines.length > 0) choose({ list, title: `Passages of ${countedItems(held.length, of)}`, lines }, lines.map(({ tag }) => tag))
    else if (inHand === list) letGo()
  }, [held, lines, of])
  useEffect(() => () => {
    holdItems('claims', [])
    if (usePassagesInHand.getState().list === list) letGo()
  }, [])
  return lines?.length ?? 0
}

/** `hint` says how rows are chosen; the bar is as high without a choice as with one. */
export function ItemsBar({ hint }: { hint: string }) {
  const { of, rows } = useItemsInHand()
  const passages = useTheirPassages()
  const inHand = useChosen(list) !== null
  useCommands(itemsCommands)
  const statuses = of === 'claims' ? claimStatuses : recommendationStatuses
  return (
    <div className="items-bar" role="group" aria-label="Chosen rows">
      <span className="numbers" role="status">
        {rows.length === 0 ? hint : [countedItems(rows.length, of), passages > 0 ? counted(passages, 'passage') : null].filter(Boolean).join(' · ')}
      </span>
      {rows.length === 0 ? null : (
        <span className="bulk-buttons">
          <Menu label="Status" align="end" trigger={<Button>Status</Button>}>
            {statuses.map((status, at) => (
              <MenuItem key={status} {...(of === 'claims' ? { keys: `Alt+${at + 1}` } : {})} onSelect={() => void setStatusInHand(status)}>
                {status}
              </MenuItem>
            ))}
          </Menu>
          {rows.length > 1 ? <MergeMenu /> : null}
          {passages > 0 ? <IconButton icon={List} label="List their passages" keys="Alt+E" onClick={listPassagesInHand} /> : null}
          {inHand ? <MoveTo count={passages} /> : null}
          {inHand ? <ReTag /> : null}
          <ExportMenu passages={inHand} />
          <IconButton icon={Trash2} label="Delete" keys="Delete" onClick={() => void removeRows(rows, of)} />
        </span>
      )}
    </div>
  )
}

/** How many of the chosen rows are offered as the one that stays. */
const offered = 12

function MergeMenu() {
  const { rows, merging } = useItemsInHand()
  return (
    <Menu label="Merge" align="end" open={merging} onOpenChange={(open) => useItemsInHand.setState({ merging: open })} trigger={<IconButton icon={Merge} label="Merge…" keys="Alt+J" />}>
      <MenuHeading>Keep the words of</MenuHeading>
      {rows.slice(0, offered).map((row) => (
        <MenuItem key={row.id} onSelect={() => void mergeInHand(row)}>
          {row.name.slice(0, 60)}
        </MenuItem>
      ))}
    </Menu>
  )
}

function ExportMenu({ passages }: { passages: boolean }) {
  const { of } = useItemsInHand()
  return (
    <Menu {...useBulkMenu('export')} label="Export" align="end" trigger={<IconButton icon={Download} label="Export…" keys="Alt+X" />}>
      <MenuHeading>{of === 'claims' ? 'The claims' : 'The recommendations'}</MenuHeading>
      <MenuItem onSelect={() => void exportRowsInHand('csv')}>Rows as a table (CSV)</MenuItem>
      <MenuItem onSelect={() => void exportRowsInHand('md')}>Rows as text (Markdown)</MenuItem>
      <MenuHeading>Their passages</MenuHeading>
      <MenuItem disabled={!passages} onSelect={() => void exportInHand('csv')}>Passages as a table (CSV)</MenuItem>
      <MenuItem disabled={!passages} onSelect={() => void exportInHand('md')}>Passages as text (Markdown)</MenuItem>
    </Menu>
  )
}
