// The pages of a SQLite file that may be damaged, read without SQLite: the file and what its write-ahead log adds.
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** The pages of a file, numbered from 1. `page` answers null for one that is not there. */
export interface RawPages {
  size: number
  /** Bytes of a page that hold content. */
  usable: number
  count: number
  page(number: number): Buffer | null
  close(): void
}

/** SQLite's default, which every workspace has; stands in when the head of the file cannot be read. In bytes. */
const usualSize = 4096

function plausibleSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0
}

function readAt(file: number, length: number, position: number): Buffer | null {
  const bytes = Buffer.alloc(length)
  const read = readSync(file, bytes, 0, length, position)
  return read === length ? bytes : null
}

interface Sums {
  one: number
  two: number
}

/** The checksum of the file format: pairs of 32-bit words, summed crosswise. */
function addSums({ one, two }: Sums, bytes: Buffer, big: boolean): Sums {
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    one = (one + (big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + two) >>> 0
    two = (two + (big ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + one) >>> 0
  }
  return { one, two }
}

/** Where the newest committed content of each page lies in the log; frames from the first wrong checksum on do not count. */
function committedFrames(log: number, size: number): Map<number, number> {
  const committed = new Map<number, number>()
  const head = readAt(log, 32, 0)
  if (!head || (head.readUInt32BE(0) & 0xfffffffe) >>> 0 !== 0x377f0682 || head.readUInt32BE(8) !== size) return committed
  const big = (head.readUInt32BE(0) & 1) === 1
  let sums = addSums({ one: 0, two: 0 }, head.subarray(0, 24), big)
  if (sums.one !== head.readUInt32BE(24) || sums.two !== head.readUInt32BE(28)) return committed
  const pending = new Map<number, number>()
  for (let at = 32; ; at += 24 + size) {
    const frame = readAt(log, 24 + size, at)
    if (!frame || !frame.subarray(8, 16).equals(head.subarray(16, 24))) return committed
    sums = addSums(addSums(sums, frame.subarray(0, 8), big), frame.subarray(24), big)
    if (sums.one !== frame.readUInt32BE(16) || sums.two !== frame.readUInt32BE(20)) return committed
    pending.set(frame.readUInt32BE(0), at + 24)
    if (frame.readUInt32BE(4) === 0) continue
    for (const [page, place] of pending) committed.set(page, place)
    pending.clear()
  }
}

/** Opens the pages of `path` for reading only; without the log those of the file alone. */
export function openRawPages(path: string, withLog = true): RawPages {
  const file = openSync(path, 'r')
  const log = withLog && existsSync(`${path}-wal`) ? openSync(`${path}-wal`, 'r') : null
  const head = readAt(file, 100, 0)
  const written = head?.readUInt16BE(16) ?? 0
  const said = written === 1 ? 65_536 : written
  const size = plausibleSize(said) ? said : usualSize
  // Workspaces reserve nothing; a few bytes per page at most are believed.
  const reserved = (head?.[20] ?? 0) <= 32 ? (head?.[20] ?? 0) : 0
  const frames = log === null ? new Map<number, number>() : committedFrames(log, size)
  const inFile = Math.ceil(fstatSync(file).size / size)
  return {
    size,
    usable: size - reserved,
    count: [...frames.keys()].reduce((most, page) => Math.max(most, page), inFile),
    page(number) {
      if (!Number.isInteger(number) || number < 1) return null
      const frame = frames.get(number)
      if (frame !== undefined && log !== null) return readAt(log, size, frame)
      return number <= inFile ? readAt(file, size, (number - 1) * size) : null
    },
    close() {
      closeSync(file)
      if (log !== null) closeSync(log)
    },
  }
}
