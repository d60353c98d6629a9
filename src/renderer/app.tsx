// The window: three panes and the Inspector, between a title bar and a status bar.
import { useEffect } from 'react'
import { followChanges } from './queries.ts'
import { TooltipProvider } from './interface/tooltip.tsx'

/** The whole page. */
export function App() {
  useEffect(followChanges, [])
  return (
    <TooltipProvider>
      <main className="panes">
        <section aria-label="Library" data-pane="library" />
        <section aria-label="Reader" data-pane="reader" />
        <section aria-label="Memo" data-pane="memo" />
        <section aria-label="Inspector" data-pane="inspector" />
      </main>
    </TooltipProvider>
  )
}
