// Safety as the window shows it: dialogs, progress, and a quiet line on what happened by itself.
import { useEffect } from 'react'
import { useCommands } from '../commands/command-registry.ts'
import { say } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { safetyCommands, sayDamaged } from './safety-actions.ts'
import { closeSafety, useSafety } from './safety-store.ts'
import { WorkCard } from './work-card.tsx'
import './safety.css'

/** A window that comes later need not hear again of a check that another one told of. In milliseconds. */
const freshFor = 30_000

/** Over the window; says once what a check by itself found and that a backup failed. */
export function SafetyLayer() {
  useCommands(safetyCommands)
  const { dialog, work } = useSafety()
  const state = useCall('backups', 'state', {}).data
  const problem = state?.problem ?? null
  const check = state?.check?.unclean ? state.check : null
  useEffect(() => {
    if (problem !== null) say(`No backup could be made; your work is saved all the same. ${problem}`)
  }, [problem])
  const at = check?.at
  const outcome = check?.outcome
  useEffect(() => {
    if (at === undefined || Date.now() - Date.parse(at) > freshFor) return
    const before = 'Groundwork ended unexpectedly last time.'
    if (outcome === 'sound') say(`${before} The workspace was checked: all is well.`)
    if (outcome === 'repaired') say(`${before} A search index was broken and has been made anew.`)
    if (outcome === 'damaged') sayDamaged()
  }, [at, outcome])
  return (
    <>
      {work ? <WorkCard work={work} /> : null}
      {dialog === 'restore' ? <RestoreDialog onClose={closeSafety} /> : null}
    </>
  )
}
