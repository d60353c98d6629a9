// The claims board: every claim of the workspace on one page of the Reader.
import { ItemList } from '../library/item-list.tsx'
import './board.css'

/** The page's content. */
export function Board() {
  return (
    <section className="board" aria-label="Claims board">
      <ItemList kind="claim" />
    </section>
  )
}
