// SQL of the Library. Orders are read as one long string of ids, so that no row of a hundred thousand becomes an object.
import type { Id } from '../../shared/identifiers.ts'
import type { LibraryColumn, LibraryFilter, LibraryRow, LibrarySort, LibraryValue, ValueField } from '../../shared/library.ts'
import type { Progress, Reliability } from '../../shared/sources.ts'
import type { Db } from '../database/open-database.ts'
import { authorKey, sortKey, startsWith } from './sort-keys.ts'

/** What the text of a filter comes to: an expression for the index of titles, and runs that must occur as they are. */
export interface LookedFor {
  match: string | null
  runs: string[]
}

export interface Shown {
  filter: LibraryFilter
  sort: LibrarySort
  trashed: boolean
  words: LookedFor
}

type Value = string | number | null

const countOf = (kind: string) =>
  `(SELECT count(DISTINCT item.id) FROM passage JOIN tag ON tag.passage_id = passage.id
    JOIN item ON item.id = tag.item_id WHERE passage.source_id = source.id AND item.kind = '${kind}')`

/** Counts of every source with any, where all are to be sorted by them. */
const countedAll = (kind: string) => `LEFT JOIN (
    SELECT passage.source_id AS counted, count(DISTINCT item.id) AS number FROM item JOIN tag ON tag.item_id = item.id
    JOIN passage ON passage.id = tag.passage_id WHERE item.kind = '${kind}' GROUP BY passage.source_id
  ) ON counted = source.id`

const sortValues: Record<LibraryColumn, { value: string; join?: string }> = {
  title: { value: 'sort_key(source.title)' },
  authors: { value: 'author_key(source.authors)' },
  container: { value: 'sort_key(source.container_title)' },
  date: { value: 'source.issued' },
  grade: { value: 'source.reliability' },
  language: { value: 'source.language' },
  progress: { value: "CASE source.progress WHEN 'unread' THEN 0 WHEN 'reading' THEN 1 ELSE 2 END" },
  claims: { value: 'coalesce(number, 0)', join: countedAll('claim') },
  actors: { value: 'coalesce(number, 0)', join: countedAll('actor') },
  recommendations: { value: 'coalesce(number, 0)', join: countedAll('recommendation') },
  added: { value: 'source.captured_at' },
}

const inCollection = `source.id IN (
  WITH RECURSIVE below (id) AS (SELECT @collection UNION SELECT collection.id FROM collection JOIN below ON collection.parent_id = below.id)
  SELECT source_id FROM collection_source WHERE collection_id IN below)`

const hasClaims = `source.id IN (SELECT passage.source_id FROM claim JOIN tag ON tag.item_id = claim.item_id
  JOIN passage ON passage.id = tag.passage_id)`

const authorNames = `trim(coalesce(json_extract(name.value, '$.literal'),
  coalesce(json_extract(name.value, '$.given') || ' ', '') || coalesce(json_extract(name.value, '$.family'), '')))`

/** A last date that lacks day or month means the whole month or year. */
const laterThanAny = '\uFFFF'

function conditionsOf({ filter, trashed, words }: Shown): { sql: string; values: Record<string, Value> } {
  const values: Record<string, Value> = {}
  const conditions = [trashed ? 'source.trashed_at IS NOT NULL' : 'source.trashed_at IS NULL']
  const add = (condition: string, given: Record<string, Value> = {}): void => {
    conditions.push(condition)
    Object.assign(values, given)
  }
  if (words.match !== null) add('source.row IN (SELECT rowid FROM source_index WHERE source_index MATCH @match)', { match: words.match })
  for (const [at, run] of words.runs.entries()) {
    add(`instr(source.title || ' ' || coalesce(source.container_title, '') || ' ' || source.authors, @run${at}) > 0`, { [`run${at}`]: run })
  }
  if (filter.collection !== undefined) add(inCollection, { collection: filter.collection })
  if (filter.progress !== undefined) add('source.progress = @progress', { progress: filter.progress })
  if (filter.container !== undefined) add('source.container_title = @container', { container: filter.container })
  if (filter.author !== undefined) {
    add(`EXISTS (SELECT 1 FROM json_each(source.authors) AS name WHERE ${authorNames} = @author)`, { author: filter.author })
  }
  if (filter.from !== undefined) add('source.issued >= @from', { from: filter.from })
  if (filter.to !== undefined) add('source.issued <= @to', { to: `${filter.to}${laterThanAny}` })
  if (filter.grade === 'none') add('source.reliability IS NULL')
  else if (filter.grade !== undefined) add('source.reliability = @grade', { grade: filter.grade })
  if (filter.claims !== undefined) add(filter.claims ? hasClaims : `NOT ${hasClaims}`)
  if (filter.language !== undefined) add('source.language = @language', { language: filter.language })
  return { sql: conditions.join('\n  AND '), values }
}

/**
 * The ids that fit, in order. What has no value stands last in both directions; what is equal, newest first. Values are
 * put aside before they are sorted: SQLite would else make each of them anew for every term of the order.
 */
function orderSql({ by, descending }: LibrarySort, conditions: string): string {
  const direction = descending ? 'DESC' : 'ASC'
  if (by === 'added') return `SELECT id FROM source WHERE ${conditions} ORDER BY captured_at ${direction}, id ${direction}`
  const { value, join = '' } = sortValues[by]
  const valued = `SELECT source.id, source.captured_at AS added, ${value} AS value FROM source ${join} WHERE ${conditions}`
  return `WITH valued AS MATERIALIZED (${valued}) SELECT id FROM valued ORDER BY value ${direction} NULLS LAST, added DESC, id DESC`
}

const valuesSql: Record<ValueField, string> = {
  container: `SELECT container_title AS value, count(*) AS count FROM source WHERE trashed_at IS NULL AND container_title <> '' GROUP BY 1`,
  language: `SELECT language AS value, count(*) AS count FROM source WHERE trashed_at IS NULL AND language <> '' GROUP BY 1`,
  author: `SELECT ${authorNames} AS value, count(DISTINCT source.row) AS count FROM source, json_each(source.authors) AS name WHERE source.trashed_at IS NULL GROUP BY 1`,
}

type RowOfStore = Omit<LibraryRow, 'authors'> & { authors: string }

/** Prepares the statements of the Library; orders are prepared as they are asked for. */
export function libraryStore(db: Db) {
  db.function('sort_key', { deterministic: true }, (text) => sortKey(text as string | null))
  db.function('author_key', { deterministic: true }, (names) => authorKey(names as string))
  db.function('starts_with', { deterministic: true }, (text, start) => Number(startsWith(text as string, start as string)))
  const prepared = new Map<string, ReturnType<Db['prepare']>>()
  const packed = (sql: string, values: Record<string, Value>): string => {
    const statement = prepared.get(sql) ?? db.prepare(sql).pluck()
    prepared.set(sql, statement)
    return (statement.get(values) as string | null) ?? ''
  }
  const rows = db.prepare<[string], RowOfStore>(
    `SELECT source.id, source.title, source.container_title AS containerTitle, source.authors, source.issued, source.reliability,
       source.captured_at AS capturedAt, source.language, source.progress, source_text.words,
       ${countOf('claim')} AS claims, ${countOf('actor')} AS actors, ${countOf('recommendation')} AS recommendations
     FROM json_each(?) AS wanted JOIN source ON source.id = wanted.value
     JOIN source_text ON source_text.source_id = source.id AND source_text.version = source.version`,
  )
  const setProgress = db.prepare('UPDATE source SET progress = @progress WHERE id = @source AND progress <> @progress')
  const setGrade = db.prepare('UPDATE source SET reliability = @reliability WHERE id = @source AND reliability IS NOT @reliability')
  const valuesOf = (field: ValueField) =>
    db.prepare<[string], LibraryValue>(
      `SELECT value, count FROM (${valuesSql[field]}) WHERE value <> '' AND instr(sort_key(value), coalesce(sort_key(?), '')) > 0 ORDER BY count DESC, value LIMIT 60`,
    )
  const values = { container: valuesOf('container'), language: valuesOf('language'), author: valuesOf('author') }
  return {
    /** Packed ids; with `first` no more than so many. */
    order(shown: Shown, first: number | null): string {
      const { sql, values: given } = conditionsOf(shown)
      const limit = first === null ? '' : 'LIMIT @first'
      return packed(`SELECT group_concat(id, '') FROM (${orderSql(shown.sort, sql)} ${limit})`, first === null ? given : { ...given, first })
    },
    startingWith(shown: Shown, text: string): string {
      const { sql, values: given } = conditionsOf(shown)
      return packed(`SELECT group_concat(source.id, '') FROM source WHERE ${sql} AND starts_with(source.title, @start)`, { ...given, start: text })
    },
    rows: (ids: readonly Id[]) => rows.all(JSON.stringify(ids)),
    values: (field: ValueField, text: string) => values[field].all(text),
    setProgress: (source: Id, progress: Progress) => void setProgress.run({ source, progress }),
    setGrade: (source: Id, reliability: Reliability | null) => void setGrade.run({ source, reliability }),
  }
}
