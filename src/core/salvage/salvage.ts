// Salvage: whatever can still be read of a damaged workspace becomes a new one; the damaged file is only read.
import { existsSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { GroundworkError } from '../../shared/errors.ts'
import type { SalvagedTable, SalvageReport } from '../../shared/backups.ts'
import { openForWriting } from '../database/open-database.ts'
import { allMigrations, newestMigration } from '../database/migrations/all-migrations.ts'
import { moveIntoPlace } from '../backups/move-into-place.ts'
import { fitRow } from './fit-row.ts'
import { mend, type MendingMeans } from './mend.ts'
import { openRawPages, type RawPages } from './raw-pages.ts'
import type { RawRow } from './raw-records.ts'
import { indexEntries, newWalk, strayRows, tableRows, type Walk } from './raw-trees.ts'
import { salvageStore, type SalvageStore } from './salvage-store.ts'

/** How a salvage is done. `onProgress` hears which table is being read. */
export interface SalvageOptions extends MendingMeans {
  onProgress?: (label: string, done: number, total: number) => void
}

/** Rows added in one transaction. */
const batch = 2000

interface Root {
  kind: string
  name: string
  table: string
  page: number
}

/** What the file's own list of tables says, as far as it can be read. */
function rootsOf(pages: RawPages, walk: Walk): Root[] {
  const roots: Root[] = []
  for (const { values } of tableRows(pages, 1, walk)) {
    const [kind, name, table, page] = values
    if (typeof kind !== 'string' || typeof name !== 'string' || typeof table !== 'string') continue
    if (typeof page === 'number' && page > 1) roots.push({ kind, name, table, page })
  }
  return roots
}

/** The schema that the file was written with; the newest one when its head cannot be read. */
function versionOf(pages: RawPages, name: string): number {
  const version = pages.page(1)?.readUInt32BE(60) ?? 0
  if (allMigrations.some(({ number }) => number === version)) return version
  if (version > newestMigration && version < 100_000 && version % 10 === 0) {
    throw new GroundworkError(
      'workspace.newer',
      `“${name}” was made by a newer version of Groundwork. The file was left untouched; update Groundwork to salvage it.`,
    )
  }
  return newestMigration
}

function addBatched(store: SalvageStore) {
  let open = 0
  return {
    add(table: string, row: RawRow, strict: boolean): boolean {
      const fitting = fitRow(row, store.columns(table), strict)
      if (!fitting) return false
      if (open === 0) store.begin()
      open = (open + 1) % batch
      const added = store.add(table, fitting.names, fitting.values)
      if (open === 0) store.commit()
      return added
    },
    end() {
      if (open > 0) store.commit()
      open = 0
    },
  }
}

function readTables(pages: RawPages, store: SalvageStore, options: SalvageOptions): { tables: SalvagedTable[]; broken: number } {
  const walk = newWalk()
  const roots = rootsOf(pages, walk)
  const adder = addBatched(store)
  const expected = new Map<string, number>()
  // Every index first: how many rows there should be, and which pages are not strays.
  for (const { kind, table, page } of roots) {
    if (kind === 'index') expected.set(table, Math.max(expected.get(table) ?? 0, indexEntries(pages, page, walk)))
  }
  const known = new Set(store.tables)
  const done: string[] = []
  for (const { kind, name, page } of roots.toSorted((a, b) => Number(known.has(b.name)) - Number(known.has(a.name)))) {
    if (kind !== 'table') continue
    if (known.has(name) && !done.includes(name)) {
      done.push(name)
      options.onProgress?.(name.replaceAll('_', ' '), done.length, store.tables.length)
    }
    for (const row of tableRows(pages, page, walk)) if (known.has(name)) adder.add(name, row, false)
  }
  if (walk.broken > 0 || done.length < store.tables.length) {
    options.onProgress?.('Looking for stray pages', store.tables.length, store.tables.length)
    for (const row of strayRows(pages, walk)) store.tables.some((table) => adder.add(table, row, true))
  }
  adder.end()
  const tables = store.tables.map((table) => {
    const read = store.count(table)
    return { table, read, lost: Math.max(0, (expected.get(table) ?? 0) - read) }
  })
  return { tables, broken: walk.broken }
}

/** How many places of its tables cannot be read. */
function brokenIn(pages: RawPages): number {
  const walk = newWalk()
  for (const { kind, page } of rootsOf(pages, walk)) if (kind === 'table') for (const _ of tableRows(pages, page, walk));
  return walk.broken
}

/** The pages with the log or, where the two do not fit together, without it: a log may be another file's. */
function bestPages(from: string): RawPages {
  const pages = openRawPages(from)
  const broken = existsSync(`${from}-wal`) ? brokenIn(pages) : 0
  if (broken === 0) return pages
  const alone = openRawPages(from, false)
  const [worse, better] = brokenIn(alone) < broken ? [pages, alone] : [alone, pages]
  worse.close()
  return better
}

const content = ['source', 'source_text', 'passage', 'segment', 'item', 'memo', 'memo_body']

/**
 * Reads what can be read of the workspace at `from` into a new one at `to`, which is there whole or not at all and has
 * an identity of its own. Throws `shell.refused` when there is a file at `to`, `workspace.damaged` when nothing could be
 * read, `workspace.newer`, `workspace.missing`, `workspace.disk-full` or `workspace.read-only`; `from` is never written.
 */
export function salvage(from: string, to: string, options: SalvageOptions): SalvageReport {
  const name = basename(from)
  if (!existsSync(from)) throw new GroundworkError('workspace.missing', `There is no file “${name}” to salvage.`)
  return moveIntoPlace(to, (making) => {
    const pages = bestPages(from)
    try {
      const version = versionOf(pages, name)
      const store = salvageStore(making, version)
      let report: SalvageReport
      try {
        const { tables, broken } = readTables(pages, store, options)
        if (!tables.some(({ table, read }) => content.includes(table) && read > 0)) {
          throw new GroundworkError(
            'workspace.damaged',
            `Nothing could be read from “${name}”, so no new workspace was made. The file was left untouched; restore a backup instead.`,
          )
        }
        const notes = mend(store, options)
        store.identify(options.newId(), options.now)
        const misquotes = store.misquotes()
        if (misquotes > 0) notes.push(`${misquotes} ${misquotes === 1 ? 'passage quotes' : 'passages quote'} words that its text no longer has.`)
        notes.push('The history of changes was left out: nothing before the salvage can be undone.')
        const lost = tables.reduce((sum, each) => sum + each.lost, 0)
        report = { from, to, tables: tables.filter(({ read, lost: gone }) => read > 0 || gone > 0), lost, unreadable: broken, notes }
      } finally {
        store.close()
      }
      // Brings the schema up to date and looks at all of it once more.
      openForWriting(making, null).db.close()
      rmSync(`${making}-wal`, { force: true })
      rmSync(`${making}-shm`, { force: true })
      return report
    } finally {
      pages.close()
    }
  })
}
