// The page of code queries: what is asked, and the passages found or the table of codes.
import { useEffect, useMemo } from 'react'
import { relations, type CodeQuery } from '../../shared/code-queries.ts'
import type { PassageLine } from '../../shared/passages.ts'
import { BoardSwitch } from '../board/board-switch.tsx'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Select } from '../interface/select.tsx'
import { useDesk } from '../desk/desk-store.ts'
import { openBeside } from '../found/found-actions.ts'
import { useFound } from '../found/found-store.ts'
import { PassageGrid } from '../passages/passage-grid.tsx'
import { useCall } from '../queries.ts'
import { ask, relationWords, runnable, useCodeQueries } from './code-queries-store.ts'
import { CodeTable } from './code-table.tsx'
import { forgetQuery, keepQuery } from './query-actions.ts'
import { titleOfQuery } from './query-title.ts'
import { SourcePicker, TermPicker } from './term-picker.tsx'
import './code-queries.css'

const views = [{ value: 'passages', title: 'Passages' }, { value: 'table', title: 'Table' }] as const
const relationChoices = relations.map((value) => ({ value, title: relationWords[value] }))
const withinChoices = [{ value: 'and', title: 'On the same words' }, { value: 'near', title: 'In one paragraph' }] as const

/** The page's content. */
export function CodeQueries() {
  const view = useCodeQueries((state) => state.view)
  return (
    <section className="code-queries" aria-label="Code queries">
      <div className="code-queries-head">
        <h1>Code queries</h1>
        <KeptQueries />
        <BoardSwitch label="What the page shows" value={view} choices={views} onChange={(next) => useCodeQueries.setState({ view: next })} />
      </div>
      {view === 'passages' ? <Passages /> : <CountTable />}
    </section>
  )
}

function Passages() {
  const asked = useCodeQueries((state) => state.asked)
  const query = useMemo(() => runnable(asked), [asked])
  const { data, error } = useCall('codeQueries', 'run', query && { query })
  const found = query ? data : undefined
  const lines = found?.lines
  const of = useMemo(() => query && { query }, [query])
  const current = useFound((state) => state.current)
  const title = query && found ? titleOfQuery(query, found) : ''
  // What was asked last is what F4 goes through.
  useEffect(() => {
    if (of && lines && !useDesk.getState().found) useFound.setState({ of, title, lines })
  }, [of, title, lines])
  return (
    <>
      <div className="query-form" role="search" aria-label="Code query">
        <TermPicker label="Passages tagged with" term={asked.a} title={found?.a ?? null} placeholder="A code, kind or item" onPick={(a) => ask({ a })} />
        <Select label="How they stand to" value={asked.relation} choices={relationChoices} onChange={(relation) => relation && ask({ relation })} />
        <TermPicker label="Other passages tagged with" term={asked.b} title={found?.b ?? null} placeholder="Anything, or another one" onPick={(b) => ask({ b })} />
        <SourcePicker source={asked.source} onPick={(source) => ask({ source })} />
        {query && found ? <Foot query={query} title={title} count={found.lines.length} /> : null}
      </div>
      {error && query ? <p className="empty" role="alert">{error.message}</p> : null}
      {query ? null : <p className="empty">Choose a code to see its passages, and another one to see where both stand together, or where they do not.</p>}
      {found && !error && found.lines.length === 0 ? <p className="empty">No passage stands so.</p> : null}
      {query && found && !error && found.lines.length > 0 ? (
        <PassageGrid list="query" label="Passages of the query" title={title} lines={found.lines} current={current} onPreview={preview} onOpen={(line) => openBeside({ query }, title, found.lines, line)} />
      ) : null}
    </>
  )
}

function preview({ passage }: PassageLine): void {
  useDesk.getState().select({ kind: 'passage', id: passage })
  useDesk.getState().show('inspector')
}

function Foot({ query, title, count }: { query: CodeQuery; title: string; count: number }) {
  return (
    <span className="query-foot">
      <span className="numbers" role="status">
        {counted(count, 'passage')}
      </span>
      <Button onClick={() => void keepQuery(title, query)}>Keep this query</Button>
    </span>
  )
}

function KeptQueries() {
  const kept = useCall('codeQueries', 'kept', {}).data ?? []
  const asked = useCodeQueries((state) => state.asked)
  const current = kept.find(({ query }) => JSON.stringify(query) === JSON.stringify({ a: asked.a, relation: asked.relation, b: asked.b, source: asked.source }))
  if (kept.length === 0) return null
  const open = (id: string | null) => {
    const chosen = kept.find((each) => each.id === id)
    if (chosen) useCodeQueries.setState({ asked: chosen.query, view: 'passages' })
  }
  return (
    <span className="query-kept">
      <Select label="Kept queries" value={current?.id ?? null} none="Kept queries" choices={kept.map(({ id, name }) => ({ value: id, title: name }))} onChange={open} />
      {current ? <Button onClick={() => void forgetQuery(current)}>Forget</Button> : null}
    </span>
  )
}

function CountTable() {
  const { within, under, asked } = useCodeQueries()
  const { data, error } = useCall('codeQueries', 'table', { under, relation: within, source: asked.source })
  const codes = useCall('codes', 'list', {}).data ?? []
  const parents = codes.filter((code) => codes.some((other) => other.parent === code.id))
  return (
    <>
      <div className="query-form" role="search" aria-label="Table of codes">
        <Select label="How codes stand together" value={within} choices={withinChoices} onChange={(next) => next && useCodeQueries.setState({ within: next })} />
        <Select label="Codes below" value={under} none="Codes at the top" choices={parents.map(({ id, path }) => ({ value: id, title: `Below ${path}` }))} onChange={(next) => useCodeQueries.setState({ under: next })} />
        <SourcePicker source={asked.source} onPick={(source) => ask({ source })} />
      </div>
      {error ? <p className="empty" role="alert">{error.message}</p> : null}
      {data && !error ? <CodeTable table={data} /> : null}
    </>
  )
}
