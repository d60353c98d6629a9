// A list of passages in the side column, so that it stands left of the text while one goes from passage to passage.
import { X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { showQueries } from '../code-queries/query-actions.ts'
import { titleOfQuery } from '../code-queries/query-title.ts'
import { focusText } from '../frame/pane-focus.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { PassageGrid } from '../passages/passage-grid.tsx'
import { useCall } from '../queries.ts'
import { openLine } from './found-actions.ts'
import { putFoundAway, useFound, type FoundOf } from './found-store.ts'
import './found.css'

/** The lines of a list and its words, as they are now. */
function useAnswer(of: FoundOf | null, title: string) {
  const query = of && 'query' in of ? { query: of.query } : null
  const run = useCall('codeQueries', 'run', query)
  const list = useCall('passages', 'lines', of && !('query' in of) ? { of } : null)
  // The lines of the list before are none of this one: a key must not act on them.
  const answer = query && !run.isPlaceholderData ? run.data : undefined
  if (query) return { lines: answer?.lines ?? null, title: answer ? titleOfQuery(query.query, answer) : title, error: run.error }
  return { lines: list.isPlaceholderData ? null : (list.data ?? null), title, error: list.error }
}

/** Escape puts it away. */
export function FoundPassages() {
  const of = useFound((state) => state.of)
  const current = useFound((state) => state.current)
  const { lines, title, error } = useAnswer(of, useFound((state) => state.title))
  const section = useRef<HTMLElement>(null)
  useEffect(() => useFound.setState({ lines: lines ?? [] }), [lines])
  useFocusOnList(section, lines !== null && lines.length > 0)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    putFoundAway()
    focusText()
  }
  return (
    <section ref={section} className="found" aria-label="Passages found" tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="found-head">
        <h2 title={title}>{title}</h2>
        <IconButton icon={X} label="Back to the Library" keys="Escape" onClick={putFoundAway} />
      </div>
      <div className="found-facts">
        <span className="numbers" role="status">{lines === null ? '' : counted(lines.length, 'passage')}</span>
        {of && 'query' in of ? <Button onClick={showQueries}>Back to the query</Button> : null}
      </div>
      {error ? <p className="empty" role="alert">{error.message}</p> : null}
      {lines?.length === 0 && !error ? <p className="empty">{of && 'search' in of ? 'No tagged passage has these words.' : 'No passage stands here any longer.'}</p> : null}
      {lines && lines.length > 0 && !error ? (
        <PassageGrid
          list="found"
          label={of && 'query' in of ? 'Passages of the query' : 'Passages of the list'}
          title={title}
          lines={lines}
          current={current}
          onPreview={(line) => void openLine(line, 'stays')}
          onOpen={(line) => void openLine(line, 'text')}
        />
      ) : null}
    </section>
  )
}

/** A list that was asked for from elsewhere gets the keyboard, unless that is in a text by now. */
function useFocusOnList(section: React.RefObject<HTMLElement | null>, ready: boolean): void {
  const current = useFound((state) => state.current)
  useEffect(() => {
    if (current === null) section.current?.focus({ preventScroll: true })
    // Only what opened the list counts: a line that is opened later keeps the keyboard where it is.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [section])
  useEffect(() => {
    if (ready && document.activeElement === section.current) section.current?.querySelector<HTMLElement>('.grid-list')?.focus()
  }, [section, ready])
}
