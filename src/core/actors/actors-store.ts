// SQL of what is done with whole actors: their names, the texts they may be named in, and their merging.
import type { Db } from '../database/open-database.ts'
import type { NamedItem } from '../../shared/actors.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'

/** An actor whole. `aliases` is JSON. */
export interface WholeActor {
  item: Id
  name: string
  actorKind: string | null
  aliases: string
  role: string | null
  affiliation: string | null
  comment: string
}

export interface ReadableText {
  source: Id
  title: string
  language: string | null
  version: number
}

/** A stretch of text that is tagged with an actor. */
export interface TaggedSpan {
  item: Id
  name: string
  start: number
  end: number
}

/** Prepares the statements. */
export function actorsStore(db: Db) {
  const columns = `item.id AS item, item.statement AS name, actor.actor_kind AS actorKind, actor.aliases, actor.role,
    actor.affiliation, item.comment FROM actor JOIN item ON item.id = actor.item_id`
  const one = db.prepare<[Id], WholeActor>(`SELECT ${columns} WHERE item.id = ?`)
  const all = db.prepare<[], WholeActor>(`SELECT ${columns} ORDER BY item.row`)
  const texts = db.prepare<[Id | null], ReadableText>(
    'SELECT id AS source, title, language, version FROM source WHERE id = coalesce(?, id) AND trashed_at IS NULL ORDER BY captured_at DESC, row DESC',
  )
  const text = db.prepare<[Id, number], { text: string; blocks: string }>('SELECT text, blocks FROM source_text WHERE source_id = ? AND version = ?')
  const tagged = db.prepare<[Id], TaggedSpan>(
    `SELECT item.id AS item, item.statement AS name, segment.start, segment."end"
     FROM passage JOIN segment ON segment.passage_id = passage.id JOIN tag ON tag.passage_id = passage.id
     JOIN item ON item.id = tag.item_id
     WHERE passage.source_id = ? AND passage.state = 'placed' AND item.kind = 'actor' ORDER BY segment.start`,
  )
  const memberOf = db.prepare<[Id], NamedItem>(
    `SELECT item.id AS item, item.statement AS name FROM link JOIN actor ON actor.item_id = link.to_id JOIN item ON item.id = link.to_id
     WHERE link.from_id = ? AND link.kind = 'member of' ORDER BY link.row`,
  )
  const members = db.prepare<[Id], NamedItem>(
    `SELECT item.id AS item, item.statement AS name FROM link JOIN actor ON actor.item_id = link.from_id JOIN item ON item.id = link.from_id
     WHERE link.to_id = ? AND link.kind = 'member of' ORDER BY item.statement COLLATE NOCASE, item.row`,
  )
  const join = db.prepare<[Id, Id, Id]>("INSERT OR IGNORE INTO link (id, from_id, to_id, kind) VALUES (?, ?, ?, 'member of')")
  const leave = db.prepare<[Id, Id]>("DELETE FROM link WHERE from_id = ? AND to_id = ? AND kind = 'member of'")
  const insertTag = db.prepare<[Id, Id, Id, Instant]>(
    "INSERT OR IGNORE INTO tag (id, passage_id, item_id, role, created_at) VALUES (?, ?, ?, 'mentions', ?)",
  )
  return {
    memberOf: (actor: Id) => memberOf.all(actor),
    members: (actor: Id) => members.all(actor),
    join: (link: Id, actor: Id, group: Id) => void join.run(link, actor, group),
    leave: (actor: Id, group: Id) => void leave.run(actor, group),
    one: (actor: Id) => one.get(actor),
    all: () => all.all(),
    texts: (source: Id | null) => texts.all(source),
    text: (source: Id, version: number) => text.get(source, version),
    tagged: (source: Id) => tagged.all(source),
    /** False when the passage has the tag already. */
    tag: (passage: Id, actor: Id, id: Id, at: Instant) => insertTag.run(id, passage, actor, at).changes === 1,
  }
}

export type ActorsStore = ReturnType<typeof actorsStore>

/** Prepares the statements that move all that is said with one actor to another; each takes both. */
export function mergingStore(db: Db) {
  const steps = [
    'UPDATE claim SET speaker_id = @into WHERE speaker_id = @actor',
    'UPDATE recommendation SET addressee_id = @into WHERE addressee_id = @actor',
    'UPDATE recommendation SET proponent_id = @into WHERE proponent_id = @actor',
    // A passage that both are tagged on keeps one tag, with the comments of both.
    `UPDATE tag SET comment = trim(comment || char(10) || (SELECT other.comment FROM tag AS other WHERE other.passage_id = tag.passage_id AND other.item_id = @actor), char(10))
     WHERE item_id = @into AND EXISTS (SELECT 1 FROM tag AS other WHERE other.passage_id = tag.passage_id AND other.item_id = @actor AND other.comment <> '')`,
    `DELETE FROM tag WHERE item_id = @actor AND EXISTS (SELECT 1 FROM tag AS kept WHERE kept.passage_id = tag.passage_id AND kept.item_id = @into)`,
    'UPDATE tag SET item_id = @into WHERE item_id = @actor',
    'DELETE FROM link WHERE (from_id = @actor AND to_id = @into) OR (from_id = @into AND to_id = @actor)',
    // The same for links, with their notes.
    `UPDATE link SET note = trim(note || char(10) || (SELECT moved.note FROM link AS moved WHERE moved.from_id = @actor AND moved.to_id = link.to_id AND moved.kind = link.kind), char(10))
     WHERE from_id = @into AND EXISTS (SELECT 1 FROM link AS moved WHERE moved.from_id = @actor AND moved.to_id = link.to_id AND moved.kind = link.kind AND moved.note <> '')`,
    `DELETE FROM link WHERE from_id = @actor AND EXISTS (SELECT 1 FROM link AS kept WHERE kept.from_id = @into AND kept.to_id = link.to_id AND kept.kind = link.kind)`,
    'UPDATE link SET from_id = @into WHERE from_id = @actor',
    `UPDATE link SET note = trim(note || char(10) || (SELECT moved.note FROM link AS moved WHERE moved.to_id = @actor AND moved.from_id = link.from_id AND moved.kind = link.kind), char(10))
     WHERE to_id = @into AND EXISTS (SELECT 1 FROM link AS moved WHERE moved.to_id = @actor AND moved.from_id = link.from_id AND moved.kind = link.kind AND moved.note <> '')`,
    `DELETE FROM link WHERE to_id = @actor AND EXISTS (SELECT 1 FROM link AS kept WHERE kept.to_id = @into AND kept.from_id = link.from_id AND kept.kind = link.kind)`,
    'UPDATE link SET to_id = @into WHERE to_id = @actor',
  ].map((sql) => db.prepare<{ into: Id; actor: Id }>(sql))
  const removeItem = db.prepare<[Id]>('DELETE FROM item WHERE id = ?')
  return {
    move(actor: Id, into: Id): void {
      for (const step of steps) step.run({ into, actor })
    },
    remove: (actor: Id) => void removeItem.run(actor),
  }
}
