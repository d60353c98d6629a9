// The encoding a document names: its byte order mark, its transport, an HTML page's own meta element.

/** A byte order mark's encoding; `utf-32` is recognised so that it can be refused; null without one. */
export function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 4 ? 'utf-32' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32'
  return null
}

/** The encoding of a media type's charset parameter, as a WHATWG name; null without a known one. */
export function charsetOf(mediaType: string | null | undefined): string | null {
  const label = /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(mediaType ?? '')?.[1]
  return label ? encodingNamed(label) : null
}

/**
 * The encoding that an HTML page names in its first 1024 bytes, by the prescan of the HTML standard
 * (§13.2.3.2): UTF-16 there means UTF-8, x-user-defined Windows-1252, comments do not count. Null without one.
 */
export function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  for (const [meta] of head.matchAll(/<meta[\s/][^>]*/gi)) {
    const direct = /[\s/"']charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(meta)?.[1]
    const named = direct ?? (/http-equiv\s*=\s*["']?content-type/i.test(meta) ? charsetInContent(meta) : undefined)
    const encoding = named ? encodingNamed(named) : null
    if (encoding === 'utf-16le' || encoding === 'utf-16be') return 'utf-8'
    if (encoding) return encoding
  }
  return null
}

function charsetInContent(meta: string): string | undefined {
  return /content\s*=\s*["']?[^"'>]*charset\s*=\s*([^\s"'/>;]+)/i.exec(meta)?.[1]
}

function encodingNamed(label: string): string | null {
  if (label.toLowerCase() === 'x-user-defined') return 'windows-1252'
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}
