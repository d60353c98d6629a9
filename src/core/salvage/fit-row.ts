// Whether a row that was found fits a table, and what of it is kept.
import type { RawRow, RawValue } from './raw-records.ts'
import type { Column } from './salvage-store.ts'

/** A row as it can be added: names of columns and their values. `mended` says that a value was replaced. */
export interface FittingRow {
  names: string[]
  values: RawValue[]
  mended: boolean
}

/** Columns that hold JSON, and what stands there when the JSON is broken; null: the row is of no use without it. */
const jsonColumns: Record<string, string | null> = {
  authors: '[]',
  aliases: '[]',
  provenance: '{}',
  marks: '[]',
  set_aside: '[]',
  desk: '{}',
  blocks: null,
  document: null,
  segments: null,
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function hasType(value: RawValue, { type, required, isRow }: Column): boolean {
  if (value === null) return !required || isRow
  if (type === 'INTEGER') return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
  if (type === 'REAL') return typeof value === 'number'
  if (type === 'BLOB') return Buffer.isBuffer(value)
  return type === 'TEXT' ? typeof value === 'string' : true
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

/** Whether a value looks like what a column of that name always holds. */
function looksRight(value: RawValue, { name }: Column): boolean {
  if (typeof value !== 'string') return true
  if (name === 'id' || name.endsWith('_id')) return uuid.test(value)
  if (name.endsWith('_at')) return instant.test(value)
  if (name === 'sha256') return /^[\da-f]{64}$/.test(value)
  return true
}

function plainBlocks(text: string): string {
  let at = 0
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph', start: at, end: at + line.length }
    at += line.length + 1
    return block
  })
  return JSON.stringify(blocks.filter(({ start, end }) => start < end))
}

function plainDocument(plain: string): string {
  const content = plain.split('\n').map((line) => ({ type: 'paragraph', ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }) }))
  return JSON.stringify({ type: 'doc', content })
}

/** What stands for broken JSON: of texts and memos made anew from their plain words; null when nothing can. */
function mendedJson(name: string, row: Map<string, RawValue>): string | null {
  const text = row.get('text')
  const plain = row.get('plain')
  if (name === 'blocks' && typeof text === 'string') return plainBlocks(text)
  if (name === 'document' && typeof plain === 'string') return plainDocument(plain)
  return jsonColumns[name] ?? null
}

/**
 * The row for a table with these columns; null when it is none of that table's. `strict` is for rows of which nobody
 * says where they belong: then ids and instants have to look like what they are.
 */
export function fitRow({ rowid, values }: RawRow, columns: Column[], strict: boolean): FittingRow | null {
  if (values.length > columns.length) return null
  if (columns.slice(values.length).some((column) => column.required && !column.hasDefault)) return null
  const row = new Map<string, RawValue>()
  for (const [at, value] of values.entries()) {
    const column = columns[at]
    if (!column || !hasType(value, column) || (strict && !looksRight(value, column))) return null
    if (strict && column.isRow && value !== null) return null
    row.set(column.name, column.isRow ? rowid : value)
  }
  let mended = false
  for (const [name, value] of row) {
    if (!Object.hasOwn(jsonColumns, name) || typeof value !== 'string' || isJson(value)) continue
    const json = strict ? null : mendedJson(name, row)
    if (json === null) return null
    row.set(name, json)
    mended = true
  }
  return { names: [...row.keys()], values: [...row.values()], mended }
}
