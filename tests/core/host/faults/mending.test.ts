// Faults by name: checks, salvage, and a workspace that is being made.
import Database from 'better-sqlite3'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkWorkspace } from '../../../../src/core/backups/check-workspace.ts'
import { makeWorkspace } from '../../../../src/core/host/make-workspace.ts'
import { salvage } from '../../../../src/core/salvage/salvage.ts'
import { faultsOf } from '../../../campaigns/workspace-health.ts'
import { aFolder, countingIds, resources } from '../../a-core.ts'
import { lay, now, openCore, opened, salvaged, sql, worked } from './a-fault.ts'

describe('a check', () => {
  it('finds a broken search index, which is made anew, and nothing else', () => {
    const { path } = lay()
    const db = new Database(path)
    db.unsafeMode()
    db.exec('DELETE FROM memo_index_data WHERE id > 10')
    db.close()
    expect(checkWorkspace(path).indexes).toEqual(['memo_index'])
    const core = openCore(path)
    core.rebuildIndexes(['memo_index', 'source'])
    core.close()
    expect([checkWorkspace(path).faults, faultsOf(path)]).toEqual([[], []])
  })

  it('finds a broken index of a table and does not call it a search index', () => {
    const { path } = lay()
    const db = new Database(path)
    db.unsafeMode()
    db.pragma('writable_schema = ON')
    db.exec("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'link_by_target') WHERE name = 'tag_by_item'")
    db.close()
    const { faults, indexes } = checkWorkspace(path)
    expect([faults.length > 0, indexes]).toEqual([true, []])
  })
})

describe('a salvage', () => {
  it('leaves the log of another workspace aside', () => {
    const { path, folder } = lay()
    sql(path, 'DELETE FROM tag; DELETE FROM segment; DELETE FROM passage; VACUUM')
    writeFileSync(`${path}-wal`, worked.killed.log ?? '')
    const report = salvage(path, join(folder, 'S.groundwork'), { newId: countingIds(), now })
    expect(report.tables.find(({ table }) => table === 'item')?.read).toBe(worked.least.items)
    expect(faultsOf(report.to)).toEqual([])
  })

  it('carries no hostile trigger or view over', () => {
    const place = lay()
    sql(place.path, 'CREATE TRIGGER evil AFTER INSERT ON item BEGIN DELETE FROM source; END; CREATE VIEW worse AS SELECT 1')
    const report = salvaged(place)
    expect(opened(report.to)).toEqual(worked.least)
  })
})

describe('a workspace that is being made', () => {
  it('begins anew where a killed program left half of one', () => {
    const folder = aFolder()
    const path = join(folder, 'W.groundwork')
    mkdirSync(join(folder, '.W.groundwork.new'))
    writeFileSync(join(folder, '.W.groundwork.new', 'W.groundwork'), 'half of a workspace')
    makeWorkspace({ path, resources, filesFolder: join(folder, 'files') })
    expect(opened(path).sources).toBe(1)
  })
})
