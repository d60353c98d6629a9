import Database from 'better-sqlite3'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createRescue } from '../../../src/core/host/rescue.ts'
import { faultsOf } from '../../campaigns/workspace-health.ts'
import { aHost, anotherProcessOn, aPlace, type Place } from './a-host.ts'

const promptly = { check: 1, backup: 5 }
const never = { check: 1e9, backup: 1e9 }
const rescueOf = (place: Place) =>
  createRescue({ dataFolder: place.data, path: () => place.workspace, emit: () => {}, log: () => {} })

describe('a backup', () => {
  it('is made by itself when none is a day old, and says what it holds', async () => {
    const host = await aHost(aPlace(), { safetyDelays: promptly })
    // Its file is there a moment before the note of what it holds.
    const made = { reason: 'daily', path: host.workspace, holdings: { sources: 1, passages: 0, items: 0, memos: 0 } }
    await vi.waitFor(async () => expect(await host.api.backups.list({})).toMatchObject([made]), { timeout: 10_000 })
    const [backup] = await host.api.backups.list({})
    expect(await host.api.backups.state({})).toMatchObject({ newest: backup?.madeAt, count: 1, problem: null })
  })

  it('holds what was written the moment before, while the workspace stays open', async () => {
    const place = aPlace()
    const host = await aHost(place, { safetyDelays: never })
    await host.api.memos.create({ head: { title: 'Just now' } })
    const backup = await host.api.backups.make({})
    expect(backup.holdings.memos).toBe(1)
    const file = join(place.data, 'backups', backup.id)
    expect(faultsOf(file)).toEqual([])
    expect(readdirSync(join(file, '..')).filter((name) => !/^\d{6}-asked\.(?:groundwork|json)$/.test(name))).toEqual([])
  })

  it('that cannot be made stops nothing and is said in the state', async () => {
    const place = aPlace()
    writeFileSync(join(place.folder, 'file'), '')
    const host = await aHost(place, { safetyDelays: never })
    writeFileSync(join(place.data, 'backups'), 'in the way')
    await expect(host.api.backups.make({})).rejects.toBeInstanceOf(Error)
    expect((await host.api.backups.state({})).problem).toMatch(/\w/)
    expect(await host.api.memos.create({})).toMatchObject({ revision: 0 })
  })
})

describe('restoring', () => {
  it('makes a new workspace beside the old one, which stays as it is', async () => {
    const place = aPlace()
    const host = await aHost(place, { safetyDelays: never })
    await host.api.memos.create({ head: { title: 'Then' } })
    const backup = await host.api.backups.make({})
    await host.api.memos.create({ head: { title: 'Later' } })
    await host.close()
    const before = readFileSync(place.workspace)
    const first = await rescueOf(place).restore(backup.id)
    const second = await rescueOf(place).restore(backup.id)
    expect(first).not.toBe(second)
    expect(readFileSync(place.workspace).equals(before)).toBe(true)
    const restored = await aHost({ ...place, workspace: first }, { safetyDelays: never })
    expect((await restored.api.memos.list({})).map((memo) => memo.title)).toEqual(['Then'])
    expect(await restored.api.backups.list({})).toEqual([])
  })

  it('a damaged backup says so and makes nothing', async () => {
    const place = aPlace()
    const host = await aHost(place, { safetyDelays: never })
    const backup = await host.api.backups.make({})
    await host.close()
    const file = join(place.data, 'backups', backup.id)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0, 4096, 60_000))
    const before = readdirSync(place.folder)
    await expect(rescueOf(place).restore(backup.id)).rejects.toMatchObject({ code: 'workspace.damaged' })
    expect(readdirSync(place.folder)).toEqual(before)
  })

  it.each(['../../W.groundwork', 'nobody/000001-daily.groundwork', ''])('refuses “%s”, which is no backup', async (id) => {
    const place = aPlace()
    await expect(rescueOf(place).restore(id)).rejects.toMatchObject({ code: 'workspace.missing' })
  })
})

describe('a copy', () => {
  it('is one file that opens by itself', async () => {
    const place = aPlace()
    const host = await aHost(place, { safetyDelays: never })
    await host.api.memos.create({ head: { title: 'Copied' } })
    const copy = await host.api.backups.copy({})
    const { path } = await host.served(copy.file)
    expect(copy).toMatchObject({ name: 'W.groundwork', size: readFileSync(path).length })
    expect([existsSync(`${path}-wal`), faultsOf(path)]).toEqual([false, []])
  })
})

describe('a check', () => {
  it('runs after a program that was killed, and says that all is well', async () => {
    const place = aPlace()
    const other = await anotherProcessOn(place)
    await other.kill()
    const host = await aHost(place, { safetyDelays: { ...never, check: 1 } })
    await vi.waitFor(async () => expect((await host.api.backups.state({})).check).not.toBeNull(), { timeout: 10_000 })
    expect((await host.api.backups.state({})).check).toMatchObject({ unclean: true, outcome: 'sound', faults: [] })
  })

  it('does not run after a clean end', async () => {
    const place = aPlace()
    await (await aHost(place, { safetyDelays: never })).close()
    const host = await aHost(place, { safetyDelays: promptly })
    await vi.waitFor(async () => expect(await host.api.backups.list({})).toHaveLength(1), { timeout: 10_000 })
    expect((await host.api.backups.state({})).check).toBeNull()
  })

  it('makes a broken search index anew when nothing else is broken', async () => {
    const place = aPlace()
    await (await aHost(place, { safetyDelays: never })).close()
    const db = new Database(place.workspace)
    db.unsafeMode()
    db.exec('DELETE FROM source_index_data WHERE id > 10')
    db.close()
    const host = await aHost(place, { safetyDelays: never })
    expect(await host.api.backups.check({})).toMatchObject({ outcome: 'repaired', faults: [expect.stringContaining('source_index')] })
    expect(await host.api.backups.check({})).toMatchObject({ outcome: 'sound', faults: [] })
    expect(await host.api.search.everything({ text: 'Talks Failed' })).not.toEqual([])
  })
})
