// Two states of a memo side by side: every block of both, what was deleted and inserted marked, long equal parts folded.
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { Fragment, useMemo, useRef, useState } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { diffMemos, type DiffedBlock, type DiffRow, type MemoDiff } from '../../shared/memo-diff.ts'
import { useCommands, type Command } from '../commands/command-registry.ts'
import { IconButton } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { documentOf, rowKey, rowTitle, type VersionRow } from './versions-state.ts'

/** So many equal blocks stand before and after a change; more are folded. */
const around = 1
/** Fewer equal blocks than this are not worth folding. */
const worthFolding = 3

/** Rows to draw, or a run of equal ones that is folded; changes are counted from 0. */
interface Part {
  rows: { row: DiffRow; at: number; change: number | null }[]
  folded: boolean
}

function partsOf(rows: readonly DiffRow[]): Part[] {
  const near = rows.map((_, at) => rows.slice(Math.max(0, at - around), at + around + 1).some(({ differs }) => differs))
  const parts: Part[] = []
  let changes = 0
  rows.forEach((row, at) => {
    const last = parts.at(-1)
    const numbered = { row, at, change: row.differs ? changes++ : null }
    if (last && last.folded === !near[at]) last.rows.push(numbered)
    else parts.push({ rows: [numbered], folded: !near[at] })
  })
  return parts.map((part) => (part.folded && part.rows.length < worthFolding ? { ...part, folded: false } : part))
}

/** The words of a block with its changes marked, and citations as what they quote. */
function Words({ block, row, side, citations }: { block: DiffedBlock; row: DiffRow; side: 'before' | 'after'; citations: MemoDiff['citations'] }) {
  const Mark = side === 'before' ? 'del' : 'ins'
  const pieces: { text: string; changed: boolean }[] = []
  let at = 0
  for (const { start, end, newStart, newEnd } of row.changes) {
    const [from, to] = side === 'before' ? [start, end] : [newStart, newEnd]
    pieces.push({ text: block.text.slice(at, from), changed: false }, { text: block.text.slice(from, to), changed: true })
    at = to
  }
  pieces.push({ text: block.text.slice(at), changed: false })
  const shown = (text: string) =>
    text.split(/([\uE000-\uF8FF])/).map((part, index) => {
      const quote = citations.get(part)
      if (quote === undefined) return part
      return (
        <span key={index} className="version-cite" title={quote}>
          [{quote.length > 28 ? `${quote.slice(0, 27).toWellFormed()}…` : quote || 'citation'}]
        </span>
      )
    })
  return (
    <p className="version-words" dir="auto">
      {pieces.map(({ text, changed }, index) =>
        text === '' ? null : changed ? <Mark key={index}>{shown(text)}</Mark> : <Fragment key={index}>{shown(text)}</Fragment>,
      )}
    </p>
  )
}

function Side({ row, side, citations }: { row: DiffRow; side: 'before' | 'after'; citations: MemoDiff['citations'] }) {
  const block = row[side]
  const other = row[side === 'before' ? 'after' : 'before']
  const isPlain = block?.kind === 'paragraph' && (!other || other.kind === 'paragraph')
  const note = block && row.differs && other && row.changes.length === 0 && block.kind === other.kind ? 'formatting' : null
  return (
    <td className={block ? `version-cell version-${side}` : 'version-cell version-missing'}>
      {block ? (
        <>
          {isPlain && !note ? null : (
            <span className={other && block.kind !== other.kind ? 'version-kind is-other' : 'version-kind'}>{note ?? block.kind}</span>
          )}
          <Words block={block} row={row} side={side} citations={citations} />
        </>
      ) : (
        <span className="visually-hidden">nothing</span>
      )}
    </td>
  )
}

/** Steps to the change before or after the one in hand, and says which of how many it is. */
function useChangeSteps(diff: MemoDiff) {
  const box = useRef<HTMLDivElement>(null)
  const [wanted, setAt] = useState(-1)
  const count = useMemo(() => diff.rows.filter(({ differs }) => differs).length, [diff])
  const at = wanted < count ? wanted : -1
  const commands = useMemo<Command[]>(() => {
    const step = (by: 1 | -1) => () =>
      setAt((before) => {
        const next = count === 0 ? -1 : (before < 0 && by < 0 ? count - 1 : before + by + count) % count
        box.current?.querySelectorAll('.version-row.is-changed')[next]?.scrollIntoView({ block: 'center' })
        return next
      })
    const common = { group: 'Find', place: 'reader', enabled: () => count > 0 } as const
    return [
      { ...common, name: 'versions.next-change', title: 'Go to the next change of the version', keys: ['Alt+ArrowDown'], run: step(1) },
      { ...common, name: 'versions.previous-change', title: 'Go to the previous change of the version', keys: ['Alt+ArrowUp'], run: step(-1) },
    ]
  }, [count])
  useCommands(commands)
  return { box, at, count, next: commands[0]!.run, previous: commands[1]!.run }
}

function Differences({ diff, older, newer }: { diff: MemoDiff; older: VersionRow; newer: VersionRow }) {
  const { box, at, count, next, previous } = useChangeSteps(diff)
  const [opened, setOpened] = useState<readonly number[]>([])
  const parts = useMemo(() => partsOf(diff.rows), [diff])
  return (
    <div className="versions-compared">
      <div className="versions-steps">
        <output className="numbers">
          {count === 0 ? 'Nothing differs' : at < 0 ? counted(count, 'change') : `Change ${at + 1} of ${count.toLocaleString()}`}
        </output>
        <IconButton icon={ChevronUp} label="Previous change" keys="Alt+ArrowUp" disabled={count === 0} onClick={previous} />
        <IconButton icon={ChevronDown} label="Next change" keys="Alt+ArrowDown" disabled={count === 0} onClick={next} />
      </div>
      <div ref={box} className="versions-scroll" role="region" aria-label="What changed" tabIndex={0}>
        <table className="version-table">
          <thead>
            <tr>
              <th scope="col">{rowTitle(older)}</th>
              <th scope="col">{rowTitle(newer)}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ rows, folded }) => {
              const from = rows[0]?.at ?? 0
              return folded && !opened.includes(from) ? (
                <tr key={from}>
                  <td colSpan={2} className="version-fold">
                    <button type="button" onClick={() => setOpened([...opened, from])}>
                      {counted(rows.length, 'block')} without a change
                    </button>
                  </td>
                </tr>
              ) : (
                rows.map((row) => (
                  <tr key={row.at} className={`version-row${row.change === null ? '' : ' is-changed'}${row.change === at ? ' is-at' : ''}`}>
                    <Side row={row.row} side="before" citations={diff.citations} />
                    <Side row={row.row} side="after" citations={diff.citations} />
                  </tr>
                ))
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** The older state on the left, the newer on the right. */
export function Comparison({ memo, older, newer }: { memo: Id; older: VersionRow; newer: VersionRow }) {
  const { data, error } = useQuery({
    // The text as it stands changes with each save, which its time tells.
    queryKey: ['memos', 'comparison', memo, rowKey(older), rowKey(newer), newer.savedAt],
    queryFn: async () => {
      const [before, after] = await Promise.all([documentOf(memo, older.id), documentOf(memo, newer.id)])
      if ('problem' in before) return `The older version holds ${before.problem}.`
      return 'problem' in after ? `The newer version holds ${after.problem}.` : diffMemos(before.document, after.document)
    },
  })
  const problem = error?.message ?? (typeof data === 'string' ? data : null)
  if (problem) {
    return (
      <p className="versions-none" role="alert">
        {problem}
      </p>
    )
  }
  return data && typeof data !== 'string' ? <Differences key={`${rowKey(older)} ${rowKey(newer)}`} diff={data} older={older} newer={newer} /> : <div className="versions-compared" />
}
