// The mentions found, as a grid: each in its sentence, with what speaks against it. Only rows in sight are drawn.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { ProposedMention } from '../../shared/actors.ts'
import { rowForKey } from '../interface/list-moves.ts'
import { acceptMentions, leaveOut, toggleAllMentions, toggleMention, useMentions } from './mentions-store.ts'

const rowHeight = 62

/** Space chooses, Enter accepts one, X leaves one out, Shift+Enter accepts all that are chosen. */
export function MentionsList() {
  const waiting = useMentions((state) => state.waiting)
  const chosen = useMentions((state) => state.chosen)
  const sources = useMentions((state) => state.found?.sources ?? [])
  const [wanted, setActive] = useState(0)
  const active = Math.min(wanted, waiting.length - 1)
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  // oxlint-disable-next-line react/incompatible-library -- the list re-renders with its rows; nothing is memoised on it.
  const virtual = useVirtualizer({
    count: waiting.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  useEffect(() => scroller.current?.focus(), [])
  const go = (row: number) => {
    setActive(row)
    virtual.scrollToIndex(row, { align: 'auto' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    if (act(event, waiting[active])) return event.preventDefault()
    const arrow = ({ j: 'ArrowDown', k: 'ArrowUp' } as Record<string, string>)[event.key] ?? event.key
    const row = event.ctrlKey || event.metaKey || event.altKey ? null : rowForKey(arrow, active, waiting.length, page)
    if (row === null) return
    event.preventDefault()
    go(row)
  }
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Mentions"
      aria-multiselectable="true"
      aria-rowcount={waiting.length}
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      className="grid-list mentions-list"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="grid-list-room" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const mention = waiting[index] as ProposedMention
          return (
            <div
              key={`${mention.source} ${mention.start}`}
              ref={virtual.measureElement}
              id={`${id}-${index}`}
              role="row"
              data-index={index}
              aria-rowindex={index + 1}
              aria-selected={chosen.has(mention)}
              className={index === active ? 'grid-row grid-row-active mention-row' : 'grid-row mention-row'}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index)
                toggleMention(mention)
              }}
            >
              <Mention mention={mention} chosen={chosen.has(mention)} title={sources.length > 1 ? (sources[mention.source]?.title ?? '') : ''} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** True when the key was one of the list's own. */
function act(event: KeyboardEvent, mention: ProposedMention | undefined): boolean {
  if (event.key === 'Enter' && event.shiftKey) void acceptMentions([...useMentions.getState().chosen])
  else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) toggleAllMentions()
  else if (!mention || event.ctrlKey || event.metaKey || event.altKey) return false
  else if (event.key === 'Enter') void acceptMentions([mention])
  else if (event.key === ' ') toggleMention(mention)
  else if (event.key.toLowerCase() === 'x' || event.key === 'Delete') leaveOut([mention])
  else return false
  return true
}

function Mention({ mention: { before, quote, after, doubt }, chosen, title }: { mention: ProposedMention; chosen: boolean; title: string }) {
  const facts = [doubt, title].filter(Boolean)
  return (
    <div role="gridcell" className="mention">
      <span className="mention-box" aria-hidden="true">
        {chosen ? '✓' : ''}
      </span>
      <span className="mention-words" dir="auto">
        {before}
        <mark className="mention-name">{quote}</mark>
        {after}
      </span>
      {facts.length > 0 ? (
        <span className="mention-facts">
          {doubt ? <span className="mention-doubt">{doubt}</span> : null}
          {doubt && title ? ' · ' : ''}
          {title}
        </span>
      ) : null}
    </div>
  )
}
