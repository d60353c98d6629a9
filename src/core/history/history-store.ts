// SQL of the journal that undo and redo read.
import type { Db } from '../database/open-database.ts'
import type { Command } from '../../shared/history.ts'

/** One journalled change; `oldRow` is JSON: the key of an inserted row, or an updated or deleted row whole. */
export interface Change {
  id: number
  table: string
  operation: 'insert' | 'update' | 'delete'
  oldRow: string
}

/** A row that a command made, by its table and number. */
export interface MadeRow {
  table: 'tag'
  row: number
}

interface CommandRow {
  id: number
  label: string
  at: string
  undone: number
}

const asCommand = (row: CommandRow): Command => ({ ...row, undone: row.undone === 1 })

/** Prepares the statements of the journal. */
export function historyStore(db: Db) {
  const setRecording = db.prepare('UPDATE history_recording SET command_id = ?')
  const insertCommand = db
    .prepare<[string, string], number>('INSERT INTO history_command (label, at) VALUES (?, ?) RETURNING id')
    .pluck()
  const deleteCommand = db.prepare('DELETE FROM history_command WHERE id = ?')
  const deleteUndone = db.prepare('DELETE FROM history_command WHERE undone = 1')
  const deleteBeyond = db.prepare(
    'DELETE FROM history_command WHERE id <= (SELECT id FROM history_command ORDER BY id DESC LIMIT 1 OFFSET ?)',
  )
  const setUndone = db.prepare('UPDATE history_command SET undone = ? WHERE id = ?')
  const list = db.prepare<[number], CommandRow>('SELECT * FROM history_command ORDER BY id DESC LIMIT ?')
  const newestStanding = db.prepare<[], CommandRow>(
    'SELECT * FROM history_command WHERE undone = 0 ORDER BY id DESC LIMIT 1',
  )
  const oldestUndone = db.prepare<[], CommandRow>(
    'SELECT * FROM history_command WHERE undone = 1 ORDER BY id ASC LIMIT 1',
  )
  const changes = db.prepare<[number], Change>(
    `SELECT id, changed_table AS "table", operation, old_row AS oldRow
     FROM history_change WHERE command_id = ? ORDER BY id DESC`,
  )
  const deleteChange = db.prepare('DELETE FROM history_change WHERE id = ?')
  const tables = db
    .prepare<[number], string>('SELECT DISTINCT changed_table FROM history_change WHERE command_id = ?')
    .pluck()
  const made = db.prepare<[number, string, number]>(
    `SELECT 1 FROM history_change
     WHERE command_id = ? AND changed_table = ? AND operation = 'insert' AND json_extract(old_row, '$.row') = ?`,
  )
  const standing = (row: CommandRow | undefined) => (row ? asCommand(row) : null)
  return {
    record: (command: number | null) => void setRecording.run(command),
    insertCommand: (label: string, at: string) => Number(insertCommand.get(label, at)),
    deleteCommand: (id: number) => void deleteCommand.run(id),
    deleteUndone: () => void deleteUndone.run(),
    deleteBeyond: (kept: number) => void deleteBeyond.run(kept),
    setUndone: (id: number, undone: boolean) => void setUndone.run(undone ? 1 : 0, id),
    list: (limit: number) => list.all(limit).map(asCommand),
    newestStanding: () => standing(newestStanding.get()),
    oldestUndone: () => standing(oldestUndone.get()),
    /** Newest change first, as an undo needs them. */
    changes: (command: number) => changes.all(command),
    deleteChange: (id: number) => void deleteChange.run(id),
    tables: (command: number) => tables.all(command),
    /** Whether the command made that row. */
    made: (command: number, { table, row }: MadeRow) => made.get(command, table, row) !== undefined,
  }
}

export type HistoryStore = ReturnType<typeof historyStore>
