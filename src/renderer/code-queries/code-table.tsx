// How often codes stand together, as a table; a cell opens the passages that it counts.
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { CodeTable as Table, TableTerm } from '../../shared/code-queries.ts'
import { ask, nameIt, relationWords, termKey, useCodeQueries } from './code-queries-store.ts'

const arrows: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** Arrow keys go from cell to cell, Enter opens one. */
export function CodeTable({ table }: { table: Table }) {
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const grid = useRef<HTMLTableElement>(null)
  const within = useCodeQueries((state) => state.within)
  const most = Math.max(1, ...table.counts.flatMap((row, r) => row.filter((_, c) => c !== r)))
  const go = (row: number, column: number) => {
    const last = table.terms.length - 1
    const to = [Math.max(0, Math.min(last, row)), Math.max(0, Math.min(last, column))] as const
    setAt(to)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to[0]} ${to[1]}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = arrows[event.key]
    if (step) go(at[0] + step[0], at[1] + step[1])
    else if (event.key === 'Home') go(at[0], 0)
    else if (event.key === 'End') go(at[0], table.terms.length - 1)
    else return
    event.preventDefault()
  }
  const open = (row: TableTerm, column: TableTerm) => {
    for (const { term, title } of [row, column]) nameIt(termKey(term), title)
    ask({ a: row.term, relation: within, b: row === column ? null : column.term })
    useCodeQueries.setState({ view: 'passages' })
  }
  return (
    <div className="code-table-room">
      <table ref={grid} role="grid" className="code-table" aria-label="How often codes stand together" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td />
            {table.terms.map((term) => (
              <th key={termKey(term.term)} scope="col">
                <span>{term.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.terms.map((row, r) => (
            <tr key={termKey(row.term)}>
              <th scope="row">
                <Swatch term={row} />
                <span className="code-table-name">{row.title}</span>
                <span className="numbers">{row.passages.toLocaleString()}</span>
              </th>
              {table.terms.map((column, c) => {
                const count = table.counts[r]?.[c] ?? 0
                const name = r === c ? `${row.title}: ${count}` : `${row.title} ${relationWords[within]} ${column.title}: ${count}`
                return (
                  <td key={termKey(column.term)} data-same={r === c} style={{ '--share': r === c ? 0 : count / most } as CSSProperties}>
                    <button type="button" data-cell={`${r} ${c}`} aria-label={name} title={name} tabIndex={at[0] === r && at[1] === c ? 0 : -1} onFocus={() => setAt([r, c])} onClick={() => open(row, column)}>
                      {count === 0 ? '·' : count.toLocaleString()}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {table.left > 0 ? <p className="note">{table.left.toLocaleString()} codes with fewer passages are left out. Choose a code above to see those below it.</p> : null}
    </div>
  )
}

function Swatch({ term: { term, colour } }: { term: TableTerm }) {
  if ('kind' in term) return <span className={`kind-dot kind-${term.kind}`} aria-hidden="true" />
  return <span className="code-swatch" style={{ background: `var(--code-${colour ?? 'grey'})` }} aria-hidden="true" />
}
