// SQL of what a split shows and moves.
import type { HeldMention, HeldStatement } from '../../shared/actors.ts'
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'

/** Who is moved from and to, and what. */
interface Move {
  actor: Id
  into: Id
  what: Id
}

/** Prepares the statements; what does not belong to the actor is never moved. */
export function splittingStore(db: Db) {
  const mentions = db.prepare<[Id], HeldMention>(
    `SELECT tag.id AS tag, segment.prefix AS before, segment.quote, segment.suffix AS after, source.title AS sourceTitle
     FROM tag JOIN passage ON passage.id = tag.passage_id JOIN segment ON segment.passage_id = passage.id AND segment.position = 0
     JOIN source ON source.id = passage.source_id
     WHERE tag.item_id = ? ORDER BY source.captured_at DESC, source.row DESC, segment.start LIMIT 20000`,
  )
  const statements = db.prepare<{ actor: Id }, HeldStatement>(
    `SELECT item.id AS item, item.statement AS name, 'says' AS relation FROM claim JOIN item ON item.id = claim.item_id WHERE speaker_id = @actor
     UNION ALL SELECT item.id, item.statement, 'is asked to' FROM recommendation JOIN item ON item.id = recommendation.item_id WHERE addressee_id = @actor
     UNION ALL SELECT item.id, item.statement, 'proposes' FROM recommendation JOIN item ON item.id = recommendation.item_id
       WHERE proponent_id = @actor AND addressee_id IS NOT @actor
     LIMIT 20000`,
  )
  const statementMoves = [
    'UPDATE claim SET speaker_id = @into WHERE item_id = @what AND speaker_id = @actor',
    'UPDATE recommendation SET addressee_id = @into WHERE item_id = @what AND addressee_id = @actor',
    'UPDATE recommendation SET proponent_id = @into WHERE item_id = @what AND proponent_id = @actor',
  ].map((sql) => db.prepare<Move>(sql))
  const tagMoves = [
    // A passage that the other actor is tagged on already keeps that tag, with the comments of both.
    `UPDATE tag SET comment = trim(comment || char(10) || (SELECT moved.comment FROM tag AS moved WHERE moved.id = @what), char(10))
     WHERE item_id = @into AND passage_id = (SELECT passage_id FROM tag AS moved WHERE moved.id = @what AND moved.item_id = @actor AND moved.comment <> '')`,
    `DELETE FROM tag WHERE id = @what AND item_id = @actor
       AND EXISTS (SELECT 1 FROM tag AS kept WHERE kept.passage_id = tag.passage_id AND kept.item_id = @into)`,
    'UPDATE tag SET item_id = @into WHERE id = @what AND item_id = @actor',
  ].map((sql) => db.prepare<Move>(sql))
  return {
    mentions: (actor: Id) => mentions.all(actor),
    statements: (actor: Id) => statements.all({ actor }),
    moveTag(move: Move): void {
      for (const step of tagMoves) step.run(move)
    },
    moveStatement(move: Move): void {
      for (const step of statementMoves) step.run(move)
    },
  }
}
