// Lines to paragraphs, headings and rows of tables: by gaps, indents, the size of letters, and what a line ends with.
import type { Line } from './pdf-columns.ts'
import { linkMarks } from './pdf-links.ts'
import { tableRows } from './pdf-table-rows.ts'
import { tablesOfPages } from './pdf-long-tables.ts'
import type { PdfTable } from './pdf-tables.ts'
import { inlineOf, isStrong, textMeasures, textOf, type TextMeasures } from './pdf-text.ts'
import type { DraftBlock, DraftMark } from './reading.ts'

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
  const measures = { ...textMeasures(lines), body: bodySize(lines), leading: leadingOf(lines), labelOf }
  const small = new Set(pages.flatMap((page) => notesOf(page, measures.body)))
  const tables = tablesOfPages(pages, (line) => small.has(line))
  const tabled = new Set(tables.flatMap((table) => table.lines))
  const notes = new Set([...small].filter((line) => !tabled.has(line)))
  const groups = groupLines(lines, { notes, tables, tabled }, measures)
  const sizes = headingSizes(groups, measures.body)
  let table = 0
  return groups.flatMap((group) => (isGroup(group) ? asBlock(group, sizes, measures) : tableRows(group, (table += 1) - 1, measures, (page) => pageOf(page, measures))))
}

interface Measures extends TextMeasures {
  /** The size that most characters of the text have, notes aside. */
  body: number
  /** From one baseline to the next, in letter heights. */
  leading: number
  labelOf: (page: number) => string
}

type Group = Line[] | PdfTable
const isGroup = (group: Group): group is Line[] => Array.isArray(group)

const rounded = (size: number): number => Math.round(size * 2) / 2

/** Notes can have more characters than the text to which they belong. */
const shareOfBody = 0.4
const linesOfBody = 10

function bodySize(lines: readonly Line[]): number {
  const sizes = new Map<number, { characters: number; lines: number }>()
  for (const line of lines) {
    const { characters, lines: count } = sizes.get(rounded(line.size)) ?? { characters: 0, lines: 0 }
    sizes.set(rounded(line.size), { characters: characters + line.text.length, lines: count + 1 })
  }
  const ordered = [...sizes].toSorted((a, b) => b[1].characters - a[1].characters)
  const most = ordered[0]?.[1].characters ?? 0
  const candidates = ordered.filter(([, size], at) => at === 0 || (size.characters >= shareOfBody * most && size.lines >= linesOfBody))
  return candidates.reduce((largest, [size]) => Math.max(largest, size), ordered[0] ? 0 : 10)
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

interface Told {
  notes: ReadonlySet<Line>
  tables: readonly PdfTable[]
  tabled: ReadonlySet<Line>
}

/** Lines that belong together. Footnotes wait until the paragraph that they interrupt is at its end. */
function groupLines(lines: readonly Line[], { notes, tables, tabled }: Told, measures: Measures): Group[] {
  const groups: Group[] = []
  const begun = new Map(tables.map((table) => [table.lines[0], table]))
  let waiting: Line[][] = []
  let running: Line[] = []
  const end = () => {
    if (running.length > 0) groups.push(running)
    groups.push(...waiting)
    waiting = []
    running = []
  }
  for (const line of lines) {
    if (notes.has(line)) {
      const last = waiting.at(-1)
      if (last && !note.test(line.text)) last.push(line)
      else waiting.push([line])
      continue
    }
    const table = begun.get(line)
    if (table) {
      end()
      groups.push(table)
    } else if (tabled.has(line)) continue
    else if (running.length > 0 && belongs(running, line, measures)) running.push(line)
    else {
      end()
      running = [line]
    }
  }
  end()
  return groups
}

function belongs(group: readonly Line[], line: Line, measures: Measures): boolean {
  const { leading, body } = measures
  const [first, last] = [group[0] as Line, group.at(-1) as Line]
  if (Math.abs(last.size - line.size) > 0.08 * Math.max(last.size, line.size)) return false
  const ended = ending.test(last.text)
  const full = last.end > last.right - 2 * last.size
  if (bullet.test(line.text) || (numbered.test(line.text) && (ended || numbered.test(first.text)))) return false
  // A heading in bold letters of the text's own size.
  if (!full && isStrong(line, measures) !== isStrong(last, measures) && group.every((one) => isStrong(one, measures) === isStrong(last, measures)) && (ended || isStrong(last, measures))) return false
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
function headingSizes(groups: readonly Group[], body: number): number[] {
  const sizes = groups.filter(isGroup).filter((group) => isHeading(group, body)).map((group) => rounded(group[0]?.size ?? body))
  return [...new Set(sizes)].toSorted((a, b) => b - a)
}

function isHeading(group: readonly Line[], body: number): boolean {
  const length = group.reduce((sum, line) => sum + line.text.length, 0)
  return group.every((line) => line.size >= body * 1.12) && length <= longestHeading && group.some((line) => /\p{L}/u.test(line.text))
}

/** The longest of a heading that only its bold letters tell, in lines and characters. */
const strongHeading = { lines: 2, length: 120 } as const

function isStrongHeading(group: readonly Line[], text: string, measures: Measures): boolean {
  if (group.length > strongHeading.lines || text.length > strongHeading.length || !group.every((line) => isStrong(line, measures))) return false
  return /\p{L}/u.test(text) && !/[.,;:]$/.test(text) && group.every((line) => line.size >= measures.body * 0.95)
}

function asBlock(group: readonly Line[], sizes: readonly number[], measures: Measures): DraftBlock {
  const { text, marks: styles } = inlineOf(group, measures)
  const [first] = group
  const number = first?.page ?? 1
  const isLarge = isHeading(group, measures.body)
  const isItem = bullet.test(text) && !isLarge
  const cut = isItem ? text.length - text.replace(bullet, '').length : 0
  const turns = pageTurns(group, text, measures).map((turn) => ({ ...turn, at: Math.max(0, turn.at - cut) }))
  const linked = group.flatMap((line) => line.links)
  const links = linked.length > 0 ? linkMarks(linked, text.slice(cut)) : []
  const page = { ...pageOf(number, measures), ...(turns.length > 0 ? { pageTurns: turns } : {}) }
  if (isLarge || (!isItem && isStrongHeading(group, text, measures))) {
    const level = isLarge ? sizes.indexOf(rounded(first?.size ?? 0)) + 1 : sizes.length + 1
    const marks = [...styles.filter((mark) => mark.kind === 'emphasis' && mark.end - mark.start < text.length), ...links]
    return { kind: 'heading', level: Math.min(level, 6), ...page, text, marks }
  }
  const marks = [...styles.flatMap((mark) => movedBy(mark, cut)), ...links]
  if (isItem) return { kind: 'list-item', level: 1, ordered: false, ...page, text: text.slice(cut), marks }
  return { kind: 'paragraph', ...page, text, marks }
}

function movedBy(mark: DraftMark, cut: number): DraftMark[] {
  return mark.end > cut ? [{ ...mark, start: Math.max(0, mark.start - cut), end: mark.end - cut }] : []
}

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
