// The one normal form of text in Groundwork, so that offsets and quotes mean the same everywhere.

/** C0 controls that mean nothing in a text; NUL becomes U+FFFD instead, tab and line feed stay. */
// oxlint-disable-next-line no-control-regex -- these characters are the subject of the rule
const droppedControls = /[\u0001-\u0008\u000b\u000c\u000e-\u001f]/g

/** Characters of which a text in its canonical form may hold any: most texts hold no others, and are looked through once. */
const onlyCanonical = /^[\t\n\x20-\x7e\xa0-\u02ff\u0400-\u045f\u2010-\u2027\u2030-\u205e\u20ac]*$/

/**
 * Text in its canonical form: no byte order mark at the start; CRLF, CR, NEL, LS and PS as `\n`; NUL and
 * lone surrogates as U+FFFD; other C0 controls but tab and line feed dropped; Unicode NFC. Applying it twice
 * changes nothing. The result is at most a few times as long as the input (NFC expands some letters).
 */
export function normaliseText(raw: string): string {
  if (onlyCanonical.test(raw)) return raw
  return raw
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\0', '\ufffd')
    .replace(droppedControls, '')
    .replace(/^\ufeff+/, '')
    .toWellFormed()
    .normalize('NFC')
}
