// Zip archives from strangers: every byte counted as it is inflated, every name confined, no entry inside another.
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import type { DocumentInput, Step } from './reading.ts'
import { refusal } from './refusal.ts'

const mostEntries = 20_000
/** Bounds of what is inflated, in bytes; a book of a thousand pages has about 3 MB of text with its markup. */
const largestEntry = 48 * 1024 * 1024
const largestTotal = 96 * 1024 * 1024

/** An entry's name without folders that lead elsewhere; files are told apart by it. */
export type Archive = ReadonlyMap<string, Buffer>

/**
 * The entries of a zip archive that are wanted, inflated. Rejects with `source.damaged`, `source.too-large` (entries that
 * inflate beyond bounds), `source.protected` (encrypted entries) and refuses names that leave the archive.
 */
export async function readArchive(input: DocumentInput, step: Step, wanted: (name: string) => boolean): Promise<Archive> {
  const zip = await opened(input)
  const entries = await entriesOf(zip, input)
  refuseOverlaps(entries, input)
  const chosen = entries.filter((entry) => wanted(entry.fileName))
  const declared = chosen.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (declared > largestTotal || chosen.some((entry) => entry.uncompressedSize > largestEntry)) throw tooLarge(input)
  const files = new Map<string, Buffer>()
  let left = largestTotal
  for (const entry of chosen) {
    if (entry.isEncrypted()) throw refusal('source.protected', input, 'it is protected by a password. Save a copy without one and import that.')
    step()
    const bytes = await inflated(zip, entry, Math.min(left, largestEntry), input)
    left -= bytes.length
    files.set(entry.fileName, bytes)
  }
  return files
}

const damaged = (input: DocumentInput, how: string) => refusal('source.damaged', input, `it is damaged: ${how}.`)
const tooLarge = (input: DocumentInput) => refusal('source.too-large', input, 'what is packed in it would take up too much room. It may be made to fill the memory.')

function opened(input: DocumentInput): Promise<ZipFile> {
  const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length)
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error || !zip) reject(damaged(input, 'it is not the archive that its name says'))
      else resolve(zip)
    })
  })
}

function entriesOf(zip: ZipFile, input: DocumentInput): Promise<Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > mostEntries) reject(tooLarge(input))
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error: Error) => {
      const confined = /path|file ?name|character/i.test(error.message)
      reject(damaged(input, confined ? 'a name in it leads out of it' : 'the list of what is packed in it is broken'))
    })
    zip.readEntry()
  })
}

/** Entries that share bytes let a small file inflate to a great one, each time within the bounds of one entry. */
function refuseOverlaps(entries: readonly Entry[], input: DocumentInput): void {
  const spans = entries
    .map((entry) => ({ start: entry.relativeOffsetOfLocalHeader, end: entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize }))
    .toSorted((a, b) => a.start - b.start)
  for (const [at, span] of spans.entries()) {
    if (at > 0 && span.start < (spans[at - 1]?.end ?? 0)) throw damaged(input, 'parts of it overlap, as in archives made to fill the memory')
  }
}

function inflated(zip: ZipFile, entry: Entry, most: number, input: DocumentInput): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(damaged(input, 'a part of it cannot be unpacked'))
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > most) stream.destroy(tooLarge(input))
        else chunks.push(chunk)
      })
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', (thrown: Error) => reject(thrown.message.includes(' was not imported: ') ? thrown : damaged(input, 'a part of it cannot be unpacked')))
    })
  })
}
