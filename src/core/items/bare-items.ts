// Items that nothing holds any more: no passage, and no other item that names them.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'

/**
 * A function that removes those of the given items that are left without passage and without mention.
 * Taking a tag off is how a mistaken tag is withdrawn: the item it made must not linger unseen.
 */
export function removeBareItems(db: Db): (items: Id[]) => void {
  const remove = db.prepare(
    `DELETE FROM item WHERE id = @id AND comment = ''
     AND NOT EXISTS (SELECT 1 FROM tag WHERE item_id = @id)
     AND NOT EXISTS (SELECT 1 FROM claim WHERE speaker_id = @id)
     AND NOT EXISTS (SELECT 1 FROM recommendation WHERE addressee_id = @id OR proponent_id = @id)
     AND NOT EXISTS (SELECT 1 FROM link WHERE from_id = @id OR to_id = @id)`,
  )
  return (items) => {
    for (const id of items) remove.run({ id })
  }
}
