// Signs that bytes are no text: the opening bytes of well-known formats, and control characters.
/* oxlint-disable no-control-regex -- such characters are the subject of these rules */

/** Opening bytes (Latin-1) of formats that turn up under a text file's name, and what a message calls them. */
const openings: readonly (readonly [opening: RegExp, kind: string])[] = [
  [/^\x89PNG\r\n/, 'a PNG picture'],
  [/^\xff\xd8\xff/, 'a JPEG picture'],
  [/^GIF8[79]a[\s\S]{4}[\x80-\xff]/, 'a GIF picture'],
  [/^RIFF[\s\S]{4}(?:WEBP|WAVE|AVI )/, 'a picture, sound or film'],
  [/^II\*\x00|^MM\x00\*/, 'a TIFF picture'],
  [/^[\s\S]{4}ftyp[a-zA-Z0-9]{3}/, 'a film or picture'],
  [/^ID3[\x02-\x04]\x00/, 'a sound'],
  [/^%PDF-\d/, 'a PDF document'],
  [/^\{\\rtf1/, 'an RTF document'],
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, 'a zip archive or an office document'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'an old office document'],
  [/^Rar!\x1a\x07/, 'a RAR archive'],
  [/^7z\xbc\xaf\x27\x1c/, 'a 7-Zip archive'],
  [/^\x1f\x8b/, 'a gzip archive'],
  [/^BZh[1-9]1AY&SY/, 'a bzip2 archive'],
  [/^\xfd7zXZ\x00/, 'an xz archive'],
  [/^\x28\xb5\x2f\xfd/, 'a Zstandard archive'],
  [/^[\s\S]{257}ustar[\x00 ]/, 'a tar archive'],
  [/^\x7fELF/, 'a program'],
  [/^MZ[\s\S]{58}[\s\S]{2}\x00\x00/, 'a program'],
  [/^(?:\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|\xfe\xed\xfa\xcf)/, 'a program'],
  [/^\x00asm/, 'a program'],
  [/^SQLite format 3\x00/, 'a database'],
  [/^(?:OTTO\x00|\x00\x01\x00\x00\x00|wOFF|wOF2)/, 'a font'],
]

/** What the bytes are when their opening gives them away as no text, as a noun with its article; null otherwise. */
export function binaryKind(bytes: Uint8Array): string | null {
  const opening = latin1.decode(bytes.subarray(0, 512))
  return openings.find(([pattern]) => pattern.test(opening))?.[1] ?? null
}

/** Node's own Latin-1, unlike the `iso-8859-1` of WHATWG, keeps each byte as its own code unit. */
const latin1 = {
  decode: (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
}

/** C0 controls that no text needs (escape, form feed and the like can occur in logs and old files), NUL and DEL. */
const strayControls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g

/** More than three stray controls, and more than one character in a hundred, is no text. */
export function looksBinary(text: string): boolean {
  let strays = 0
  const allowed = Math.max(3, text.length / 100)
  for (const [stray] of text.matchAll(strayControls)) {
    strays += stray.length
    if (strays > allowed) return true
  }
  return false
}
