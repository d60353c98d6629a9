// A grid of passages: thousands, of which only those in sight are drawn and read, under the bar of what can be done with those chosen.
import { useEffect, useMemo } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageLine } from '../../shared/passages.ts'
import { GridList } from '../interface/grid-list.tsx'
import { kindWords } from '../inspector/words.ts'
import { useCall } from '../queries.ts'
import { untagInHand } from './bulk-actions.ts'
import { BulkBar } from './bulk-bar.tsx'
import { choose, follow, letGo, type ChoosingList } from './passages-in-hand.ts'

/** How many neighbouring lines are asked for together. */
const blockSize = 64

interface PassageGridProps {
  /** Names the list, so that another one's choice is not taken for its own. */
  list: string
  /** The grid's accessible name. */
  label: string
  /** What the list is of, in words. */
  title: string
  lines: readonly PassageLine[]
  /** The tag of the line that is open elsewhere. */
  current: Id | null
  /** A click or Space. */
  onPreview: (line: PassageLine) => void
  onOpen: (line: PassageLine) => void
}

/** Shift, Ctrl and Ctrl+A choose several; Delete takes tags off. */
export function PassageGrid({ list, label, title, lines, current, onPreview, onOpen }: PassageGridProps) {
  const of = useMemo<ChoosingList>(() => ({ list, title, lines }), [list, title, lines])
  useEffect(() => follow(of), [of])
  useEffect(() => letGo, [])
  const places = useMemo(() => new Map(lines.map((line, at) => [line.tag, at])), [lines])
  return (
    <>
      <BulkBar of={of} listed />
      <GridList
        label={label}
        rows={lines}
        keyOf={(line) => line.tag}
        textOf={() => ''}
        current={current}
        rowHeight={64}
        onPreview={onPreview}
        onOpen={onOpen}
        onChoose={(chosen) => choose(of, chosen.map((line) => line.tag))}
        onDelete={() => void untagInHand()}
      >
        {(line) => <GridLine line={line} lines={lines} at={places.get(line.tag) ?? 0} />}
      </GridList>
    </>
  )
}

function GridLine({ line, lines, at }: { line: PassageLine; lines: readonly PassageLine[]; at: number }) {
  const first = at - (at % blockSize)
  const { data } = useCall('passages', 'describe', { passages: lines.slice(first, first + blockSize).map(({ passage }) => passage) })
  const passage = data?.find(({ id }) => id === line.passage)
  const tag = passage?.tags.find(({ id }) => id === line.tag)
  if (!passage || !tag) return <span className="query-line query-line-waiting" />
  const said = tag.label === passage.quote ? null : tag.label
  return (
    <span className="query-line">
      <span className="query-quote" dir="auto">
        {passage.quote}
      </span>
      <span className="query-facts">
        <span className={`kind-dot kind-${tag.kind}`} aria-hidden="true" />
        {[kindWords[tag.kind], tag.role, said, `${passage.containerTitle ?? (passage.sourceTitle || 'Untitled')}, ¶ ${passage.paragraphNumber}`].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}
