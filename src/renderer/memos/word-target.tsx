// How many words the memo in front has, and against its target, with a quiet bar; a click or a key sets the target.
import { useState } from 'react'
import { create } from 'zustand'
import { mostTargetWords } from '../../shared/memos.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Popover } from '../interface/popover.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'

/** Whether the target is being set. */
export const useWordTarget = create<{ open: boolean }>(() => ({ open: false }))

function TargetForm({ memo, target }: { memo: Id; target: number | null }) {
  const [typed, setTyped] = useState(target === null ? '' : String(target))
  const keep = (words: number | null) => {
    useWordTarget.setState({ open: false })
    if (words !== target) void act(() => api.memos.setTarget({ memo, words }))
  }
  const words = Math.round(Number(typed))
  const isFit = typed.trim() !== '' && words >= 1 && words <= mostTargetWords
  return (
    <form
      className="word-target-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() === '') keep(null)
        else if (isFit) keep(words)
      }}
    >
      <input
        className="text-field"
        type="number"
        aria-label="Target in words"
        placeholder="e.g. 1500"
        min={1}
        max={mostTargetWords}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" look="outlined" disabled={typed.trim() !== '' && !isFit}>
        Set target
      </Button>
      <Button disabled={target === null} onClick={() => keep(null)}>
        No target
      </Button>
    </form>
  )
}

/** `1,204 words in memo`, or `1,204 of 2,000 words` with a bar. */
export function WordTarget({ memo, words }: { memo: Id; words: number }) {
  const open = useWordTarget((state) => state.open)
  const target = useCall('memos', 'target', { memo }).data ?? null
  const title = target === null ? 'Set a target' : words > target ? `${counted(words - target, 'word')} over the target` : `${counted(target - words, 'word')} to go`
  return (
    <Popover
      label="Word target"
      open={open}
      onOpenChange={(next) => useWordTarget.setState({ open: next })}
      trigger={
        <button type="button" className="word-target" title={title}>
          {target === null ? `${counted(words, 'word')} in memo` : `${words.toLocaleString()} of ${counted(target, 'word')}`}
          {target === null ? null : <progress aria-label={title} value={Math.min(words, target)} max={target} />}
        </button>
      }
    >
      <TargetForm memo={memo} target={target} />
    </Popover>
  )
}
