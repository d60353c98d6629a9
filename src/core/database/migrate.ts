// Brings a workspace's schema up to date: all pending migrations in one transaction, after a verified copy.
import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { GroundworkError } from '../../shared/errors.ts'
import { allMigrations, type Migration } from './migrations/all-migrations.ts'

/** Where the workspace lies and where copies go; no copy is made in memory or of a new workspace. */
export interface MigrationPlace {
  path: string
  backupFolder: string | null
}

function verifiedCopy(db: Database.Database, place: MigrationPlace, version: number): void {
  if (!place.backupFolder) return
  mkdirSync(place.backupFolder, { recursive: true })
  const copy = join(place.backupFolder, `${basename(place.path)}.before-migration-from-${version}`)
  rmSync(copy, { force: true })
  db.prepare('VACUUM INTO ?').run(copy)
  const check = new Database(copy, { readonly: true })
  try {
    if (check.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new GroundworkError('workspace.damaged', `“${basename(place.path)}” is damaged and was not migrated.`)
    }
  } finally {
    check.close()
  }
}

/** Runs the migrations above the workspace's `user_version`; a failure leaves the workspace as it was. */
export function migrate(
  db: Database.Database,
  place: MigrationPlace,
  migrations: readonly Migration[] = allMigrations,
): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  const pending = migrations.filter((migration) => migration.number > version)
  const last = pending.at(-1)
  if (!last) return
  if (version > 0) verifiedCopy(db, place, version)
  db.transaction(() => {
    for (const migration of pending) migration.up(db)
    db.pragma(`user_version = ${last.number}`)
  }).immediate()
}
