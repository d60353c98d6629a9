// The passages that a query found: thousands, of which only those in sight are drawn and read.
import { useEffect, useMemo } from 'react'
import type { PassageLine } from '../../shared/passages.ts'
import { useDesk } from '../desk/desk-store.ts'
import { GridList } from '../interface/grid-list.tsx'
import { kindWords } from '../inspector/words.ts'
import { BulkBar } from '../passages/bulk-bar.tsx'
import { untagInHand } from '../passages/bulk-actions.ts'
import { choose, follow, letGo, type ChoosingList } from '../passages/passages-in-hand.ts'
import { useCall } from '../queries.ts'
import { useCodeQueries } from './code-queries-store.ts'
import { openLine } from './query-actions.ts'

/** How many neighbouring lines are asked for together. */
const blockSize = 64

interface QueryResultsProps {
  title: string
  lines: readonly PassageLine[]
  /** Under a text a click or Space shows the passage there; on the page of queries, in the Inspector. */
  docked: boolean
}

/** Enter goes to the passage in its source. */
export function QueryResults({ title, lines, docked }: QueryResultsProps) {
  const current = useCodeQueries((state) => state.current)
  const list = docked ? 'docked query' : 'query'
  const of = useMemo<ChoosingList>(() => ({ list, title, lines }), [list, title, lines])
  useEffect(() => follow(of), [of])
  useEffect(() => letGo, [])
  const places = useMemo(() => new Map(lines.map((line, at) => [line.tag, at])), [lines])
  const preview = (line: PassageLine) => {
    if (docked) return void openLine(line, 'stays')
    useDesk.getState().select({ kind: 'passage', id: line.passage })
    useDesk.getState().show('inspector')
  }
  return (
    <>
      <BulkBar of={of} listed />
      <GridList
        label="Passages of the query"
        rows={lines}
        keyOf={(line) => line.tag}
        textOf={() => ''}
        current={current}
        rowHeight={64}
        onPreview={preview}
        onOpen={(line) => void openLine(line, 'text')}
        onChoose={(chosen) => choose(of, chosen.map((line) => line.tag))}
        onDelete={() => void untagInHand()}
      >
        {(line) => <ResultLine line={line} lines={lines} at={places.get(line.tag) ?? 0} />}
      </GridList>
    </>
  )
}

function ResultLine({ line, lines, at }: { line: PassageLine; lines: readonly PassageLine[]; at: number }) {
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
