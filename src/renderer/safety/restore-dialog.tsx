// Asks which backup becomes a workspace again.
import { useState } from 'react'
import type { SalvageReport } from '../../shared/backups.ts'
import { api } from '../api.ts'
import { changeWorkspace } from '../frame/workspace-menu.tsx'
import { Button } from '../interface/button.tsx'
import { Dialog } from '../interface/dialog.tsx'
import { useCall } from '../queries.ts'
import { BackupChoice } from './backup-choice.tsx'
import { backUp } from './safety-actions.ts'
import { runWork } from './safety-store.ts'
import { SalvageResult } from './salvage-result.tsx'

/** Stops a salvage that the shell runs. */
const stopSalvage = (job: string): void => void api.shell.cancelSalvage({ job })

/** Salvages the workspace in question, with progress and Cancel. */
export const runSalvage = (): Promise<SalvageReport | null> =>
  runWork('Salvaging', (job) => api.shell.salvage({ job }), stopSalvage)

/** The dialog; where the last check found damage it offers to salvage as well. */
export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const backups = useCall('backups', 'list', {}).data
  const damaged = useCall('backups', 'state', {}).data?.check?.outcome === 'damaged'
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [report, setReport] = useState<SalvageReport | null>(null)
  const backup = chosen ?? backups?.[0]?.id ?? null
  const restore = async () => {
    if (backup === null) return
    setBusy(true)
    const restored = await changeWorkspace(() => api.shell.restoreBackup({ backup }))
    setBusy(false)
    if (restored) onClose()
  }
  const salvage = async () => {
    setBusy(true)
    setReport(await runSalvage())
    setBusy(false)
  }
  if (report) {
    return (
      <Dialog title="What was salvaged" onClose={onClose}>
        <div className="dialog-body">
          <SalvageResult report={report} />
        </div>
        <div className="dialog-foot">
          <Button onClick={onClose}>Stay here</Button>
          <Button look="primary" onClick={() => void changeWorkspace(() => api.shell.openWorkspace({ path: report.to }))}>
            Open the salvaged workspace
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title="Restore from a backup" onClose={onClose} wide>
      <div className="dialog-body safety-body">
        <p className="note">
          The backup becomes a new workspace beside this one and opens. This one stays as it is.
        </p>
        {backups?.length === 0 ? <p>There is no backup of this workspace yet. Groundwork makes one each day by itself.</p> : null}
        {backups && backups.length > 0 ? <BackupChoice backups={backups} chosen={backup ?? ''} onChoose={setChosen} /> : null}
      </div>
      <div className="dialog-foot">
        <span className="safety-foot-start">
          <Button look="outlined" disabled={busy} onClick={() => void backUp()}>
            Back up now
          </Button>
          {damaged ? (
            <Button look="outlined" disabled={busy} onClick={() => void salvage()}>
              Salvage what can be read
            </Button>
          ) : null}
        </span>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={backup === null || busy} onClick={() => void restore()}>
          Restore
        </Button>
      </div>
    </Dialog>
  )
}
