// Brings a workspace's schema up to date: all pending migrations in one transaction, after a backup.
import type Database from 'better-sqlite3'
import { makeBackupAtOnce } from '../backups/make-backup.ts'
import { allMigrations, type Migration } from './migrations/all-migrations.ts'

/** Where the workspace lies and where backups go; none is made in memory or of a new workspace. */
export interface MigrationPlace {
  path: string
  backupFolder: string | null
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
  if (version > 0 && place.backupFolder !== null) {
    makeBackupAtOnce({ workspace: place.path, root: place.backupFolder, reason: 'migration', now: new Date().toISOString() })
  }
  db.transaction(() => {
    for (const migration of pending) migration.up(db)
    db.pragma(`user_version = ${last.number}`)
  }).immediate()
}
