// What stands in the parts of a Word document, read from its XML.
import { fromBuffer } from 'yauzl'


/** The files of a zip by name, as text. */
export function zipParts(bytes: Uint8Array): Promise<Record<string, string>> {
  const parts: Record<string, string> = {}
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('error', reject)
      zip.on('end', () => resolve(parts))
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as Parameters<typeof zip.openReadStream>[0], (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            parts[entry.fileName] = Buffer.concat(chunks).toString('utf8')
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text of markup: entities read, white space as one space. */
export const decoded = (text: string): string =>
  text
    .replaceAll(/&(?:(lt|gt|amp|quot|apos)|#(\d+)|#x([0-9a-f]+));/gi, (_, name: string, decimal: string, hex: string) =>
      name ? (entities[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replaceAll(/\s+/g, ' ')

/** A part's words. */
export const wordsIn = (xml: string): string =>
  decoded(
    xml
      .replaceAll(/<w:(?:br|tab)\/>|<\/w:p>/g, ' ')
      .replaceAll(/<[^>]*>/g, ''),
  )
