// Hard-wrapped text: is it, and where do its paragraphs end?

/** Widths, in UTF-16 code units, between which text is wrapped by programs and typists. */
const narrowest = 40
const widest = 140

const sentenceEnd = /[.!?…。！？:;][)\]»”’"']*$/u
const startsLower = /^[\p{Ps}\p{Pi}"']*\p{Ll}/u
const startsUpper = /^[\p{Ps}\p{Pi}"']*[\p{Lu}\p{Lt}]/u
const listItem = /^\s*(?:[-*•–—·]|\(?\d{1,3}[.)]|[a-z][.)])\s/
/** A shortcode or an editor's note on a line of its own. */
const inBrackets = /^\s*\[.*\]\s*$/
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u

/**
 * True when the lines of a text are broken by width and not by paragraph: of the lines that another follows
 * without a blank one between, most are nearly as wide as the widest, few end a sentence, and (in scripts with
 * case) a good part of the lines that follow goes on in lower case.
 */
export function isHardWrapped(lines: readonly string[]): boolean {
  const width = wrappingWidth(lines)
  if (width < narrowest || width > widest) return false
  let pairs = 0
  let full = 0
  let ended = 0
  let lower = 0
  let upper = 0
  for (const [line, next] of neighbours(lines)) {
    pairs += 1
    if (hadNoRoomFor(next, line, width)) full += 1
    if (sentenceEnd.test(line)) ended += 1
    if (startsLower.test(next)) lower += 1
    if (startsUpper.test(next)) upper += 1
  }
  return pairs > 0 && full >= pairs * 0.6 && ended <= pairs * 0.6 && lower >= (lower + upper) * 0.3
}

/**
 * The paragraphs of hard-wrapped lines, each on one line. A paragraph ends at a blank line, before an indented
 * line or a list item, after a line that ends a sentence with room to spare, and after a very short line.
 */
export function joinWrappedLines(lines: readonly string[]): string[] {
  const width = wrappingWidth(lines)
  const paragraphs: string[][] = []
  let previous = ''
  for (const raw of lines) {
    const line = raw.trim()
    const current = paragraphs.at(-1)
    if (line !== '') {
      const goesOn = current && previous.trim() !== '' && !endsParagraph(previous, raw, width)
      if (goesOn) current.push(joint(previous.trim(), line), line)
      else paragraphs.push([line])
    }
    previous = raw
  }
  return paragraphs.map((parts) => parts.join(''))
}

function endsParagraph(line: string, next: string, width: number): boolean {
  const indented = /^(?: {2,}|\t)/.test(next) && !/^(?: {2,}|\t)/.test(line)
  if ((indented && !listItem.test(line)) || listItem.test(next)) return true
  if (inBrackets.test(line) || inBrackets.test(next)) return true
  if (sentenceEnd.test(line.trim())) return !hadNoRoomFor(next, line, width, 0.95)
  return line.trim().length < width * 0.6 && !hadNoRoomFor(next, line, width)
}

/** What stands between two lines that are joined: nothing in scripts without spaces and after a split compound. */
function joint(line: string, next: string): string {
  if (unspaced.test(line.slice(-1)) && unspaced.test(next.slice(0, 1))) return ''
  // "cease-" and "fire" are one word; "pre-" and "and post-war" are not.
  const conjunction = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e)\b/.test(next)
  return /\p{L}-$/u.test(line) && /^\p{Ll}/u.test(next) && !conjunction ? '' : ' '
}

/** True when the next line's first word (in scripts without spaces its first character) had no room any more. */
function hadNoRoomFor(next: string, line: string, width: number, share = 0.9): boolean {
  const word = /^\s*(\S+)/.exec(next)?.[1] ?? ''
  const needed = unspaced.test(word.slice(0, 1)) ? 1 : Math.min(word.length, 30) + 1
  return line.trimEnd().length + needed > width * share
}

/** The width nine in ten followed lines keep to; the few that exceed it hold a long word or an address. */
function wrappingWidth(lines: readonly string[]): number {
  const lengths: number[] = []
  for (const [line] of neighbours(lines)) lengths.push(line.length)
  lengths.sort((a, b) => a - b)
  return lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * 0.9))] ?? 0
}

/** Each line with the next one, where both hold text; spaces at line ends do not count. */
function* neighbours(lines: readonly string[]): Generator<[line: string, next: string]> {
  let previous = ''
  for (const raw of lines) {
    const line = raw.trimEnd()
    if (previous.trim() !== '' && line.trim() !== '') yield [previous, line.trimStart()]
    previous = line
  }
}
