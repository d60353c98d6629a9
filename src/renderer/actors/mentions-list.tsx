// The mentions found, each in its sentence, with what speaks against it.
import type { KeyboardEvent } from 'react'
import type { ProposedMention } from '../../shared/actors.ts'
import { CheckGrid } from '../interface/check-grid.tsx'
import { acceptMentions, leaveOut, toggleAllMentions, toggleMention, useMentions } from './mentions-store.ts'

const keyOf = ({ source, start }: ProposedMention): string => `${source} ${start}`

/** Space chooses, Enter accepts one, X leaves one out, Shift+Enter accepts all that are chosen. */
export function MentionsList() {
  const waiting = useMentions((state) => state.waiting)
  const chosen = useMentions((state) => state.chosen)
  const sources = useMentions((state) => state.found?.sources ?? null)
  return (
    <CheckGrid label="Mentions" rows={waiting} keyOf={keyOf} isChosen={(mention) => chosen.has(mention)} onToggle={toggleMention} onKey={onKey} takesFocus rowHeight={62}>
      {(mention) => <Mention mention={mention} title={sources && sources.length > 1 ? (sources[mention.source]?.title ?? '') : ''} />}
    </CheckGrid>
  )
}

/** True when the key was one of the list's own. */
function onKey(event: KeyboardEvent, mention: ProposedMention | undefined): boolean {
  if (event.key === 'Enter' && event.shiftKey) void acceptMentions([...useMentions.getState().chosen])
  else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) toggleAllMentions()
  else if (!mention || event.ctrlKey || event.metaKey || event.altKey) return false
  else if (event.key === 'Enter') void acceptMentions([mention])
  else if (event.key.toLowerCase() === 'x' || event.key === 'Delete') leaveOut([mention])
  else return false
  return true
}

function Mention({ mention: { before, quote, after, doubt }, title }: { mention: ProposedMention; title: string }) {
  return (
    <>
      <span className="mention-words" dir="auto">
        {before}
        <mark className="mention-name">{quote}</mark>
        {after}
      </span>
      {doubt || title ? (
        <span className="mention-facts">
          {doubt ? <span className="mention-doubt">{doubt}</span> : null}
          {doubt && title ? ' · ' : ''}
          {title}
        </span>
      ) : null}
    </>
  )
}
