// A source in the narrow pane: a calm card of title, origin, what was tagged, grade and progress.
import { showPartialDate } from '../history/show-instant.ts'
import { CopiesMark, ProgressMark, TagCounts } from './source-marks.tsx'
import { useSourceRow, type Shown } from './use-shown-sources.ts'

/** The one cell of the row at a place. */
export function SourceCard({ shown, place }: { shown: Shown; place: number }) {
  const source = useSourceRow(shown.packed, place)
  if (!source) return <div role="gridcell" className="grid-cell source-waiting" />
  const origin = [source.containerTitle, source.issued ? showPartialDate(source.issued) : null].filter(Boolean).join(' · ')
  return (
    <div role="gridcell" className={shown.behind.has(source.id) ? 'grid-cell source-card source-copy' : 'grid-cell source-card'}>
      <span className="source-title">
        <ProgressMark progress={source.progress} />
        <span className="row-title">{source.title || 'Untitled'}</span>
      </span>
      <span className="row-line">
        <span className="row-detail">{origin || 'no publisher, no date'}</span>
        <CopiesMark source={source.id} copies={shown.copies[source.id]} />
        {source.reliability ? <span className="source-grade" title={`Reliability ${source.reliability}`}>{source.reliability}</span> : null}
        <TagCounts source={source} />
      </span>
    </div>
  )
}
