// SQL of the code tree.
import type { Db } from '../database/open-database.ts'
import type { Code, CodeColour } from '../../shared/codes.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'

export type CodeRow = Omit<Code, 'path' | 'total'>

const columns = `id, parent_id AS parent, name, colour, description, position, shortcut,
  (SELECT count(*) FROM item JOIN tag ON tag.item_id = item.id
   JOIN passage ON passage.id = tag.passage_id AND passage.source_id NOT IN (SELECT id FROM source WHERE trashed_at IS NOT NULL)
   WHERE item.code_id = code.id) AS uses`

/** One passage of a code; `quote` is its first segment's, with "…" when more follow. */
export interface ExampleRow {
  code: Id
  passage: Id
  quote: string
  source: string
  /** 1 when it was chosen by hand, else 0. */
  chosen: number
}

/** Prepares the statements of codes. */
export function codesStore(db: Db) {
  const list = db.prepare<[], CodeRow>(`SELECT ${columns} FROM code ORDER BY position, name COLLATE NOCASE`)
  const one = db.prepare<[Id], CodeRow>(`SELECT ${columns} FROM code WHERE id = ?`)
  const next = db
    .prepare<[Id | null], number>('SELECT coalesce(max(position), 0) + 1 FROM code WHERE parent_id IS ?')
    .pluck()
  const insert = db.prepare(
    'INSERT INTO code (id, parent_id, name, colour, position) VALUES (@id, @parent, @name, @colour, @position)',
  )
  const update = db.prepare(
    'UPDATE code SET name = @name, colour = @colour, description = @description, shortcut = @shortcut WHERE id = @id',
  )
  const place = db.prepare('UPDATE code SET parent_id = @parent, position = @position WHERE id = @id')
  const adopt = db.prepare('UPDATE code SET parent_id = ? WHERE parent_id = ?')
  const uncode = db.prepare('UPDATE item SET code_id = NULL WHERE code_id = ?')
  const recode = db.prepare('UPDATE item SET code_id = @to WHERE code_id = @from')
  const remove = db.prepare('DELETE FROM code WHERE id = ?')
  // A note is a duplicate when nothing of its own would be lost: no comment, no link, the same words on every passage.
  const duplicates = db
    .prepare<{ from: Id; to: Id }, Id>(
      `SELECT note.id FROM item AS note WHERE note.code_id = @from AND note.kind = 'note' AND note.comment = ''
         AND NOT EXISTS (SELECT 1 FROM link WHERE note.id IN (from_id, to_id))
         AND EXISTS (SELECT 1 FROM tag WHERE item_id = note.id)
         AND NOT EXISTS (SELECT 1 FROM tag AS own WHERE own.item_id = note.id AND (own.comment <> '' OR NOT EXISTS (
           SELECT 1 FROM tag AS other JOIN item ON item.id = other.item_id
           WHERE other.passage_id = own.passage_id AND item.code_id = @to AND item.kind = 'note'
             AND item.statement = note.statement)))`,
    )
    .pluck()
  const removeNote = db.prepare('DELETE FROM item WHERE id = ?')
  const examples = db.prepare<[number], ExampleRow>(
    `SELECT code, passage, segment.quote || CASE WHEN EXISTS (
         SELECT 1 FROM segment AS later WHERE later.passage_id = passage AND later.position > 0) THEN ' …' ELSE '' END AS quote,
       source.title AS source, chosen
     FROM (SELECT item.code_id AS code, tag.passage_id AS passage, max(tag_example.tag_id IS NOT NULL) AS chosen,
             row_number() OVER (PARTITION BY item.code_id ORDER BY max(tag_example.tag_id IS NOT NULL) DESC, min(tag.row)) AS place
           FROM item JOIN tag ON tag.item_id = item.id LEFT JOIN tag_example ON tag_example.tag_id = tag.id
           WHERE item.code_id IS NOT NULL GROUP BY item.code_id, tag.passage_id)
     JOIN passage AS kept ON kept.id = passage JOIN source ON source.id = kept.source_id AND +source.trashed_at IS NULL
     JOIN segment ON segment.passage_id = passage AND segment.position = 0
     WHERE place <= ? OR chosen ORDER BY code, place`,
  )
  const chosen = db
    .prepare<[Id], Id>('SELECT tag.id FROM item JOIN tag ON tag.item_id = item.id JOIN tag_example ON tag_example.tag_id = tag.id WHERE item.code_id = ? ORDER BY tag.row')
    .pluck()
  const hasTag = db.prepare<[Id], Id>('SELECT id FROM tag WHERE id = ?').pluck()
  const chooseExample = db.prepare('INSERT INTO tag_example (tag_id, chosen_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const dropExample = db.prepare('DELETE FROM tag_example WHERE tag_id = ?')
  return {
    list: () => list.all(),
    one: (id: Id) => one.get(id),
    nextPosition: (parent: Id | null) => Number(next.get(parent)),
    insert: (code: { id: Id; parent: Id | null; name: string; colour: CodeColour; position: number }) =>
      void insert.run(code),
    update: (code: Pick<CodeRow, 'id' | 'name' | 'colour' | 'description' | 'shortcut'>) => void update.run(code),
    place: (code: Pick<CodeRow, 'id' | 'parent' | 'position'>) => void place.run(code),
    /** Puts one code's notes under another; those that say nothing more than what is there already go. */
    moveAllNotes(from: Id, to: Id): void {
      for (const note of duplicates.all({ from, to })) removeNote.run(note)
      recode.run({ from, to })
    },
    /** The chosen examples of every code, filled up to so many with its first passages. */
    examples: (count: number) => examples.all(count),
    /** The tags that were chosen as examples of a code. */
    chosenExamples: (code: Id) => chosen.all(code),
    hasTag: (tag: Id) => hasTag.get(tag) !== undefined,
    chooseExample: (tag: Id, at: Instant) => void chooseExample.run(tag, at),
    dropExample: (tag: Id) => void dropExample.run(tag),
    /** Takes a code out of the tree: its children go to its parent, its notes lose their code. */
    remove(code: Pick<CodeRow, 'id' | 'parent'>): void {
      adopt.run(code.parent, code.id)
      uncode.run(code.id)
      remove.run(code.id)
    },
  }
}

export type CodesStore = ReturnType<typeof codesStore>
