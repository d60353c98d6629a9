// Cells and records of the SQLite file format, read with the suspicion that any byte of them may be wrong.
import type { RawPages } from './raw-pages.ts'

export type RawValue = null | number | bigint | string | Buffer

/** A row as it lies in a table's leaf page. */
export interface RawRow {
  rowid: bigint
  values: RawValue[]
}

/** Anything larger is a damaged length, not a value. In bytes. */
const longestRecord = 1_000_000_000

/** Something in a page is not what the format says. */
export class Unreadable extends Error {}

const fail = (): never => {
  throw new Unreadable('not a record')
}

/** The variable-length number at a place, and the place behind it. */
export function varint(bytes: Buffer, at: number): [value: bigint, next: number] {
  let value = 0n
  for (let length = 0; length < 9; length += 1) {
    const byte = bytes[at + length]
    if (byte === undefined) return fail()
    if (length === 8) return [BigInt.asIntN(64, (value << 8n) | BigInt(byte)), at + 9]
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80) return [value, at + length + 1]
  }
  return fail()
}

/** How much of a record of `length` bytes lies in the leaf page itself. */
function localLength(usable: number, length: number): number {
  const most = usable - 35
  if (length <= most) return length
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const local = least + ((length - least) % (usable - 4))
  return local <= most ? local : least
}

/** The bytes of a record with those of its overflow pages. `onPage` hears each of them. */
function payload(pages: RawPages, page: Buffer, at: number, length: number, onPage: (page: number) => void): Buffer {
  const local = localLength(pages.usable, length)
  if (at + local > pages.size) return fail()
  const parts = [page.subarray(at, at + local)]
  let rest = length - local
  if (rest > pages.count * pages.usable) return fail()
  let next = rest > 0 ? page.readUInt32BE(at + local) : 0
  while (rest > 0) {
    const overflow = pages.page(next)
    if (!overflow) return fail()
    onPage(next)
    const part = overflow.subarray(4, 4 + Math.min(rest, pages.usable - 4))
    parts.push(part)
    rest -= part.length
    next = overflow.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

const exactText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function valueOf(bytes: Buffer, kind: number, at: number): [value: RawValue, next: number] {
  const widths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
  const width = kind >= 12 ? Math.floor((kind - 12) / 2) : (widths[kind] ?? fail())
  const next = at + width
  if (next > bytes.length) return fail()
  if (kind === 0) return [null, next]
  if (kind === 8 || kind === 9) return [kind - 8, next]
  if (kind === 7) return [bytes.readDoubleBE(at), next]
  if (kind === 6) return [bytes.readBigInt64BE(at), next]
  if (kind < 6) return [bytes.readIntBE(at, width), next]
  const part = bytes.subarray(at, next)
  if (kind % 2 === 0) return [Buffer.from(part), next]
  // Nothing that Groundwork keeps holds a NUL: where one stands, bytes were wiped.
  if (part.includes(0)) return fail()
  try {
    return [exactText.decode(part), next]
  } catch {
    return fail()
  }
}

/** The values of a record; throws Unreadable. */
export function recordValues(bytes: Buffer): RawValue[] {
  const [headLength, first] = varint(bytes, 0)
  if (headLength > BigInt(bytes.length)) return fail()
  const values: RawValue[] = []
  let at = Number(headLength)
  for (let place = first; place < Number(headLength); ) {
    const [kind, next] = varint(bytes, place)
    if (kind < 0n || kind > BigInt(longestRecord) * 2n + 13n) return fail()
    const [value, after] = valueOf(bytes, Number(kind), at)
    values.push(value)
    at = after
    place = next
  }
  // What is left over would be a value that the head has lost.
  return at === bytes.length ? values : fail()
}

/** The row of the cell at a place of a table's leaf page; throws Unreadable. */
export function leafRow(pages: RawPages, page: Buffer, at: number, onPage: (page: number) => void): RawRow {
  const [length, afterLength] = varint(page, at)
  if (length < 1n || length > BigInt(longestRecord)) return fail()
  const [rowid, start] = varint(page, afterLength)
  return { rowid, values: recordValues(payload(pages, page, start, Number(length), onPage)) }
}
