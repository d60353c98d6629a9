// What each thing that can be found is in SQL: its columns, its index, and how filters narrow it.
import type { SearchIndex } from './vocabulary-store.ts'

interface Whole {
  from: string
  row: string
}

/** A thing that can be found. `named` in its conditions are the ids of the actors asked for. */
export interface Shape {
  columns: string
  table: string
  index: SearchIndex
  joins: string
  /** Where a run of letters is looked for, as an SQL condition with the parameter given. */
  holds: (parameter: string) => string
  inSource: string
  /** The tables where no words lead, newest first by `row`: `table` with its joins where nothing is said. */
  whole?: Whole
  /** The same where sources are asked for by their words, led by these. */
  wholeOfSources?: Whole
  /** The same where few sources are asked for: led by them instead of by the words. */
  inFewSources?: (index: SearchIndex | null) => string
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
const textsOfSources = `SELECT source_text.row FROM source JOIN source_text ON source_text.source_id = source.id
  AND source_text.version = source.version WHERE source.row IN (${matchingSources})`
const currentText = `CROSS JOIN source_text ON source_text.source_id = source.id AND source_text.version = source.version
  AND +source.trashed_at IS NULL`
const sourceDate = 'coalesce(source.issued, source.captured_at)'
const contains = (text: string) => (parameter: string) => `instr(${text}, ${parameter}) > 0`
const sourceActor = `source.id IN (SELECT source_id FROM passage WHERE id IN (${involved}))`
export const passageColumns = `passage.id, passage.source_id AS source, source.title AS sourceTitle,
  segment.quote, segment.start, segment."end"`
export const passageJoins = `JOIN passage ON passage.id = segment.passage_id
  JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL`
const itemsOf = `SELECT tag.item_id FROM tag JOIN passage ON passage.id = tag.passage_id JOIN source ON source.id = passage.source_id`
const citing = `SELECT memo_citation.memo_id FROM memo_citation JOIN passage ON passage.id = memo_citation.passage_id`

/** Everything that can be found. */
export const shapes = {
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
    // Led by the sources: what narrows is asked of their short rows before the first text is looked up.
    whole: { from: `source ${currentText}`, row: 'source.row' },
    wholeOfSources: { from: `source_index CROSS JOIN source ON source.row = source_index.rowid ${currentText}`, row: 'source_index.rowid' },
    // Asked only of a run too short for the index of runs, which knows the texts that may have it.
    holds: (parameter: string) => `source_text.row IN (SELECT id FROM dense_text_index_docsize) AND instr(source_text.text, ${parameter}) > 0`,
    // Looked up text by text: joined the other way round, all texts of these sources would be read before the first is shown.
    inSource: `+source.row IN (${matchingSources})`,
    inFewSources: (index: SearchIndex | null) => (index ? `+${index}.rowid IN (${textsOfSources})` : `source.row IN (${matchingSources})`),
    ofActor: sourceActor,
    date: sourceDate,
  },
  passages: {
    columns: passageColumns,
    table: 'segment',
    index: 'segment_index',
    joins: passageJoins,
    holds: contains('segment.quote'),
    inSource: `+source.row IN (${matchingSources})`,
    inFewSources: () => `source.row IN (${matchingSources})`,
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
    inSource: `item.id IN (${itemsOf} WHERE +source.row IN (${matchingSources}))`,
    inFewSources: () => `item.id IN (${itemsOf} WHERE source.row IN (${matchingSources}))`,
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
    inSource: `+source.row IN (${matchingSources})`,
    inFewSources: () => `source.row IN (${matchingSources})`,
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
