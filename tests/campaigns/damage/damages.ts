// Ways in which a workspace's bytes can be damaged, each by seeded chance.
import type { Random } from '../random.ts'

/** A workspace's bytes: the file, and the write-ahead log of one that was not closed. */
export interface Bytes {
  file: Buffer
  log: Buffer | null
}

/** The page size of a workspace, SQLite's default. In bytes. */
const page = 4096

const copyOf = ({ file, log }: Bytes): Bytes => ({ file: Buffer.from(file), log: log && Buffer.from(log) })

function flip(bytes: Buffer, count: number, from: number, to: number, random: Random): void {
  for (let done = 0; done < count; done += 1) {
    const at = random.whole(from, Math.max(from, to - 1))
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7))
  }
}

const aPage = (bytes: Buffer, random: Random): number => random.whole(0, Math.floor(bytes.length / page) - 1) * page

function noise(length: number, random: Random): Buffer {
  return Buffer.from(Array.from({ length }, () => random.whole(0, 255)))
}

/** Damages of the file of a closed workspace, by name. Each answers a new copy. */
export const fileDamages: Record<string, (whole: Bytes, random: Random) => Bytes> = {
  'one bit': (whole, random) => changed(whole, ({ file }) => flip(file, 1, 0, file.length, random)),
  'many bits': (whole, random) => changed(whole, ({ file }) => flip(file, random.whole(8, 400), 0, file.length, random)),
  'header bits': (whole, random) => changed(whole, ({ file }) => flip(file, random.whole(1, 6), 16, 100, random)),
  'page heads': (whole, random) =>
    changed(whole, ({ file }) => {
      const at = aPage(file, random)
      flip(file, random.whole(1, 3), at, at + 12, random)
    }),
  'zeroed page': (whole, random) =>
    changed(whole, ({ file }) => {
      const at = aPage(file, random)
      file.fill(0, at, at + page)
    }),
  'noise in a page': (whole, random) =>
    changed(whole, ({ file }) => void noise(page, random).copy(file, aPage(file, random))),
  'two pages swapped': (whole, random) =>
    changed(whole, ({ file }) => {
      const [one, other] = [aPage(file, random), aPage(file, random)]
      const kept = Buffer.from(file.subarray(one, one + page))
      file.copy(file, one, other, other + page)
      kept.copy(file, other)
    }),
  'cut short': (whole, random) => ({ ...whole, file: Buffer.from(whole.file.subarray(0, random.whole(1, whole.file.length - 1))) }),
  'cut at a page': (whole, random) => ({ ...whole, file: Buffer.from(whole.file.subarray(0, aPage(whole.file, random))) }),
  'zeroed tail': (whole, random) => changed(whole, ({ file }) => void file.fill(0, random.whole(1, file.length - 1))),
  'noise after the end': (whole, random) => ({ ...whole, file: Buffer.concat([whole.file, noise(random.whole(1, 9000), random)]) }),
}

/** Damages of the write-ahead log that a killed program left. */
export const logDamages: Record<string, (whole: Bytes, random: Random) => Bytes> = {
  'bits of the log': (whole, random) =>
    changed(whole, ({ log }) => log && flip(log, random.whole(1, 40), 0, log.length, random)),
  'log cut short': ({ file, log }, random) => ({ file: Buffer.from(file), log: log && Buffer.from(log.subarray(0, random.whole(1, log.length - 1))) }),
  'log of noise': (whole, random) => ({ ...copyOf(whole), log: noise(random.whole(1, 20_000), random) }),
  'log head zeroed': (whole) => changed(whole, ({ log }) => void log?.fill(0, 0, 32)),
}

function changed(whole: Bytes, change: (copy: Bytes) => unknown): Bytes {
  const copy = copyOf(whole)
  change(copy)
  return copy
}
