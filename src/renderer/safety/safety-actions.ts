// What an analyst can do for the safety of a workspace.
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { handOver } from '../hand-over.ts'
import { act, say, useNotices } from '../notices/notices.ts'
import { openRestore, runWork } from './safety-store.ts'

async function saveCopy(): Promise<void> {
  const copy = await runWork('Copying the workspace', (job) => api.backups.copy({ job }))
  const written = copy && (await act(() => handOver(copy)))
  if (written) say(`Saved a copy: ${written}`)
}

/** Makes a backup and says so. */
export async function backUp(): Promise<void> {
  if (await runWork('Backing up', (job) => api.backups.make({ job }))) say('Backed up the workspace')
}

/** What a check found that cannot be mended in place. */
export function sayDamaged(): void {
  useNotices.getState().add({
    tone: 'error',
    text: 'This workspace is damaged. What you see is kept as it is; restore a backup, or salvage what can be read.',
    action: { title: 'Restore or salvage…', run: openRestore },
  })
}

async function check(): Promise<void> {
  const report = await runWork('Checking the workspace', (job) => api.backups.check({ job }))
  if (!report) return
  if (report.outcome === 'sound') say('The workspace was checked: all is well.')
  if (report.outcome === 'repaired') say('A search index was broken and has been made anew. All else is well.')
  if (report.outcome === 'damaged') sayDamaged()
}

/** Commands of the workspace's safety. */
export const safetyCommands: Command[] = [
  { name: 'workspace.back-up', title: 'Back up now', group: 'Workspace', keys: [], place: 'anywhere', run: () => void backUp() },
  { name: 'workspace.restore', title: 'Restore from a backup…', group: 'Workspace', keys: [], place: 'anywhere', run: openRestore },
  { name: 'workspace.save-copy', title: 'Save a copy…', group: 'Workspace', keys: [], place: 'anywhere', run: () => void saveCopy() },
  { name: 'workspace.check', title: 'Check this workspace', group: 'Workspace', keys: [], place: 'anywhere', run: () => void check() },
]
