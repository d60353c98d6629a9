import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aHost, anotherProcessOn, aPlace, refusalOf } from './a-host.ts'

const locked = { code: 'workspace.locked' }

describe('opening', () => {
  it('makes the folders of a new workspace', async () => {
    const place = aPlace()
    const host = await aHost({ ...place, workspace: join(place.folder, 'Documents/Groundwork/Library.groundwork') })
    expect(await host.api.workspace.get({})).toMatchObject({ name: 'Library' })
  })

  it('that fails leaves the lock free and nothing behind', async () => {
    const place = aPlace()
    writeFileSync(place.workspace, 'no workspace at all')
    expect(await refusalOf(place)).toMatchObject({ code: 'workspace.not-a-workspace' })
    expect(readdirSync(place.folder).toSorted()).toEqual(['W.groundwork', 'data'])
    expect(readFileSync(place.workspace, 'utf8')).toBe('no workspace at all')
    rmSync(place.workspace)
    const host = await aHost(place)
    expect(await host.api.sources.list({})).toHaveLength(1)
  })

  it('that fails after the file was made takes the file away again', async () => {
    const place = aPlace()
    expect(await refusalOf(place, { resources: join(place.folder, 'nowhere') })).toMatchObject({ code: 'internal' })
    expect(readdirSync(place.folder)).toEqual(['data'])
  })

  it('a workspace whose search index is broken says that it is damaged and leaves it untouched', async () => {
    const place = aPlace()
    await (await aHost(place)).close()
    const db = new Database(place.workspace)
    db.pragma('journal_mode = DELETE')
    db.unsafeMode()
    db.exec("UPDATE memo_index_config SET v = 0 WHERE k = 'version'")
    db.pragma('journal_mode = WAL')
    db.close()
    const before = readFileSync(place.workspace)
    expect(await refusalOf(place)).toMatchObject({ code: 'workspace.damaged' })
    expect(readFileSync(place.workspace).equals(before)).toBe(true)
  })

  it('in a folder that cannot be made says so', async () => {
    const place = aPlace()
    writeFileSync(join(place.folder, 'file'), '')
    const inside = join(place.folder, 'file', 'W.groundwork')
    expect(await refusalOf({ ...place, workspace: inside })).toMatchObject({ code: 'workspace.read-only' })
  })

  it('keeps everything for the next opening', async () => {
    const place = aPlace()
    const first = await aHost(place)
    const memo = await first.api.memos.create({ head: { title: 'Kept' } })
    await first.close()
    expect(readdirSync(place.folder).filter((name) => name.startsWith('W.'))).toEqual(['W.groundwork'])
    const second = await aHost(place)
    expect(await second.api.memos.get({ memo: memo.id })).toEqual(memo)
  })
})

describe('the lock of a workspace', () => {
  it('keeps a second host of the same process out until the first is closed', async () => {
    const place = aPlace()
    const first = await aHost(place)
    expect(await refusalOf(place)).toMatchObject(locked)
    expect(await first.api.sources.list({})).toHaveLength(1)
    await first.close()
    await aHost(place)
  })

  it('is met under a symbolic link to the file or to its folder', async () => {
    const place = aPlace()
    const host = await aHost(place)
    const link = join(place.folder, 'Link.groundwork')
    symlinkSync(place.workspace, link)
    const folderLink = `${place.folder}-link`
    symlinkSync(place.folder, folderLink)
    try {
      expect(await refusalOf({ ...place, workspace: link })).toMatchObject(locked)
      expect(await refusalOf({ ...place, workspace: join(folderLink, 'W.groundwork') })).toMatchObject(locked)
      await host.close()
      const through = await aHost({ ...place, workspace: link })
      expect(through.workspace).toBe(host.workspace)
      expect(lstatSync(link).isSymbolicLink()).toBe(true)
    } finally {
      rmSync(folderLink)
    }
  })

  it('keeps another process out, and is free once that process was killed', async () => {
    const place = aPlace()
    const other = await anotherProcessOn(place)
    expect(await refusalOf(place)).toMatchObject(locked)
    await other.kill()
    const host = await aHost(place)
    expect(await host.api.sources.list({})).toHaveLength(1)
  })

  it('is free once another process has closed the workspace', async () => {
    const place = aPlace()
    const other = await anotherProcessOn(place)
    await other.stop()
    await aHost(place)
  })
})

describe('the private folder', () => {
  it('is readable by its user only and gone after closing', async () => {
    const host = await aHost()
    expect(statSync(host.uploadFolder).mode & 0o777).toBe(0o700)
    await host.close()
    expect(existsSync(host.uploadFolder)).toBe(false)
  })

  it('of a process that is gone is swept, of one that runs is kept', async () => {
    const place = aPlace()
    const temporary = join(place.data, 'temporary')
    const ended = spawnSync(process.execPath, ['-e', '']).pid
    const running = await anotherProcessOn({ ...place, workspace: join(place.folder, 'Other.groundwork') })
    mkdirSync(join(temporary, `${ended}-1`, 'files'), { recursive: true })
    writeFileSync(join(temporary, `${ended}-1`, 'files', 'left'), 'left behind')
    const host = await aHost(place)
    expect(readdirSync(temporary).toSorted()).toEqual([`${running.process.pid}-1`, host.uploadFolder.split('/').at(-1)].toSorted())
  })

  it('of two hosts in one process are two', async () => {
    const place = aPlace()
    const first = await aHost(place)
    const second = await aHost({ ...place, workspace: join(place.folder, 'Second.groundwork') })
    await first.close()
    expect([existsSync(first.uploadFolder), existsSync(second.uploadFolder)]).toEqual([false, true])
  })
})

describe('making a workspace', () => {
  it('begins anew where a killed program left a half-made one', async () => {
    const place = aPlace()
    const making = join(place.folder, '.W.groundwork.new')
    mkdirSync(making)
    writeFileSync(join(making, 'W.groundwork'), 'half of a workspace')
    const host = await aHost(place)
    expect(await host.api.sources.list({})).toHaveLength(1)
    expect(readdirSync(place.folder).filter((name) => name.includes('.new'))).toEqual([])
  })
})
