// Backups, copies and salvage end to end, in one shell and then in one that finds its workspace damaged.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Backup } from '../../src/shared/backups.ts'
import type { ImportReport } from '../../src/shared/sources.ts'
import type { Workspace } from '../../src/shared/workspace.ts'
import { faultsOf } from '../campaigns/workspace-health.ts'
import { aPlace, call, closeWindows, openWindow, startShell, type Shell, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

const place = aPlace()
let shell: Shell | null = null
let window: Window | null = null

afterAll(async () => {
  await window?.close()
  await shell?.stop()
  await closeWindows()
  place.remove()
})

const axeOf = async (page: Page) => (await axeOn(page).analyze()).violations.map(({ id }) => id)

async function fromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^(?:Library|W)/ }).first().click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function somePage(): Promise<Page> {
  shell ??= await startShell(place)
  window ??= await openWindow(shell.url)
  return window.page
}

const names = () => readdirSync(place.folder).filter((name) => name.endsWith('.groundwork') && !name.startsWith('.'))

describe('a workspace that is open', () => {
  it('is backed up by hand and restored as a new workspace beside it', async () => {
    const page = await somePage()
    await call<ImportReport>(page, 'sources.importText', { text: 'One more source. It is short.', format: 'plain', title: 'Before' })
    await fromMenu(page, 'Restore from a backup…')
    const dialog = page.getByRole('dialog', { name: 'Restore from a backup' })
    await dialog.getByText('There is no backup of this workspace yet').waitFor()
    await dialog.getByRole('button', { name: 'Back up now' }).click()
    await dialog.getByRole('radio').waitFor()
    expect(await dialog.getByText('2 sources · 0 passages · 0 items · 0 memos').count()).toBe(1)
    expect(await axeOf(page)).toEqual([])
    await call<ImportReport>(page, 'sources.importText', { text: 'Made after the backup.', format: 'plain', title: 'After' })
    const reloaded = page.waitForEvent('load')
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
    await reloaded
    await page.getByRole('button', { name: /^Library \(backup of/ }).waitFor()
    expect((await call<Workspace>(page, 'workspace.get')).sources).toBe(2)
    expect(names()).toHaveLength(2)
  })

  it('is saved as a copy that is whole by itself', async () => {
    const page = await somePage()
    const downloading = page.waitForEvent('download')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('>save a copy')
    await page.getByRole('option', { name: /Save a copy/ }).click()
    const download = await downloading
    const copy = join(place.folder, 'copy.sqlite')
    await download.saveAs(copy)
    expect([faultsOf(copy), existsSync(`${copy}-wal`)]).toEqual([[], false])
  })

  it('is checked when asked', async () => {
    const page = await somePage()
    await fromMenu(page, 'Check this workspace')
    await page.getByText('The workspace was checked: all is well.').waitFor()
  })
})

describe('a workspace that is damaged', () => {
  it('is explained, salvaged with a report, and left as it is', async () => {
    const page = await somePage()
    await call<Backup>(page, 'backups.make')
    const { path } = await call<Workspace>(page, 'workspace.get')
    await window?.close()
    await shell?.stop()
    const bytes = readFileSync(path)
    // The list of tables itself: nothing opens without it.
    const damaged = Buffer.from(bytes).fill(0, 100, 4096)
    writeFileSync(path, damaged)
    shell = await startShell({ ...place, workspace: path })
    window = await openWindow(shell.url, { width: 1024, until: (opened) => opened.getByRole('heading', { name: /could not be opened/ }).waitFor() })
    const opening = window.page
    expect(await opening.getByRole('radio').count()).toBe(1)
    expect(await axeOf(opening)).toEqual([])
    await opening.getByRole('button', { name: 'Salvage what can be read' }).click()
    await opening.getByRole('row', { name: 'Sources 2 0', exact: true }).waitFor()
    expect(readFileSync(path).equals(damaged)).toBe(true)
    const reloaded = opening.waitForEvent('load')
    await opening.getByRole('button', { name: 'Open the salvaged workspace' }).click()
    await reloaded
    await opening.getByRole('button', { name: /salvaged/ }).first().waitFor()
    expect((await call<Workspace>(opening, 'workspace.get')).sources).toBe(2)
    expect(readFileSync(path).equals(damaged)).toBe(true)
  })
})
