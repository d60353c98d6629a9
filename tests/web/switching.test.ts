import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rememberWorkspace } from '../../src/core/host/recent-workspaces.ts'
import { aWebShell, bodyOf } from './a-web-shell.ts'
import { followEvents } from './follow-events.ts'

let web: Awaited<ReturnType<typeof aWebShell>>
let home: string
const homeBefore = process.env.HOME
const configBefore = process.env.XDG_CONFIG_HOME
beforeAll(() => {
  // The default workspace lies in the user's documents: the test has documents of its own.
  home = mkdtempSync(join(tmpdir(), 'groundwork-home-'))
  process.env.HOME = home
  process.env.XDG_CONFIG_HOME = join(home, '.config')
})
afterAll(() => {
  if (homeBefore === undefined) delete process.env.HOME
  else process.env.HOME = homeBefore
  if (configBefore === undefined) delete process.env.XDG_CONFIG_HOME
  else process.env.XDG_CONFIG_HOME = configBefore
  rmSync(home, { recursive: true, force: true })
})
describe('switching', () => {
  beforeEach(async () => {
    web = await aWebShell()
    return () => web.close()
  })

  const openName = async () => ((await web.call('workspace.get', {})).value as { name: string }).name

  test('a new workspace is made beside the default one and opened', async () => {
    expect(await web.call('shell.newWorkspace', { name: ' Minsk: a / study ' })).toEqual({ value: null })
    expect(await openName()).toBe('Minsk a study')
    expect(existsSync(join(home, 'Documents', 'Groundwork', 'Minsk a study.groundwork'))).toBe(true)
    expect(await web.call('shell.recentWorkspaces', {})).toEqual({
      value: [
        { name: 'Minsk a study', path: expect.stringContaining('Minsk a study.groundwork') },
        { name: 'one', path: join(web.folder, 'one.groundwork') },
      ],
    })
  })

  test('a new workspace never takes the place of one that is there', async () => {
    await web.call('shell.newWorkspace', { name: 'Twice' })
    await web.call('shell.openWorkspace', { path: join(web.folder, 'one.groundwork') })
    expect((await web.call('shell.newWorkspace', { name: 'Twice' })).error).toEqual({
      code: 'shell.refused',
      message: `There is already a workspace “Twice” in ${join(home, 'Documents', 'Groundwork')}. Choose another name.`,
    })
    expect(await openName()).toBe('one')
  })

  test('a workspace of the recent list is opened, and what was in the other one stays there', async () => {
    const one = join(web.folder, 'one.groundwork')
    await web.call('memos.create', { head: { title: 'In one' } })
    await web.call('shell.newWorkspace', { name: 'Other' })
    expect((await web.call('memos.list', {})).value).toEqual([])
    expect(await web.call('shell.openWorkspace', { path: one })).toEqual({ value: null })
    expect((await web.call('memos.list', {})).value).toEqual([expect.objectContaining({ title: 'In one' })])
  })

  test('no path outside the recent list is opened, and no dialog is at hand', async () => {
    for (const path of [join(web.folder, 'two.groundwork'), '/etc/passwd', `${web.folder}/../one.groundwork`, null]) {
      expect((await web.call('shell.openWorkspace', { path })).error?.code).toBe('shell.refused')
    }
    expect(existsSync(join(web.folder, 'two.groundwork'))).toBe(false)
  })

  test('a page’s last words go to the workspace it showed', async () => {
    const memo = (await web.call('memos.create', { head: { title: 'In one' } })).value as { id: string }
    const page = await followEvents(web)
    const switched = web.call('shell.newWorkspace', { name: 'Last words' })
    // It hears that it shall reload, asks for the page, gets one to wait on, and goes, saving what is unsaved.
    expect(await page.next()).toEqual({ name: 'command', data: { name: 'window.reload' } })
    const waiting = await web.ask()
    expect([waiting.status, waiting.headers.refresh, bodyOf(waiting).includes('Opening the workspace')]).toEqual([200, '0; url=/?opened', true])
    page.end()
    const saved = await web.call('memos.save', { memo: memo.id, revision: 0, document: '{"type":"doc","content":[{"type":"paragraph"}]}' })
    expect(saved.value).toEqual(expect.objectContaining({ revision: 1 }))
    const opened = await web.ask({ path: '/?opened' })
    expect([opened.status, opened.headers.location, await switched, await openName()]).toEqual([303, '/', { value: null }, 'Last words'])
    expect(bodyOf(await web.ask())).toContain('the page')
  })

  test('a page that stays is not waited for, and events of the workspace left are not sent on', async () => {
    const page = await followEvents(web)
    await web.call('shell.newWorkspace', { name: 'Staying' })
    expect(await page.next()).toEqual({ name: 'command', data: { name: 'window.reload' } })
    expect(await openName()).toBe('Staying')
    await web.call('memos.create', {})
    expect((await page.next()).name).toBe('changed')
    page.end()
  })

  test('when the other one cannot be opened, the open one stays open', async () => {
    const broken = join(web.folder, 'broken.groundwork')
    writeFileSync(broken, 'this is no workspace')
    rememberWorkspace(web.data, broken)
    expect((await web.call('shell.openWorkspace', { path: broken })).error?.code).toBe('workspace.not-a-workspace')
    expect(await openName()).toBe('one')
  })
})
