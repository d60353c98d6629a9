// Memos: title, marking, how long and how well cited.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { MemoSummary } from '../../shared/memos.ts'
import { afterPaint } from '../after-paint.ts'
import { api } from '../api.ts'
import { runCommand } from '../commands/command-registry.ts'
import { useCommandKeys } from '../commands/use-command-keys.ts'
import { useDesk } from '../desk/desk-store.ts'
import { focusPane } from '../frame/pane-focus.ts'
import { showInstant } from '../history/show-instant.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { deleteWithUndo } from './delete-with-undo.ts'
import { FilteredList } from './filtered-list.tsx'
import { RenameField } from './rename-field.tsx'

const remove = (memos: readonly MemoSummary[]): Promise<void> =>
  deleteWithUndo(memos, 'memos', (memo) => memo.title || 'Untitled memo', async (memo) => {
    await api.memos.remove({ memo: memo.id })
    useDesk.getState().closeMemo(memo.id)
  })

const open = (memo: MemoSummary): void => {
  const desk = useDesk.getState()
  desk.select({ kind: 'memo', id: memo.id })
  desk.openMemo(memo.id)
}

/** The tab `Memos`. */
export function MemoList() {
  const { data, isPending } = useCall('memos', 'list', {})
  const active = useDesk((desk) => desk.activeMemo)
  const newKeys = useCommandKeys('memo.new')
  const [renaming, setRenaming] = useState<string | null>(null)
  return (
    <FilteredList
      label="Memos"
      things="memos"
      rows={data ?? []}
      loading={isPending}
      keyOf={(memo) => memo.id}
      textOf={(memo) => memo.title}
      searchable={(memo) => [memo.title, memo.tlp, memo.status]}
      current={active}
      rowHeight={52}
      onPreview={open}
      onOpen={(memo) => {
        open(memo)
        afterPaint(() => focusPane('memo'))
      }}
      onDelete={(memos) => void remove(memos)}
      onRename={(memo) => setRenaming(memo.id)}
      action={<IconButton icon={Plus} label="New memo" keys={newKeys} onClick={() => runCommand('memo.new')} />}
      empty={
        <div className="empty">
          <p>Memos that you write are kept here.</p>
          <Button look="outlined" onClick={() => runCommand('memo.new')}>
            New memo
          </Button>
        </div>
      }
    >
      {(memo) =>
        renaming === memo.id ? (
          <RenameField
            label="Title of the memo"
            value={memo.title}
            onEnd={(title) => {
              setRenaming(null)
              if (title !== null) void act(() => api.memos.updateHead({ memo: memo.id, head: { title } }))
            }}
          />
        ) : (
          <MemoRow memo={memo} />
        )
      }
    </FilteredList>
  )
}

function MemoRow({ memo }: { memo: MemoSummary }) {
  const facts = [memo.tlp ? `TLP:${memo.tlp}` : null, memo.status === 'draft' ? null : memo.status, showInstant(memo.savedAt)]
  return (
    <>
      <span className="row-title">{memo.title || 'Untitled memo'}</span>
      <span className="row-line">
        <span className="row-detail">{facts.filter(Boolean).join(' · ')}</span>
        <span className="row-counts numbers">
          {memo.citations}
          <span className="row-unit">{memo.citations === 1 ? ' citation' : ' citations'}</span>
        </span>
      </span>
    </>
  )
}
