// Names of exported files, safe on every system a file may travel to.
import { access } from 'node:fs/promises'
import { join } from 'node:path'

/** Longest name in characters, ending included; well below every file system's limit. */
const longest = 120
/** File systems count bytes (ext4: 255) as well, and a Chinese character has three, an emoji four or more. */
const longestBytes = 240

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u2028\u2029]/gu
/** Invisible characters that turn a name's direction or hide its ending; joiners within a character stay. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Noncharacter_Code_Point}]/gu
/** Device names that Windows takes for no file, whatever their ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i

/** A file name for a title, with an ending such as `pdf`; `fallback` stands in for a title of which nothing is left. */
export function fileNameFor(title: string, ending: string, fallback = 'Untitled memo'): string {
  const plain = title
    .toWellFormed()
    .normalize('NFC')
    .replace(forbidden, ' ')
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s~-]+/u, '')
  const base = withoutTail(cut(plain, longest - ending.length - 1, longestBytes - ending.length - 1)) || fallback
  return `${reserved.test(base) ? `_${base}` : base}.${ending}`
}

/** Windows drops dots and spaces at the end of a name, and then finds another file. */
const withoutTail = (text: string): string => text.replace(/[.\s]+$/u, '')

/** The longest start of whole user-perceived characters within both limits. */
function cut(text: string, characters: number, bytes: number): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    const longer = kept + segment
    // One for the underscore that a reserved name gets.
    if (longer.length > characters - 1 || Buffer.byteLength(longer) > bytes - 1) break
    kept = longer
  }
  return kept
}

/** The name, or with a number before its ending the first one that no file in the folder has. */
export async function freeName(folder: string, name: string): Promise<string> {
  const dot = name.lastIndexOf('.')
  for (let count = 1; count < 1000; count += 1) {
    const tried = count === 1 ? name : `${name.slice(0, dot)} (${count})${name.slice(dot)}`
    try {
      await access(join(folder, tried))
    } catch {
      return tried
    }
  }
  return name
}
