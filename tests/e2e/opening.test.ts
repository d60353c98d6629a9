// Workspaces that do not open, chosen from the menu: each says what is wrong, the open one stays, nothing is written.
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Backup } from '../../src/shared/backups.ts'
import type { ImportReport, SourceSummary } from '../../src/shared/sources.ts'
import { rememberWorkspace } from '../../src/core/host/recent-workspaces.ts'
import { aPlace, call, closeWindows, openWindow, startShell, type Shell, type Window } from './a-window.ts'

const place = aPlace()
const other = aPlace()
let shell: Shell
let window: Window
let page: Page
let second: Shell

const pathOf = (name: string) => join(place.folder, `${name}.groundwork`)

/** A whole workspace with something changed in it. */
function aWorkspace(name: string, change: (db: Database.Database) => void): void {
  copyFileSync(place.workspace, pathOf(name))
  const db = new Database(pathOf(name))
  change(db)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  rememberWorkspace(place.data, pathOf(name))
}

beforeAll(async () => {
  // Made and closed once, so that there is a file to make the others of.
  const making = await startShell(place)
  await making.stop()
  aWorkspace('Newer', (db) => db.pragma('user_version = 99999'))
  aWorkspace('Trap', (db) => db.exec('CREATE TRIGGER trap AFTER INSERT ON item BEGIN DELETE FROM source; END'))
  aWorkspace('Window dressing', (db) => db.exec('CREATE VIEW dressing AS SELECT * FROM source'))
  aWorkspace('Elsewhere', () => {})
  second = await startShell({ workspace: pathOf('Elsewhere'), data: other.data })
  rememberWorkspace(place.data, place.workspace)
  shell = await startShell(place)
  window = await openWindow(shell.url)
  page = window.page
  page.setDefaultTimeout(20_000)
})

afterAll(async () => {
  await window.close()
  await closeWindows()
  await shell.stop()
  await second.stop()
  place.remove()
  other.remove()
})

it.each([
  ['Newer', 'was made by a newer version of Groundwork'],
  ['Trap', 'has an unexpected trigger “trap”'],
  ['Window dressing', 'has an unexpected view “dressing”'],
  ['Elsewhere', 'is open in another Groundwork'],
])('“%s” %s', async (name, reason) => {
  const before = readFileSync(pathOf(name))
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('alert').getByText(reason).first().waitFor()
  expect(readFileSync(pathOf(name)).equals(before)).toBe(true)
  const { outcomes } = await call<ImportReport>(page, 'sources.importText', { text: `Written after ${name} was refused.`, format: 'plain', title: `After ${name}` })
  expect(outcomes[0]?.outcome).toBe('imported')
  await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: `After ${name}` }).waitFor()
})

it('the one that was killed says that it was checked, has everything, and is backed up by itself', async () => {
  const titles = async () => (await call<SourceSummary[]>(page, 'sources.list', {})).map(({ title }) => title)
  const before = await titles()
  await window.close()
  await shell.kill()
  // The first backup comes twenty seconds after the start; nobody waits for it here.
  shell = await startShell(place, 'hurried.ts')
  window = await openWindow(shell.url)
  page = window.page
  await page.getByText('Groundwork ended unexpectedly last time. The workspace was checked: all is well.').waitFor({ timeout: 60_000 })
  expect(await titles()).toEqual(before)
  await expect.poll(async () => (await call<Backup[]>(page, 'backups.list', {})).map(({ reason }) => reason), { timeout: 90_000 }).toEqual(['daily'])
})
