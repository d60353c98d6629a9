// A workspace of an older form, opened by a process that is killed while it backs it up and migrates it.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { openCore } from '../../../src/core/host/core-host.ts'
import { newUuid } from '../../../src/core/new-uuid.ts'
import { remote } from '../../../src/shared/remote.ts'
import type { Random } from '../random.ts'
import { faultsOf } from '../workspace-health.ts'

const resources = join(import.meta.dirname, '../../../resources')
const now = '2026-01-01T00:00:00.000Z'

/** Lays a workspace as version `from` of the schema had it, with sources and their texts. */
export function anOlderWorkspace(path: string, from: number, sources: number): void {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.transaction(() => {
    for (const migration of allMigrations) if (migration.number <= from) migration.up(db)
    db.pragma(`user_version = ${from}`)
    db.pragma(`application_id = ${applicationId}`)
    db.prepare('INSERT INTO workspace (one, id, created_at) VALUES (1, ?, ?)').run(newUuid(), now)
    for (let number = 0; number < sources; number += 1) {
      const id = newUuid()
      const text = `Text ${number}. ${'Something is said here and kept. '.repeat(60)}`
      const sha256 = createHash('sha256').update(text).digest('hex')
      db.prepare('INSERT INTO source_original (sha256, bytes) VALUES (?, ?)').run(sha256, Buffer.from(text))
      db.prepare(
        `INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version)
         VALUES (?, ?, '[]', '{}', 'text/plain', ?, ?, 1)`,
      ).run(id, `Text ${number}`, sha256, now)
      const blocks = JSON.stringify([{ kind: 'paragraph', start: 0, end: text.length }])
      db.prepare(
        `INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
         VALUES (?, 1, ?, ?, '[]', '[]', 300, 1, ?)`,
      ).run(id, text, blocks, now)
    }
  })()
  db.close()
}

/** Kills the opening process at any moment, then opens the workspace anew: all must be there, and every backup whole. */
export async function killDuringMigration(random: Random): Promise<{ from: number; found: string; problems: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-kill-migration-'))
  const workspace = join(folder, 'W.groundwork')
  const data = join(folder, 'data')
  const from = random.oneOf(allMigrations.slice(0, -1)).number
  const sources = random.whole(20, 400)
  anOlderWorkspace(workspace, from, sources)
  const program = join(import.meta.dirname, '../../core/host/hold-workspace.ts')
  const child = spawn(process.execPath, [program, workspace, data], { stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // From the first moment on, or from when the backup is being made.
  const awaited = random.fraction() < 0.5 ? folder : join(data, 'backups')
  const sign = awaited === folder ? 'data' : ''
  while (child.exitCode === null && !(existsSync(awaited) && readdirSync(awaited).some((name) => name.startsWith(sign)))) await wait(1)
  await wait(random.fraction() * 400)
  const look = new Database(workspace, { readonly: true })
  const wasOpen = Number(look.pragma('user_version', { simple: true })) > from
  look.close()
  child.kill('SIGKILL')
  await ended
  const problems: string[] = []
  const host = await openCore({ workspace, dataFolder: data, resources })
  const api = remote((name, args) => host.call(name, args))
  const found = (await api.sources.list({})).length
  if (found !== sources) problems.push(`${found} of ${sources} sources are there`)
  const backups = await api.backups.list({})
  if (!backups.some(({ reason }) => reason === 'migration')) problems.push('there is no backup from before the migration')
  for (const { id, holdings } of backups) {
    problems.push(...faultsOf(join(data, 'backups', id)).map((fault) => `backup ${id}: ${fault}`))
    if (holdings.sources !== sources) problems.push(`backup ${id} holds ${holdings.sources} of ${sources} sources`)
  }
  await host.close()
  problems.push(...faultsOf(workspace))
  if (problems.length === 0) rmSync(folder, { recursive: true, force: true })
  return { from, found: wasOpen ? 'migrated' : 'before or during', problems }
}
