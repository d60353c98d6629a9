// The results of the last code query under the text that is read, so that one goes from passage to passage.
import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { focusText } from '../frame/pane-focus.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { useCall } from '../queries.ts'
import { runnable, useCodeQueries } from './code-queries-store.ts'
import { closeDock, showQueries } from './query-actions.ts'
import { titleOfQuery } from './query-title.ts'
import { QueryResults } from './query-results.tsx'
import './code-queries.css'

/** Nothing until a result was opened; Escape puts it away. */
export function DockedResults() {
  const docked = useCodeQueries((state) => state.docked)
  const query = useCodeQueries((state) => state.asked)
  const asked = runnable(query)
  const { data } = useCall('codeQueries', 'run', docked && asked ? { query: asked } : null)
  if (!docked || !asked || !data) return null
  const title = titleOfQuery(asked, data)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    closeDock()
    focusText()
  }
  return (
    <section className="query-dock" aria-label="Passages found" onKeyDown={onKeyDown}>
      <div className="query-dock-head">
        <span className="query-dock-title">{title}</span>
        <Button onClick={showQueries}>Back to the query</Button>
        <IconButton icon={X} label="Put the list away" keys="Escape" onClick={closeDock} />
      </div>
      <QueryResults title={title} lines={data.lines} docked />
    </section>
  )
}
