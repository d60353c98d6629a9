// In place of the window when the workspace does not open: what is wrong, and the ways out.
import { useEffect, useState } from 'react'
import type { SalvageReport } from '../../shared/backups.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { OpeningProblem } from '../../shared/shell.ts'
import { api } from '../api.ts'
import { Button } from '../interface/button.tsx'
import { NewWorkspace } from '../frame/new-workspace.tsx'
import { ErrorNotices } from '../frame/notices-view.tsx'
import { TooltipProvider } from '../interface/tooltip.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { BackupChoice } from './backup-choice.tsx'
import { runSalvage } from './restore-dialog.tsx'
import { useSafety } from './safety-store.ts'
import { SalvageResult } from './salvage-result.tsx'
import { WorkCard } from './work-card.tsx'
import './safety.css'

/** What may be over by the time that one tries again. */
const passing = new Set<ErrorCode>(['workspace.locked', 'workspace.read-only', 'workspace.disk-full', 'workspace.missing'])

/** The whole page. Nothing here writes to the file that did not open. */
export function OpeningScreen({ problem: first }: { problem: OpeningProblem }) {
  const [problem, setProblem] = useState(first)
  const [busy, setBusy] = useState(false)
  const [report, setReport] = useState<SalvageReport | null>(null)
  const work = useSafety((state) => state.work)
  useEffect(() => {
    document.title = `${problem.name} – Groundwork`
  }, [problem.name])
  const during = async (run: () => Promise<unknown>) => {
    setBusy(true)
    await run()
    setBusy(false)
  }
  const open = (path: string | null) => during(() => act(() => api.shell.openWorkspace({ path })))
  const again = () =>
    during(async () => {
      await act(() => api.shell.openWorkspace({ path: problem.path }))
      // What is wrong now may be something else.
      setProblem((await api.shell.opening({}).catch(() => null)) ?? problem)
    })
  return (
    <TooltipProvider>
      <main className="opening">
        <div className="opening-sheet">
          <h1>“{problem.name}” could not be opened</h1>
          <p>{problem.message}</p>
          <p className="note salvage-path">{problem.path}</p>
          {report ? (
            <section aria-labelledby="opening-salvaged">
              <h2 id="opening-salvaged">What was salvaged</h2>
              <SalvageResult report={report} />
              <Button look="primary" disabled={busy} onClick={() => void open(report.to)}>
                Open the salvaged workspace
              </Button>
            </section>
          ) : (
            <>
              {passing.has(problem.code) ? (
                <div className="opening-buttons">
                  <Button look="primary" disabled={busy} onClick={() => void again()}>
                    Try again
                  </Button>
                </div>
              ) : null}
              <RestoreSection problem={problem} busy={busy} during={during} />
              {problem.salvageable ? (
                <section aria-labelledby="opening-salvage">
                  <h2 id="opening-salvage">Salvage the damaged file</h2>
                  <p>
                    Whatever can still be read goes into a new workspace beside it, with a report of what was lost. Passages
                    keep their quotations even where the text they stood in is gone. The damaged file is only read.
                  </p>
                  <Button
                    look={problem.backups.length === 0 ? 'primary' : 'outlined'}
                    disabled={busy}
                    onClick={() => void during(async () => setReport(await runSalvage()))}
                  >
                    Salvage what can be read
                  </Button>
                </section>
              ) : null}
            </>
          )}
          <OtherWorkspaces problem={problem} busy={busy} open={open} />
        </div>
      </main>
      {work ? <WorkCard work={work} /> : null}
      <ErrorNotices />
    </TooltipProvider>
  )
}

interface SectionProps {
  problem: OpeningProblem
  busy: boolean
}

function RestoreSection({ problem, busy, during }: SectionProps & { during: (run: () => Promise<unknown>) => Promise<void> }) {
  const [chosen, setChosen] = useState(problem.backups[0]?.id ?? '')
  if (problem.backups.length === 0) return null
  return (
    <section aria-labelledby="opening-restore">
      <h2 id="opening-restore">Restore a backup</h2>
      <p>The backup becomes a new workspace beside this file and opens. This file stays as it is.</p>
      <BackupChoice backups={problem.backups} chosen={chosen} onChoose={setChosen} />
      <Button look="primary" disabled={busy} onClick={() => void during(() => act(() => api.shell.restoreBackup({ backup: chosen })))}>
        Restore
      </Button>
    </section>
  )
}

function OtherWorkspaces({ problem, busy, open }: SectionProps & { open: (path: string | null) => Promise<void> }) {
  const [naming, setNaming] = useState(false)
  const capabilities = useCall('shell', 'capabilities', {}).data
  const recent = useCall('shell', 'recentWorkspaces', {}).data ?? []
  const others = recent.filter((other) => other.path !== problem.path).slice(0, 5)
  return (
    <section aria-labelledby="opening-others">
      <h2 id="opening-others">Open another workspace</h2>
      {others.length > 0 ? (
        <ul className="opening-others">
          {others.map((other) => (
            <li key={other.path}>
              <button type="button" className="link-button" disabled={busy} onClick={() => void open(other.path)}>
                {other.name}
              </button>{' '}
              <span className="note salvage-path">{other.path}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="opening-buttons">
        {capabilities?.openDialog ? (
          <Button look="outlined" disabled={busy} onClick={() => void open(null)}>
            Open workspace…
          </Button>
        ) : null}
        <Button look="outlined" disabled={busy} onClick={() => setNaming(true)}>
          New workspace…
        </Button>
      </div>
      {naming ? <NewWorkspace onClose={() => setNaming(false)} /> : null}
    </section>
  )
}
