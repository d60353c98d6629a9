// How pdf.js inflates the streams of a page: bounded, and at one go. It takes whatever is called DecompressionStream.
import { constants, inflateSync } from 'node:zlib'

/** The most that the streams of one page may inflate to, in bytes. Pages of text have a few hundred thousand. */
const mostOfPage = 16 * 1024 * 1024

let left = mostOfPage
let tooMuch = false

/** Counts what is inflated of a page. */
export const boundedInflation = {
  /** A page begins. */
  begin(): void {
    left = mostOfPage
    tooMuch = false
  },
  /** Whether the page's streams were to grow beyond the bound; of the one that was, nothing is read. */
  exceeded: (): boolean => tooMuch,
}

/** Takes one chunk and gives one, as pdf.js uses it: it writes all that it has and reads until the end. */
class BoundedInflation {
  constructor(format: string) {
    // pdf.js reads other packings by itself.
    if (format !== 'deflate') throw new TypeError(`no ${format}`)
  }

  private packed: Uint8Array = new Uint8Array()
  private given = false
  readonly writable = { getWriter: () => ({ write: (bytes: Uint8Array) => this.take(bytes), close: () => Promise.resolve() }) }
  readonly readable = { getReader: () => ({ read: () => this.give() }) }

  private take(bytes: Uint8Array): Promise<void> {
    this.packed = bytes
    return Promise.resolve()
  }

  /** Rejects for damaged data, which pdf.js then reads as far as it goes. */
  private async give(): Promise<{ done: boolean; value?: Uint8Array }> {
    if (this.given) return { done: true }
    this.given = true
    return { done: false, value: inflated(this.packed) }
  }
}

function inflated(packed: Uint8Array): Uint8Array {
  if (tooMuch) return new Uint8Array()
  try {
    const bytes = inflateSync(packed, { maxOutputLength: Math.max(left, 1), finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 64 * 1024 })
    left -= bytes.length
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    tooMuch = true
    return new Uint8Array()
  }
}

globalThis.DecompressionStream = BoundedInflation as unknown as typeof DecompressionStream
