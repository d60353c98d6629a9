// The trees of a SQLite file, walked past whatever is broken in them.
import type { RawPages } from './raw-pages.ts'
import { leafRow, type RawRow } from './raw-records.ts'

const tableLeaf = 0x0d
const tableBranch = 0x05
const indexLeaf = 0x0a
const indexBranch = 0x02

/** What was seen on a walk: pages that belong to something, and whether anything was broken. */
export interface Walk {
  seen: Set<number>
  broken: number
}

export const newWalk = (): Walk => ({ seen: new Set(), broken: 0 })

/** The head of a tree page stands behind the file's own on the first page. */
const headOf = (number: number): number => (number === 1 ? 100 : 0)

function cellPlaces(page: Buffer, head: number, headLength: number): number[] {
  const count = page.readUInt16BE(head + 3)
  const places: number[] = []
  for (let cell = 0; cell < count; cell += 1) {
    const at = head + headLength + cell * 2
    if (at + 2 > page.length) break
    places.push(page.readUInt16BE(at))
  }
  return places
}

/** The rows of one leaf page; a cell that cannot be read is counted as broken. */
export function* leafRows(pages: RawPages, number: number, walk: Walk): Generator<RawRow> {
  const page = pages.page(number)
  if (!page) return
  for (const place of cellPlaces(page, headOf(number), 8)) {
    try {
      yield leafRow(pages, page, place, (overflow) => walk.seen.add(overflow))
    } catch {
      // Whatever a wrong byte made the reading trip over: this row is lost, the next one need not be.
      walk.broken += 1
    }
  }
}

function children(page: Buffer, number: number): number[] {
  const head = headOf(number)
  const left = cellPlaces(page, head, 12).map((place) => (place + 4 <= page.length ? page.readUInt32BE(place) : 0))
  return [...left, page.readUInt32BE(head + 8)]
}

/** The rows of the table whose tree begins at `root`, in the order of the tree. */
export function* tableRows(pages: RawPages, root: number, walk: Walk): Generator<RawRow> {
  const waiting = [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = pages.page(number)
    if (!page || walk.seen.has(number)) {
      walk.broken += 1
      continue
    }
    walk.seen.add(number)
    const kind = page[headOf(number)]
    if (number === root && (kind === indexLeaf || kind === indexBranch)) {
      // A table without rowids lies in an index's tree; no workspace keeps content in one.
      walk.seen.delete(number)
      indexEntries(pages, number, walk)
    } else if (kind === tableLeaf) yield* leafRows(pages, number, walk)
    else if (kind === tableBranch) waiting.push(...children(page, number).toReversed())
    else {
      // Its kind is unknown, so that it may be another tree's: left for the search among strays.
      walk.seen.delete(number)
      walk.broken += 1
    }
  }
}

/** How many entries the index at `root` has: as many as its table had rows, as far as the index itself is sound. */
export function indexEntries(pages: RawPages, root: number, walk: Walk): number {
  let entries = 0
  const waiting = [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = pages.page(number)
    if (!page || walk.seen.has(number)) continue
    const head = headOf(number)
    const kind = page[head]
    if (kind !== indexLeaf && kind !== indexBranch) continue
    walk.seen.add(number)
    entries += Math.min(page.readUInt16BE(head + 3), pages.size / 4)
    if (kind === indexBranch) waiting.push(...children(page, number))
  }
  return entries
}

/** Pages that SQLite has set aside for later; what is written in them was deleted. */
export function freePages(pages: RawPages): Set<number> {
  const free = new Set<number>()
  let trunk = pages.page(1)?.readUInt32BE(32) ?? 0
  while (trunk > 0 && trunk <= pages.count && !free.has(trunk)) {
    const page = pages.page(trunk)
    if (!page) break
    free.add(trunk)
    const leaves = Math.min(page.readUInt32BE(4), Math.floor(pages.usable / 4) - 2)
    for (let leaf = 0; leaf < leaves; leaf += 1) free.add(page.readUInt32BE(8 + leaf * 4))
    trunk = page.readUInt32BE(0)
  }
  return free
}

/** Rows of leaf pages that no tree leads to any more. */
export function* strayRows(pages: RawPages, walk: Walk): Generator<RawRow> {
  const free = freePages(pages)
  for (let number = 2; number <= pages.count; number += 1) {
    if (walk.seen.has(number) || free.has(number)) continue
    const page = pages.page(number)
    if (page?.[0] === tableLeaf) yield* leafRows(pages, number, { seen: new Set(), broken: 0 })
  }
}
