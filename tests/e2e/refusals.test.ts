// Workspaces that do not open at the start, and disks that give out meanwhile: the window says what is wrong, nothing is lost.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Memo, MemoSummary } from '../../src/shared/memos.ts'
import type { SourceSummary } from '../../src/shared/sources.ts'
import { rememberWorkspace } from '../../src/core/host/recent-workspaces.ts'
import { anOlderWorkspace } from '../campaigns/kill/kill-migration.ts'
import { faultsOf } from '../campaigns/workspace-health.ts'
import { aDrive } from './a-drive.ts'
import { aPlace, call, closeWindows, openWindow, startShell, type Shell, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'
import { dropFiles } from './drop-files.ts'
import { newMemo } from './keyboard.ts'

const place = aPlace()
const other = aPlace()
const opened: { shell: Shell; window: Window }[] = []

const pathOf = (name: string) => join(place.folder, `${name}.groundwork`)
const heading = (page: Page) => page.getByRole('heading', { name: /could not be opened/ })

/** Starts a shell on a workspace and opens its window; both end with the test. */
async function start(workspace: string, machine?: string, settings?: Record<string, string>): Promise<Page> {
  const shell = await startShell({ workspace, data: other.data }, machine, settings)
  const window = await openWindow(shell.url, {
    width: 1024,
    height: 700,
    until: (page) => heading(page).or(page.getByRole('region', { name: 'Reader' })).first().waitFor(),
  })
  window.page.setDefaultTimeout(20_000)
  opened.push({ shell, window })
  return window.page
}

async function end(): Promise<void> {
  for (const { shell, window } of opened.splice(0)) {
    await window.close()
    await shell.stop()
  }
}

/** A whole workspace with something changed in it. */
function aWorkspace(name: string, change: (db: Database.Database) => void): string {
  copyFileSync(place.workspace, pathOf(name))
  const db = new Database(pathOf(name))
  change(db)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return pathOf(name)
}

const titles = async (page: Page) => (await call<SourceSummary[]>(page, 'sources.list', {})).map(({ title }) => title)
const axeOf = async (page: Page) => (await axeOn(page).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
const note = (name: string) => ({ [`${name}.md`]: `# ${name}\n\n${`Words of ${name} that somebody will want to read again. `.repeat(20)}` })

beforeAll(async () => {
  const making = await startShell(place)
  await making.stop()
  rememberWorkspace(other.data, place.workspace)
})

afterEach(end)

afterAll(async () => {
  await end()
  await closeWindows()
  place.remove()
  other.remove()
})

describe('a workspace given at the start', () => {
  const cases: [string, (db: Database.Database) => void, string][] = [
    ['Newer', (db) => db.pragma('user_version = 99999'), 'was made by a newer version of Groundwork. The file was left untouched; update Groundwork'],
    ['Trap', (db) => db.exec('CREATE TRIGGER trap AFTER INSERT ON item BEGIN DELETE FROM source; END'), 'has an unexpected trigger “trap”'],
    ['Dressing', (db) => db.exec('CREATE VIEW dressing AS SELECT * FROM source'), 'has an unexpected view “dressing”'],
  ]

  it.each(cases)('“%s” is explained in the window, is left as it is, and another one opens from there', async (name, change, reason) => {
    const path = aWorkspace(name, change)
    const before = readFileSync(path)
    const page = await start(path)
    await page.getByText(reason).first().waitFor()
    await page.getByText(path, { exact: true }).waitFor()
    expect(await axeOf(page)).toEqual([])
    const loaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Library', exact: true }).click()
    await loaded
    await page.getByRole('region', { name: 'Reader' }).waitFor()
    expect(await titles(page)).toEqual(['Why the U.S.-Russia Ukraine Talks Failed'])
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('that another Groundwork holds opens as soon as that one has let go', async () => {
    const holder = await startShell({ workspace: place.workspace, data: place.data })
    const page = await start(place.workspace)
    await page.getByText('is open in another Groundwork window or program').first().waitFor()
    expect(await page.getByRole('button', { name: 'Salvage what can be read' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('alert').getByText('is open in another Groundwork').waitFor()
    await holder.stop()
    const loaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Try again' }).click()
    await loaded
    await page.getByRole('region', { name: 'Reader' }).waitFor()
    expect(await titles(page)).toHaveLength(1)
  })

  it('that lies on a drive without locks says so, and nothing is written to it', async () => {
    const path = aWorkspace('Network', () => {})
    const before = readFileSync(path)
    const page = await start(path, 'without-locks.ts')
    await page.getByText('lies on a drive that cannot lock files, as some network drives. Nothing was changed; move it to a disk of this machine').first().waitFor()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('that lies in a read-only folder says so, and opens once it can be written', async ({ skip }) => {
    const drive = aDrive(40)
    if (!drive) return skip('no drive can be mounted here')
    onTestFinished(drive.remove)
    const path = join(drive.folder, 'Kept.groundwork')
    copyFileSync(place.workspace, path)
    const before = readFileSync(path)
    drive.readOnly(true)
    const page = await start(path)
    await page.getByText('“Kept.groundwork” could not be opened in', { exact: false }).or(page.getByText('“Kept.groundwork” cannot be written')).first().waitFor()
    expect(readFileSync(path).equals(before)).toBe(true)
    drive.readOnly(false)
    const loaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Try again' }).click()
    await loaded
    await page.getByRole('region', { name: 'Reader' }).waitFor()
    expect(await titles(page)).toHaveLength(1)
    await end()
  })
})

it('a workspace of an older version is backed up before it is brought up to date, and the backup can be chosen with its date and counts', async () => {
  const path = pathOf('Older')
  anOlderWorkspace(path, 10, 3)
  const page = await start(path)
  await page.getByRole('button', { name: 'Older', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Restore from a backup…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restore from a backup' })
  await dialog.getByText('3 sources · 0 passages · 0 items · 0 memos').waitFor()
  expect(await dialog.getByRole('radio', { name: /before an update/ }).count()).toBe(1)
})

it('a memo with something of a later version in it opens read-only, says what it is, and stays as it is stored, sign by sign', async () => {
  const path = aWorkspace('Later', () => {})
  const making = await start(path)
  const { id } = await call<Memo>(making, 'memos.create', { head: { title: 'From a later version' } })
  await end()
  const later =
    '{ "type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Known words."}]}, {"type":"hologram","attrs":{"depth":3},"content":[{"type":"text","text":"Words in it."}]}]}'
  const stored = () => {
    const db = new Database(path)
    const document = db.prepare<[string], string>('SELECT document FROM memo_body WHERE memo_id = ?').pluck().get(id)
    db.close()
    return document
  }
  const db = new Database(path)
  db.prepare('UPDATE memo_body SET document = ? WHERE memo_id = ?').run(later, id)
  db.close()

  const page = await start(path)
  await page.getByRole('tab', { name: 'Memos', exact: true }).click()
  await page.getByRole('grid', { name: 'Memos' }).getByRole('row', { name: 'From a later version' }).dblclick()
  await page.getByText('This memo holds something this version of Groundwork does not know: a node “hologram”').waitFor()
  const body = page.getByRole('textbox', { name: 'Memo body' })
  await expect.poll(() => body.innerText()).toMatch(/Known words\.\s+Words in it\./)
  expect(await body.getAttribute('aria-readonly')).toBe('true')
  expect(await axeOf(page)).toEqual([])
  // Whoever writes, cites, replaces or saves all the same changes nothing.
  await body.click()
  await page.keyboard.type('Mine')
  for (const keys of ['Delete', 'Control+b', 'Control+Alt+j', 'Control+s']) await page.keyboard.press(keys)
  expect(await body.innerText()).not.toContain('Mine')
  await page.reload()
  await page.getByText('This memo holds something').waitFor()
  await end()
  expect(stored()).toBe(later)
})

describe('a disk that is full', () => {
  it('while one works: what was there stays, what was refused is said, and goes on once there is room', async ({ skip }) => {
    const drive = aDrive(40)
    if (!drive) return skip('no drive can be mounted here')
    onTestFinished(drive.remove)
    const path = join(drive.folder, 'Full.groundwork')
    const page = await start(path)
    await dropFiles(page, note('Before'))
    await expect.poll(() => titles(page)).toContain('Before')
    drive.fill()
    await dropFiles(page, { 'Never.txt': `Never\n\n${'Words that find no room on the disk any more, however long one waits. '.repeat(60_000)}` })
    await page.getByText('The disk is full, so the workspace could not be written. Everything up to the last change is kept; free some space and try again.').first().waitFor()
    expect((await titles(page)).toSorted()).toEqual(['Before', 'Why the U.S.-Russia Ukraine Talks Failed'])
    drive.free()
    await dropFiles(page, note('After'))
    await expect.poll(() => titles(page)).toContain('After')
    await end()
    expect(faultsOf(path)).toEqual([])
  })

  it('while one types into a memo: the words stay, the window says that they are not saved, and saves them once there is room', async ({ skip }) => {
    const drive = aDrive(40)
    if (!drive) return skip('no drive can be mounted here')
    onTestFinished(drive.remove)
    const path = join(drive.folder, 'Typed.groundwork')
    const page = await start(path)
    await page.getByRole('button', { name: /^Dismiss/ }).or(page.getByRole('region', { name: 'Reader' })).first().waitFor()
    await newMemo(page, 'Typed')
    await page.keyboard.type('Before the disk was full.')
    const kept = async () => {
      const [memo] = await call<MemoSummary[]>(page, 'memos.list')
      return (await call<Memo>(page, 'memos.get', { memo: memo?.id })).document
    }
    await expect.poll(kept).toContain('Before the disk was full.')
    drive.fill()
    const body = page.getByRole('textbox', { name: 'Memo body' })
    const more = ' Words that find no room on the disk.'.repeat(200)
    // As a dictation or a paste brings them: more than what is free in the pages that the file has.
    for (let times = 0; times < 6; times += 1) await page.keyboard.insertText(more)
    await page.keyboard.type(' The end.')
    await page.getByRole('alert').getByText('The disk is full').waitFor()
    await page.getByText('Not saved yet: trying again').first().waitFor()
    await expect.poll(() => page.getByRole('status').allInnerTexts()).toContain('Not saved yet: trying again')
    // One goes on typing, and nothing of it goes.
    await page.keyboard.type(' Still typing.')
    expect(await body.innerText()).toMatch(/^Before the disk was full\..* The end\. Still typing\.$/)
    expect(await kept()).not.toContain('The end.')
    expect(await axeOf(page)).toEqual([])
    drive.free()
    await expect.poll(kept).toContain('The end. Still typing."')
    await page.getByText(/^Saved \d/).first().waitFor()
    await expect.poll(() => page.getByRole('status').allInnerTexts()).toContain('Saved again')
    expect(await page.getByRole('alert').getByText('The disk is full').count()).toBe(1)
    await end()
    expect(faultsOf(path)).toEqual([])
  })

  it('when a workspace is to be made on it: the window says so, leaves nothing behind, and makes it once there is room', async ({ skip }) => {
    const drive = aDrive(40)
    if (!drive) return skip('no drive can be mounted here')
    onTestFinished(drive.remove)
    const path = join(drive.folder, 'New.groundwork')
    drive.fill()
    const page = await start(path)
    await page.getByText(/The disk is full/).first().waitFor()
    expect(existsSync(path)).toBe(false)
    drive.free()
    const loaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Try again' }).click()
    await loaded
    await page.getByRole('region', { name: 'Reader' }).waitFor()
    await end()
    expect(faultsOf(path)).toEqual([])
  })
})

it('a salvage shows how far it is, and Cancel leaves nothing behind', async () => {
  const path = aWorkspace('Wreck', (db) => {
    const add = db.prepare('INSERT INTO collection (id, name, position) VALUES (?, ?, ?)')
    for (let index = 0; index < 300; index += 1) add.run(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`, `Collection ${index}`, index)
  })
  const wreck = readFileSync(path).fill(0, 100, 4096)
  writeFileSync(path, wreck)
  const page = await start(path, 'slow-disk.ts')
  await page.getByRole('button', { name: 'Salvage what can be read' }).click()
  const card = page.getByRole('region', { name: 'Salvaging' })
  await card.getByRole('progressbar').waitFor()
  await card.getByRole('button', { name: 'Cancel' }).click()
  await card.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Salvage what can be read' }).and(page.locator(':enabled')).waitFor()
  expect(await page.getByRole('heading', { name: 'What was salvaged' }).count()).toBe(0)
  expect(readFileSync(path).equals(wreck)).toBe(true)
  await expect.poll(() => readdirSync(place.folder).filter((name) => name.includes('salvaged'))).toEqual([])
})

describe('a web address', () => {
  let server: Server
  let asked: string[]

  beforeAll(async () => {
    asked = []
    server = createServer((request, response) => {
      asked.push(`${(request.headers.host ?? '').replace(/:\d+$/, "")}${request.url}`)
      if (request.url === '/old') return response.writeHead(301, { location: '/grain' }).end()
      if (request.url === '/inward') return response.writeHead(302, { location: 'http://inside.example/secret' }).end()
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<!doctype html><html><head><title>Grain leaves the port</title><meta property="og:site_name" content="The Paper"><script src="/tracker.js"></script></head><body><nav>Home</nav><article><h1>Grain leaves the port</h1><p>${'The grain left the port again under a deal that few believe in. '.repeat(20)}</p><img src="/pixel.png"></article></body></html>`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })

  afterAll(() => server.close())

  const fetchIt = async (page: Page, address: string) => {
    await page.keyboard.press('Control+Alt+o')
    const dialog = page.getByRole('dialog', { name: 'Import from a web address' })
    await dialog.getByRole('textbox', { name: 'Address' }).fill(address)
    await page.keyboard.press('Enter')
    return dialog
  }

  it('is fetched, becomes a source with its address, and nothing else is asked for', async () => {
    const page = await start(place.workspace, 'with-a-web.ts', { TEST_WEB_PORT: String((server.address() as AddressInfo).port) })
    await fetchIt(page, 'http://paper.example/old')
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: /Grain leaves the port/ }).waitFor()
    await page.getByRole('region', { name: 'Reader' }).getByText('The grain left the port again').first().waitFor()
    const [source] = (await call<{ id: string; title: string }[]>(page, 'sources.list', {})).filter(({ title }) => title === 'Grain leaves the port')
    expect((await call<{ metadata: object }>(page, 'sources.get', { source: source?.id })).metadata).toMatchObject({ url: 'http://paper.example/grain', containerTitle: 'The Paper' })
    expect(asked).toEqual(['paper.example/old', 'paper.example/grain'])
    const dialog = await fetchIt(page, 'http://paper.example/inward')
    await dialog.getByText('inside.example is not on the public internet').waitFor()
    expect(asked).toEqual(['paper.example/old', 'paper.example/grain', 'paper.example/inward'])
  })
})
