// Small marks of a source: how far it was read, what was tagged in it, and its copies.
import { ChevronRight } from 'lucide-react'
import type { Id } from '../../shared/identifiers.ts'
import type { LibraryRow } from '../../shared/library.ts'
import type { Progress } from '../../shared/sources.ts'
import { counted } from '../interface/counted.ts'
import { openCopies, useLibrary } from './library-state.ts'

/** A full dot for unread, half a one for reading, a ring for done. */
export function ProgressMark({ progress }: { progress: Progress }) {
  return (
    <span className="progress-mark" data-progress={progress} title={progress}>
      <span className="visually-hidden">{progress}, </span>
    </span>
  )
}

/** Claims, actors and recommendations in their colours. */
export function TagCounts({ source }: { source: LibraryRow }) {
  const { claims, actors, recommendations } = source
  if (claims + actors + recommendations === 0) return <span className="visually-hidden">untagged</span>
  const words = [counted(claims, 'claim'), counted(actors, 'actor'), counted(recommendations, 'recommendation')].join(', ')
  return (
    <span className="row-counts numbers">
      <span className="visually-hidden">{words}</span>
      <span aria-hidden="true">
        <span className="kind-claim">{claims}</span> · <span className="kind-actor">{actors}</span> ·{' '}
        <span className="kind-recommendation">{recommendations}</span>
      </span>
    </span>
  )
}

/** How many copies of its text stand behind a source; a click shows them or puts them away, arrow keys do the same. */
export function CopiesMark({ source, copies }: { source: Id; copies: readonly Id[] | undefined }) {
  const open = useLibrary((state) => state.opened.has(source))
  if (!copies) return null
  return (
    <span
      className="copies-mark"
      data-open={open}
      onClick={(event) => {
        event.stopPropagation()
        openCopies(source, !open)
      }}
    >
      <ChevronRight size={12} strokeWidth={1.5} aria-hidden="true" />
      {copies.length + 1} copies
    </span>
  )
}
