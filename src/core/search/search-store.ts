// SQL of search: one shape for each thing that can be found, put together with the filters that are asked for.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemKind } from '../../shared/items.ts'
import { passageColumns, passageJoins, shapes, type Shape } from './search-shapes.ts'
import type { SearchIndex } from './vocabulary-store.ts'

export interface SourceHit {
  id: Id
  title: string
  containerTitle: string | null
  text: string
}

export interface PassageHit {
  id: Id
  source: Id
  sourceTitle: string
  quote: string
  start: number
  end: number
}

export interface ItemHit {
  id: Id
  kind: ItemKind
  statement: string
  comment: string
  aliases: string
  passage: Id | null
  source: Id | null
}

export interface RemarkHit {
  id: Id
  comment: string
  statement: string
  passage: Id
  source: Id
}

export interface MemoHit {
  id: Id
  title: string
  plain: string
}

/** How hits are narrowed. `source` and `actor` are FTS5 expressions; dates are ISO dates or their beginnings. */
export interface Filters {
  source: string | null
  /** Whether only few sources have the words of `source`. */
  fewSources: boolean
  actor: string | null
  before: string | null
  after: string | null
  kinds: ItemKind[]
}

/** What is looked for in one shape. Expressions are of FTS5, from `match-expression.ts`. */
export interface Asked {
  filters: Filters
  /** The index that `match` is of; null looks through the table. */
  index: SearchIndex | null
  match: string | null
  /** What hits are ranked by, `match` or its rare words alone; null takes the newest first. */
  ranked: string | null
  /** An expression of the index of runs that must hold too. */
  also: string | null
  /** Words that must not stand there; beside no `match`, which has its own exclusions. */
  excluded: string | null
  /** Runs of scripts without spaces that must occur, and that must not. */
  dense: string[]
  denseExcluded: string[]
  limit: number
}

function sqlOf(shape: Shape, { filters, index, match, ranked, also, excluded, dense, denseExcluded }: Asked): string {
  const { table } = shape
  const ofSources = !index && filters.source ? shape.wholeOfSources : undefined
  const whole = index ? undefined : (ofSources ?? shape.whole)
  const inSource = ofSources ? 'source_index MATCH @source' : (filters.fewSources && shape.inFewSources?.(index)) || shape.inSource
  const from = whole?.from ?? `${index ? `${index} JOIN ${table} ON ${table}.row = ${index}.rowid` : table} ${shape.joins}`
  const conditions = [
    index ? `${index} MATCH ${ranked ? '@ranked' : '@match'}` : '',
    index && ranked && ranked !== match ? `+${index}.rowid IN (SELECT rowid FROM ${index} WHERE ${index} MATCH @match)` : '',
    also ? `+${table}.row IN (SELECT rowid FROM dense_text_index WHERE dense_text_index MATCH @also)` : '',
    excluded ? `+${table}.row NOT IN (SELECT rowid FROM ${shape.index} WHERE ${shape.index} MATCH @excluded)` : '',
    ...dense.map((_, at) => shape.holds(`@dense${at}`)),
    ...denseExcluded.map((_, at) => `NOT (${shape.holds(`@not${at}`)})`),
    filters.source ? inSource : '',
    filters.actor ? shape.ofActor : '',
    filters.after ? `${shape.date} >= @after` : '',
    filters.before ? `${shape.date} < @before` : '',
    shape.condition ?? '',
  ].filter((condition) => condition !== '')
  const where = conditions.length > 0 ? `WHERE ${conditions.join('\n AND ')}` : ''
  const order = !index ? `${whole?.row ?? `${table}.row`} DESC` : ranked ? `${index}.rank` : `${index}.rowid DESC`
  return `SELECT ${shape.columns} FROM ${from} ${where} ORDER BY ${order} LIMIT @limit`
}

function parametersOf({ filters, dense, denseExcluded, index: _index, ...rest }: Asked): Record<string, unknown> {
  const numbered = (name: string, runs: string[]) => Object.fromEntries(runs.map((run, at) => [`${name}${at}`, run]))
  const { fewSources: _few, ...narrowing } = filters
  return { ...narrowing, ...rest, ...numbered('dense', dense), ...numbered('not', denseExcluded), kinds: JSON.stringify(filters.kinds) }
}

/** Prepares the statements of search; those with filters when they are first asked for. */
export function searchStore(db: Db) {
  const prepared = new Map<string, ReturnType<Db['prepare']>>()
  const statementOf = (shape: Shape, asked: Asked) => {
    const sql = sqlOf(shape, asked)
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  const run = <T>(shape: Shape, asked: Asked): T[] => statementOf(shape, asked).all(parametersOf(asked)) as T[]
  const ofItems = (order: string) =>
    db.prepare<[string, number], PassageHit>(
      `SELECT ${passageColumns} FROM item_index JOIN item ON item.row = item_index.rowid
       JOIN tag ON tag.item_id = item.id JOIN segment ON segment.passage_id = tag.passage_id AND segment.position = 0
       ${passageJoins} WHERE item_index MATCH ? ORDER BY ${order} LIMIT ?`,
    )
  const ofSources = (order: string) =>
    db.prepare<[string, number], PassageHit>(
      `SELECT ${passageColumns} FROM source_index JOIN source ON source.row = source_index.rowid
       JOIN passage ON passage.source_id = source.id
       JOIN segment ON segment.passage_id = passage.id AND segment.position = 0
       WHERE source_index MATCH ? AND +source.trashed_at IS NULL ORDER BY ${order} LIMIT ?`,
    )
  const passagesOf = {
    items: { ranked: ofItems('item_index.rank'), newest: ofItems('item_index.rowid DESC') },
    sources: { ranked: ofSources('source_index.rank, segment.start'), newest: ofSources('source_index.rowid DESC') },
  }
  // The texts with letters of scripts without spaces: reading the index itself would look through all texts.
  const denseTexts = db.prepare<[number], number>('SELECT count(*) FROM (SELECT 1 FROM dense_text_index_docsize LIMIT ?)').pluck()
  return {
    byTitle: (asked: Asked) => run<SourceHit>(shapes.title, asked),
    /** One after the other, since the caller may leave some out. */
    byText: (asked: Asked) => statementOf(shapes.text, asked).iterate(parametersOf(asked)) as IterableIterator<SourceHit>,
    passages: (asked: Asked) => run<PassageHit>(shapes.passages, asked),
    items: (asked: Asked) => run<ItemHit>(shapes.items, asked),
    remarks: (asked: Asked) => run<RemarkHit>(shapes.remarks, asked),
    memos: (asked: Asked) => run<MemoHit>(shapes.memos, asked),
    /** The passages of items or sources that have the words. */
    passagesOf: (what: 'items' | 'sources', order: 'ranked' | 'newest', match: string, limit: number) => passagesOf[what][order].all(match, limit),
    /** How many texts have letters of scripts without spaces, counted up to `most`. */
    countDenseTexts: (most: number) => denseTexts.get(most) ?? 0,
  }
}

export type SearchStore = ReturnType<typeof searchStore>
