// Turns a journalled change into the statement that takes it back.
import type { Db } from '../database/open-database.ts'
import type { Change } from './history-store.ts'

interface Column {
  name: string
  pk: number
}

type Row = Record<string, string | number | null>

const quoted = (name: string) => `"${name}"`

/** A function that takes one change back; statements are prepared once per table and operation. */
export function changeInverter(db: Db) {
  const columnsOf = new Map<string, Column[]>()
  const statements = new Map<string, ReturnType<Db['prepare']>>()

  function columns(table: string): Column[] {
    let known = columnsOf.get(table)
    if (!known) {
      known = db.prepare<[string], Column>('SELECT name, pk FROM pragma_table_info(?)').all(table)
      if (known.length === 0) throw new Error(`the journal names an unknown table ${table}`)
      columnsOf.set(table, known)
    }
    return known
  }

  function statement(table: string, operation: Change['operation']) {
    const key = `${operation} ${table}`
    let prepared = statements.get(key)
    if (!prepared) {
      const all = columns(table)
      const byKey = all.filter((column) => column.pk > 0)
      const where = byKey.map((column) => `${quoted(column.name)} = @${column.name}`).join(' AND ')
      const sql = {
        insert: `DELETE FROM ${quoted(table)} WHERE ${where}`,
        update: `SELECT * FROM ${quoted(table)} WHERE ${where}`,
        delete: `INSERT INTO ${quoted(table)} (${all.map((column) => quoted(column.name)).join(', ')}) VALUES (${all.map((column) => `@${column.name}`).join(', ')})`,
      }[operation]
      prepared = db.prepare(sql)
      statements.set(key, prepared)
    }
    return prepared
  }

  // Only what differs is written: a column that is named in an update wakes its triggers, and indexes of words are slow.
  function writeBack(table: string, old: Row): void {
    const now = statement(table, 'update').get(old) as Row | undefined
    const names = now === undefined ? [] : Object.keys(old).filter((name) => old[name] !== now[name])
    if (names.length === 0) return
    const key = `update ${table} ${names.join(' ')}`
    const sets = names.map((name) => `${quoted(name)} = @${name}`).join(', ')
    const where = columns(table).filter(({ pk }) => pk > 0).map(({ name }) => `${quoted(name)} = @${name}`).join(' AND ')
    const prepared = statements.get(key) ?? db.prepare(`UPDATE ${quoted(table)} SET ${sets} WHERE ${where}`)
    statements.set(key, prepared)
    prepared.run(old)
  }

  return ({ table, operation, oldRow }: Change): void => {
    const old = JSON.parse(oldRow) as Row
    if (operation === 'update') writeBack(table, old)
    else statement(table, operation).run(old)
  }
}
