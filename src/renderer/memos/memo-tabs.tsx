// The open memos as tabs: arrows go along, Delete or a click on the cross closes.
import { X } from 'lucide-react'
import { useEffect, type KeyboardEvent } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { afterPaint } from '../after-paint.ts'
import { useDesk } from '../desk/desk-store.ts'
import { useCall } from '../queries.ts'
import { useLiveTitle } from './live-title.ts'

const tabId = (memo: Id): string => `memo-tab-${memo}`

function Tab({ memo, listed, isActive }: { memo: Id; listed: string | undefined; isActive: boolean }) {
  const title = useLiveTitle(memo) ?? listed
  const close = () => useDesk.getState().closeMemo(memo)
  return (
    <button
      type="button"
      id={tabId(memo)}
      role="tab"
      aria-selected={isActive}
      aria-controls={isActive ? 'memo-panel' : undefined}
      tabIndex={isActive ? 0 : -1}
      className="memo-tab"
      title={title}
      onClick={() => useDesk.getState().openMemo(memo)}
      onAuxClick={(event) => event.button === 1 && close()}
    >
      <span className="memo-tab-title">{title || 'Untitled memo'}</span>
      <span
        className="memo-tab-close"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          close()
        }}
      >
        <X size={14} strokeWidth={1.5} />
      </span>
    </button>
  )
}

/** The tab list; a tab's panel has the id `memo-panel`. */
export function MemoTabs() {
  const memos = useDesk((desk) => desk.memos)
  const active = useDesk((desk) => desk.activeMemo)
  const listed = useCall('memos', 'list', {}).data
  // Where many memos are open the one in front must be in sight.
  // Newer Chromium answers scrolling with a promise, which is no clean-up of an effect.
  useEffect(() => void document.getElementById(tabId(active ?? ''))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [active])
  const focus = (memo: Id | null | undefined) =>
    afterPaint(() => document.getElementById(tabId(memo ?? ''))?.focus())
  const onKeyDown = (event: KeyboardEvent) => {
    const at = memos.indexOf(active ?? '')
    const targets: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: memos.length - 1 }
    const target = targets[event.key]
    if (target !== undefined) {
      const memo = memos.at(target % memos.length)
      event.preventDefault()
      if (memo) useDesk.getState().openMemo(memo)
      focus(memo)
    } else if (event.key === 'Delete' && active) {
      event.preventDefault()
      useDesk.getState().closeMemo(active)
      focus(useDesk.getState().activeMemo)
    }
  }
  return (
    <div className="memo-tabs" role="tablist" aria-label="Open memos" onKeyDown={onKeyDown}>
      {memos.map((memo) => (
        <Tab key={memo} memo={memo} listed={listed?.find(({ id }) => id === memo)?.title} isActive={memo === active} />
      ))}
    </div>
  )
}
