// Lines to paragraphs and headings: by gaps, indents, the size of letters, and what a line ends with.
import { normaliseText } from '../../shared/normalise-text.ts'
import type { Line } from './pdf-columns.ts'
import { linkMarks } from './pdf-links.ts'
import type { DraftBlock } from './reading.ts'
import { collapseSpaces } from './white-space.ts'

const bullet = /^[•◦▪‣●○■□–—]\s+(?=\S)/
const numbered = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\[\d{1,3}\])\s+\S/i
const note = /^(?:\d{1,3}|[*†‡§¶])[.)]?\s?\S/
const ending = /[.!?:…]["'”’»)\]]*\d*$|[。！？]["”’」』]*$/

/**
 * The blocks of pages of lines that are in reading order; each has the page on which it begins, and those that it runs
 * over. `labelOf` says what is printed on a page.
 */
export function paragraphsOfPages(pages: readonly Line[][], labelOf: (page: number) => string): DraftBlock[] {
  const lines = pages.flat()
  if (lines.length === 0) return []
  const measures = { body: bodySize(lines), leading: leadingOf(lines), compounds: compoundsIn(lines), labelOf }
  const notes = new Set(pages.flatMap((page) => notesOf(page, measures.body)))
  const groups = groupLines(lines, notes, measures)
  const sizes = headingSizes(groups, measures.body)
  return groups.map((group) => asBlock(group, sizes, measures))
}

interface Measures {
  /** The size most characters have. */
  body: number
  /** From one baseline to the next, in letter heights. */
  leading: number
  /** Words with a hyphen that stand inside lines: `cease-fire`. */
  compounds: ReadonlySet<string>
  labelOf: (page: number) => string
}

const rounded = (size: number): number => Math.round(size * 2) / 2

function bodySize(lines: readonly Line[]): number {
  const characters = new Map<number, number>()
  for (const line of lines) characters.set(rounded(line.size), (characters.get(rounded(line.size)) ?? 0) + line.text.length)
  return [...characters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

function leadingOf(lines: readonly Line[]): number {
  const gaps: number[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before?.column !== line.column || Math.abs(before.size - line.size) > 0.5) continue
    const gap = (before.y - line.y) / line.size
    if (gap > 0.8 && gap < 2.5) gaps.push(gap)
  }
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 1.25
}

function compoundsIn(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap((line) => line.text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.toLowerCase()))
}

/** Footnotes: smaller lines that end a column, from one that begins with a figure or a sign. */
function notesOf(page: readonly Line[], body: number): Line[] {
  const found: Line[] = []
  for (const column of new Set(page.map((line) => line.column))) {
    const lines = page.filter((line) => line.column === column)
    let first = lines.length
    while (first > 0 && (lines[first - 1]?.size ?? body) < body * 0.94) first -= 1
    const small = lines.slice(first)
    const begin = small.findIndex((line) => note.test(line.text))
    if (begin >= 0 && first > 0) found.push(...small.slice(begin))
  }
  return found
}

/** Lines that belong together. Footnotes wait until the paragraph that they interrupt is at its end. */
function groupLines(lines: readonly Line[], notes: ReadonlySet<Line>, measures: Measures): Line[][] {
  const groups: Line[][] = []
  let waiting: Line[][] = []
  let running: Line[] = []
  for (const line of lines) {
    if (notes.has(line)) {
      const last = waiting.at(-1)
      if (last && !note.test(line.text)) last.push(line)
      else waiting.push([line])
      continue
    }
    if (running.length > 0 && belongs(running, line, measures)) running.push(line)
    else {
      if (running.length > 0) groups.push(running)
      groups.push(...waiting)
      waiting = []
      running = [line]
    }
  }
  if (running.length > 0) groups.push(running)
  return [...groups, ...waiting]
}

function belongs(group: readonly Line[], line: Line, { leading, body }: Measures): boolean {
  const [first, last] = [group[0] as Line, group.at(-1) as Line]
  if (Math.abs(last.size - line.size) > 0.08 * Math.max(last.size, line.size)) return false
  const ended = ending.test(last.text)
  const full = last.end > last.right - 2 * last.size
  if (bullet.test(line.text) || (numbered.test(line.text) && (ended || numbered.test(first.text)))) return false
  if (last.column !== line.column) {
    const runsOn = /^[\p{Ll}\d(,;]/u.test(line.text) || /[-‐\u00ad,;]$/.test(last.text)
    return line.size < body * 1.12 && (runsOn || (!ended && full && line.x - line.left < line.size))
  }
  const gap = (last.y - line.y) / line.size
  // Headings are often set tighter or wider than the text.
  if (gap <= 0 || gap > (line.size > body * 1.12 ? Math.max(leading, 1.2) * 1.3 : leading * 1.3)) return false
  const indented = line.x - line.left > 0.8 * line.size
  const flush = Math.abs(last.x - last.left) < 0.5 * last.size
  if (indented && flush && !hangs(first, line)) return false
  return !(ended && last.end < last.right - 0.2 * (last.right - last.left))
}

/** A list item's further lines stand under its first word. */
function hangs(first: Line, line: Line): boolean {
  return (bullet.test(first.text) || numbered.test(first.text)) && line.x > first.x
}

const longestHeading = 250

/** The sizes that headings have, the largest first. */
function headingSizes(groups: readonly Line[][], body: number): number[] {
  const sizes = groups.filter((group) => isHeading(group, body)).map((group) => rounded(group[0]?.size ?? body))
  return [...new Set(sizes)].toSorted((a, b) => b - a)
}

function isHeading(group: readonly Line[], body: number): boolean {
  const length = group.reduce((sum, line) => sum + line.text.length, 0)
  return group.every((line) => line.size >= body * 1.12) && length <= longestHeading && group.some((line) => /\p{L}/u.test(line.text))
}

function asBlock(group: readonly Line[], sizes: readonly number[], measures: Measures): DraftBlock {
  const text = textOf(group, measures)
  const [first] = group
  const number = first?.page ?? 1
  const isItem = bullet.test(text) && !isHeading(group, measures.body)
  const cut = isItem ? text.length - text.replace(bullet, '').length : 0
  const turns = pageTurns(group, text, measures).map((turn) => ({ ...turn, at: Math.max(0, turn.at - cut) }))
  const linked = group.flatMap((line) => line.links)
  const marks = linked.length > 0 ? linkMarks(linked, text.slice(cut)) : []
  const page = { ...pageOf(number, measures), ...(turns.length > 0 ? { pageTurns: turns } : {}) }
  if (isHeading(group, measures.body)) {
    return { kind: 'heading', level: Math.min(sizes.indexOf(rounded(first?.size ?? 0)) + 1, 6), ...page, text, marks }
  }
  if (isItem) return { kind: 'list-item', level: 1, ordered: false, ...page, text: text.slice(cut), marks }
  return { kind: 'paragraph', ...page, text, marks }
}

const textOf = (lines: readonly Line[], { compounds }: Measures): string =>
  collapseSpaces(normaliseText(joinLines(lines, compounds)).replaceAll('\n', ' '))

function pageOf(page: number, { labelOf }: Measures): { page: number; pageLabel?: string } {
  const label = labelOf(page)
  return label === String(page) ? { page } : { page, pageLabel: label }
}

/** Where in its text a group goes on to further pages; a word that the turn parts belongs to the page it ends on. */
function pageTurns(group: readonly Line[], text: string, measures: Measures): NonNullable<DraftBlock['pageTurns']> {
  return group.flatMap((line, at) => {
    const before = group[at - 1]
    if (!before || before.page >= line.page) return []
    const first = textOf(group.slice(0, at), measures).length
    const place = text.charAt(first) === ' ' ? first + 1 : Math.max(0, first - 1)
    return place < text.length ? [{ at: place, ...pageOf(line.page, measures) }] : []
  })
}

/** Looked at from the end of a text: a pattern that may begin anywhere takes time with the square of a long one. */
const longestWord = 80

/** Lines as running text; a word that was parted at the end of a line is whole again. */
function joinLines(lines: readonly Line[], compounds: ReadonlySet<string>): string {
  let text = ''
  for (const line of lines) {
    const parted = /(\p{L}+)([-‐\u00ad])$/u.exec(text.slice(-longestWord))
    if (!parted) text += text === '' || isUnspaced(text, line.text) ? line.text : ` ${line.text}`
    else {
      const [, start = '', hyphen = ''] = parted
      const rest = /^\p{L}+/u.exec(line.text)?.[0] ?? ''
      const lower = /^\p{Ll}/u.test(rest)
      const whole = hyphen === '\u00ad' || (lower && !compounds.has(`${start}-${rest}`.toLowerCase()))
      text = (whole ? text.slice(0, -1) : text) + line.text
    }
  }
  return text.replaceAll('\u00ad', '')
}

/** Between two letters of a script without spaces there is none. */
function isUnspaced(text: string, next: string): boolean {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
  return unspaced.test(text.slice(-1)) && unspaced.test(next.charAt(0))
}
