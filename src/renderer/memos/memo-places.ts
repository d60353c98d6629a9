// Where the writer was in each memo: caret and scroll, kept in the browser, since losing them harms nothing.
import type { Id } from '../../shared/identifiers.ts'

/** `caret` is a position of the document, `scroll` CSS pixels from the top. */
export interface MemoPlace {
  caret: number
  scroll: number
}

const shelf = 'groundwork.memo-places'
const most = 60

function readPlaces(): Record<Id, MemoPlace> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(shelf) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<Id, MemoPlace>) : {}
  } catch {
    return {}
  }
}

/** The place kept for a memo; null for none. */
export function placeIn(memo: Id): MemoPlace | null {
  const place = readPlaces()[memo]
  return Number.isInteger(place?.caret) && Number.isFinite(place?.scroll) ? (place as MemoPlace) : null
}

/** Keeps a memo's place, and forgets those of the memos that were left longest ago. */
export function keepPlace(memo: Id, place: MemoPlace): void {
  const { [memo]: _before, ...others } = readPlaces()
  const kept = Object.fromEntries([...Object.entries(others).slice(1 - most), [memo, place]])
  try {
    localStorage.setItem(shelf, JSON.stringify(kept))
  } catch {
    // Storage may be closed to the page or full.
  }
}
