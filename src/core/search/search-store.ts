// SQL of search: one shape for each thing that can be found, put together with the filters that are asked for.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemKind } from '../../shared/items.ts'

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

/** What is looked for. Expressions are of FTS5, from `match-expression.ts`; dates are ISO dates or their beginnings. */
export interface Wanted {
  match: string | null
  /** Only used beside no `match`, which has its own exclusions. */
  excluded: string | null
  /** Runs of scripts without spaces; each must occur somewhere. */
  dense: string[]
  source: string | null
  actor: string | null
  before: string | null
  after: string | null
  kinds: ItemKind[]
  recentFirst: boolean
  limit: number
}

/** A thing that can be found. `named` in its conditions are the ids of the actors asked for. */
interface Shape {
  columns: string
  table: string
  index: string
  joins: string
  /** Where a run of letters is looked for, as an SQL condition with the parameter given. */
  holds: (parameter: string) => string
  inSource: string
  ofActor: string
  date: string
  condition?: string
}

const named = `(SELECT item.id FROM item_index JOIN item ON item.row = item_index.rowid
  WHERE item.kind = 'actor' AND item_index MATCH @actor)`
const involved = `SELECT tag.passage_id FROM tag LEFT JOIN claim ON claim.item_id = tag.item_id
  LEFT JOIN recommendation ON recommendation.item_id = tag.item_id
  WHERE tag.item_id IN ${named} OR claim.speaker_id IN ${named}
    OR recommendation.addressee_id IN ${named} OR recommendation.proponent_id IN ${named}`
const matchingSources = 'SELECT rowid FROM source_index WHERE source_index MATCH @source'
const sourceDate = 'coalesce(source.issued, source.captured_at)'
const contains = (text: string) => (parameter: string) => `instr(${text}, ${parameter}) > 0`
const sourceActor = `source.id IN (SELECT source_id FROM passage WHERE id IN (${involved}))`
const passageColumns = `passage.id, passage.source_id AS source, source.title AS sourceTitle,
  segment.quote, segment.start, segment."end"`
const passageJoins = `JOIN passage ON passage.id = segment.passage_id
  JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL`
const citing = `SELECT memo_citation.memo_id FROM memo_citation JOIN passage ON passage.id = memo_citation.passage_id`

const shapes = {
  title: {
    columns: "source.id, source.title, source.container_title AS containerTitle, '' AS text",
    table: 'source',
    index: 'source_index',
    joins: '',
    holds: contains("source.title || ' ' || coalesce(source.container_title, '')"),
    inSource: `source.row IN (${matchingSources})`,
    ofActor: sourceActor,
    date: sourceDate,
    condition: '+source.trashed_at IS NULL',
  },
  text: {
    columns: 'source.id, source.title, source.container_title AS containerTitle, source_text.text',
    table: 'source_text',
    index: 'source_text_index',
    joins: 'JOIN source ON source.id = source_text.source_id AND source.version = source_text.version AND +source.trashed_at IS NULL',
    // Three letters and more are looked up in the index of runs; fewer are looked for in the texts that it holds.
    holds: (parameter: string) => `source_text.row IN (SELECT rowid FROM dense_text_index WHERE text LIKE '%' || ${parameter} || '%')`,
    inSource: `source.row IN (${matchingSources})`,
    ofActor: sourceActor,
    date: sourceDate,
  },
  passages: {
    columns: passageColumns,
    table: 'segment',
    index: 'segment_index',
    joins: passageJoins,
    holds: contains('segment.quote'),
    inSource: `source.row IN (${matchingSources})`,
    ofActor: `passage.id IN (${involved})`,
    date: sourceDate,
  },
  items: {
    columns: `item.id, item.kind, item.statement, item.comment, coalesce(actor.aliases, '[]') AS aliases,
      passage.id AS passage, passage.source_id AS source`,
    table: 'item',
    index: 'item_index',
    joins: `LEFT JOIN actor ON actor.item_id = item.id LEFT JOIN claim ON claim.item_id = item.id
      LEFT JOIN recommendation ON recommendation.item_id = item.id
      LEFT JOIN tag ON tag.row = (SELECT min(row) FROM tag WHERE tag.item_id = item.id)
      LEFT JOIN passage ON passage.id = tag.passage_id`,
    holds: contains("item.statement || ' ' || coalesce(actor.aliases, '') || ' ' || item.comment"),
    inSource: `item.id IN (SELECT tag.item_id FROM tag JOIN passage ON passage.id = tag.passage_id
      JOIN source ON source.id = passage.source_id WHERE source.row IN (${matchingSources}))`,
    ofActor: `(item.id IN ${named} OR claim.speaker_id IN ${named} OR recommendation.addressee_id IN ${named}
      OR recommendation.proponent_id IN ${named})`,
    date: `(SELECT ${sourceDate} FROM source WHERE source.id = passage.source_id)`,
    condition: 'item.kind IN (SELECT value FROM json_each(@kinds))',
  },
  remarks: {
    columns: 'tag.id, tag.comment, item.statement, passage.id AS passage, passage.source_id AS source',
    table: 'tag',
    index: 'remark_index',
    joins: `JOIN item ON item.id = tag.item_id JOIN passage ON passage.id = tag.passage_id
      JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL`,
    holds: contains('tag.comment'),
    inSource: `source.row IN (${matchingSources})`,
    ofActor: `passage.id IN (${involved})`,
    date: sourceDate,
    condition: "tag.comment <> ''",
  },
  memos: {
    columns: 'memo.id, memo.title, memo_body.plain',
    table: 'memo',
    index: 'memo_index',
    joins: 'JOIN memo_body ON memo_body.memo_id = memo.id',
    holds: contains("memo.title || ' ' || memo_body.plain"),
    inSource: `memo.id IN (${citing} JOIN source ON source.id = passage.source_id WHERE source.row IN (${matchingSources}))`,
    ofActor: `memo.id IN (${citing} WHERE passage.id IN (${involved}))`,
    date: 'coalesce(memo.date, memo.created_at)',
  },
} satisfies Record<string, Shape>

function sqlOf(shape: Shape, wanted: Wanted): string {
  const { table, index } = shape
  const from = wanted.match ? `${index} JOIN ${table} ON ${table}.row = ${index}.rowid` : table
  const conditions = [
    wanted.match ? `${index} MATCH @match` : '',
    !wanted.match && wanted.excluded ? `${table}.row NOT IN (SELECT rowid FROM ${index} WHERE ${index} MATCH @excluded)` : '',
    ...wanted.dense.map((_, at) => shape.holds(`@dense${at}`)),
    wanted.source ? shape.inSource : '',
    wanted.actor ? shape.ofActor : '',
    wanted.after ? `${shape.date} >= @after` : '',
    wanted.before ? `${shape.date} < @before` : '',
    shape.condition ?? '',
  ].filter((condition) => condition !== '')
  const where = conditions.length > 0 ? `WHERE ${conditions.join('\n AND ')}` : ''
  const order = !wanted.match ? `${table}.row DESC` : wanted.recentFirst ? `${index}.rowid DESC` : `${index}.rank`
  return `SELECT ${shape.columns} FROM ${from} ${shape.joins} ${where} ORDER BY ${order} LIMIT @limit`
}

/** Prepares the statements of search; those with filters when they are first asked for. */
export function searchStore(db: Db) {
  const prepared = new Map<string, ReturnType<Db['prepare']>>()
  const run = <T>(shape: Shape, wanted: Wanted): T[] => {
    const sql = sqlOf(shape, wanted)
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    const { dense, kinds, recentFirst: _order, ...rest } = wanted
    const runs = Object.fromEntries(dense.map((text, at) => [`dense${at}`, text]))
    return statement.all({ ...rest, ...runs, kinds: JSON.stringify(kinds) }) as T[]
  }
  const ofItems = db.prepare<[string, number], PassageHit>(
    `SELECT ${passageColumns} FROM item_index JOIN item ON item.row = item_index.rowid
     JOIN tag ON tag.item_id = item.id JOIN segment ON segment.passage_id = tag.passage_id AND segment.position = 0
     ${passageJoins} WHERE item_index MATCH ? ORDER BY item_index.rank LIMIT ?`,
  )
  const ofSources = db.prepare<[string, number], PassageHit>(
    `SELECT ${passageColumns} FROM source_index JOIN source ON source.row = source_index.rowid
     JOIN passage ON passage.source_id = source.id
     JOIN segment ON segment.passage_id = passage.id AND segment.position = 0
     WHERE source_index MATCH ? AND +source.trashed_at IS NULL ORDER BY source_index.rank, segment.start LIMIT ?`,
  )
  // A prefix has many words; those that are looked at are enough to see that it is common.
  const commonness = db
    .prepare<[string, string], number>(
      'SELECT coalesce(sum(doc), 0) FROM (SELECT doc FROM source_text_word WHERE term >= ? AND term <= ? LIMIT 300)',
    )
    .pluck()
  return {
    byTitle: (wanted: Wanted) => run<SourceHit>(shapes.title, wanted),
    byText: (wanted: Wanted) => run<SourceHit>(shapes.text, wanted),
    passages: (wanted: Wanted) => run<PassageHit>(shapes.passages, wanted),
    items: (wanted: Wanted) => run<ItemHit>(shapes.items, wanted),
    remarks: (wanted: Wanted) => run<RemarkHit>(shapes.remarks, wanted),
    memos: (wanted: Wanted) => run<MemoHit>(shapes.memos, wanted),
    passagesOfItems: (match: string, limit: number) => ofItems.all(match, limit),
    passagesOfSources: (match: string, limit: number) => ofSources.all(match, limit),
    /** In about how many texts the words between two stand, both included. */
    commonness: (from: string, to: string) => commonness.get(from, to) ?? 0,
  }
}

export type SearchStore = ReturnType<typeof searchStore>
