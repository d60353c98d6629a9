// Faults by name: backups and what may befall them.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupsFor, backupsOf } from '../../../../src/core/backups/backup-folder.ts'
import { freePathBeside, restoreBackup } from '../../../../src/core/backups/restore.ts'
import { toWorkspaceError } from '../../../../src/core/database/sqlite-errors.ts'
import { openingProblem } from '../../../../src/core/host/rescue.ts'
import { faultsOf } from '../../../campaigns/workspace-health.ts'
import { back, lay, now, openCore, opened, refusal, salvaged, spoil, worked } from './a-fault.ts'

describe('backups', () => {
  it('stand in for a workspace that is damaged', async () => {
    const place = lay()
    await back(place)
    spoil(place.path)
    const thrown = (() => {
      try {
        openCore(place.path)
      } catch (caught) {
        return caught
      }
      return null
    })()
    expect(openingProblem(place.path, thrown, join(place.folder, 'data'))).toMatchObject({ code: 'workspace.damaged', backups: [{ holdings: worked.least }] })
    const [backup] = backupsFor(place.root, place.path)
    const to = freePathBeside(place.path, 'back')
    restoreBackup(backup?.file ?? '', to, { id: 'new', now })
    expect(opened(to)).toEqual(worked.least)
  })

  it('are offered for a file that was emptied, and not for one that never was a workspace', async () => {
    const place = lay()
    await back(place)
    writeFileSync(place.path, '')
    const empty = toWorkspaceError(Object.assign(new Error(''), { code: 'SQLITE_NOTADB' }), place.path, '')
    expect(openingProblem(place.path, empty, join(place.folder, 'data'))?.backups).toHaveLength(1)
    expect(openingProblem(join(place.folder, 'list.txt'), Object.assign(new Error('no'), { code: 'x' }), join(place.folder, 'data'))).toBeNull()
    const foreign = toWorkspaceError(Object.assign(new Error(''), { code: 'SQLITE_NOTADB' }), join(place.folder, 'list.txt'), '')
    expect(openingProblem(join(place.folder, 'list.txt'), foreign, join(place.folder, 'data'))?.backups).toEqual([])
  })

  it.each([
    ['SQLITE_BUSY', 'workspace.locked', 0, false],
    ['EROFS', 'workspace.read-only', 0, false],
    ['SQLITE_CORRUPT', 'workspace.damaged', 1, true],
  ])('are offered after %s only where one can help', async (code, problem, backups, salvageable) => {
    const place = lay()
    await back(place)
    const thrown = toWorkspaceError(Object.assign(new Error(''), { code }), place.path, '')
    const found = openingProblem(place.path, thrown, join(place.folder, 'data'))
    expect([found?.code, found?.backups.length, found?.salvageable]).toEqual([problem, backups, salvageable])
  })

  it('that are damaged are not restored, and the workspace can still be salvaged when it is damaged too', async () => {
    const place = lay()
    await back(place)
    const [backup] = backupsFor(place.root, place.path)
    spoil(backup?.file ?? '')
    spoil(place.path)
    const to = join(place.folder, 'R.groundwork')
    expect(refusal(() => restoreBackup(backup?.file ?? '', to, { id: 'new', now }))).toBe('workspace.damaged')
    expect(existsSync(to)).toBe(false)
    const report = salvaged(place)
    expect(report.tables.find(({ table }) => table === 'passage')?.read).toBeGreaterThan(0)
    expect(faultsOf(report.to)).toEqual([])
  })

  it('of a damaged workspace are not kept, and the good ones stay', async () => {
    const place = lay()
    await back(place)
    const bytes = readFileSync(place.path)
    writeFileSync(place.path, bytes.fill(7, 20 * 4096, 60 * 4096))
    await expect(back(place)).rejects.toMatchObject({ code: 'workspace.damaged' })
    expect(backupsFor(place.root, place.path)).toHaveLength(1)
  })

  it('of which the making was cut off leave nothing in the way of the next', async () => {
    const place = lay()
    await back(place)
    const folder = dirname(backupsFor(place.root, place.path)[0]?.file ?? '')
    mkdirSync(join(folder, '.groundwork-making-0'))
    writeFileSync(join(folder, '.groundwork-making-0', 'made.groundwork'), 'half')
    await back(place)
    expect(backupsFor(place.root, place.path).map(({ number }) => number)).toEqual([2, 1])
  })

  it('whose note is lost are still listed', async () => {
    const place = lay()
    const { workspace } = await back(place)
    for (const name of readdirSync(join(place.root, workspace))) if (name.endsWith('.json')) rmSync(join(place.root, workspace, name))
    expect(backupsOf(place.root, workspace)).toHaveLength(1)
  })

  it('are restored beside what was restored before, never over it', () => {
    const place = lay()
    copyFileSync(place.path, join(place.folder, 'W (back).groundwork'))
    expect(freePathBeside(place.path, 'back')).toBe(join(place.folder, 'W (back 2).groundwork'))
    expect(refusal(() => restoreBackup(place.path, join(place.folder, 'W (back).groundwork'), { id: 'new', now }))).toBe('shell.refused')
  })

  it('that are gone say so', () => {
    const place = lay()
    expect(refusal(() => restoreBackup(join(place.folder, 'none'), join(place.folder, 'R.groundwork'), { id: 'new', now }))).toBe('workspace.missing')
    expect(readdirSync(place.folder)).toEqual(['W.groundwork'])
  })

  it('are sound when the workspace is written to meanwhile', async () => {
    const place = lay()
    const core = openCore(place.path)
    const made = back(place)
    for (let at = 0; at < 20; at += 1) core.api.memos.create({ head: { title: `Meanwhile ${at}` } })
    const { id, holdings } = await made
    core.close()
    expect([faultsOf(join(place.root, id)), holdings.memos >= worked.least.memos]).toEqual([[], true])
  })
})
