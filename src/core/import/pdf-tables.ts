// Tables of a PDF: lines whose pieces stand below each other in columns, with the rows that they make.
import type { Line } from './pdf-columns.ts'
import { headOver } from './pdf-table-heads.ts'
import { partOf, type Run } from './pdf-runs.ts'

/** A row of a table: the pieces in each of its columns from top to bottom, none in an empty cell. */
export interface TableRow {
  cells: Run[][]
  page: number
}

/** `spanned` says that its first row has heads over several columns: each stands in all of them. */
export interface PdfTable {
  lines: Line[]
  rows: TableRow[]
  columns: Column[]
  spanned: boolean
}

/** From where to where a column goes, in points. */
export interface Column {
  x: number
  end: number
}

/** From one line of a table to the next, in heights of letters: more is another thing. */
const farthest = 3.4
/** Lines of one cell are no further apart, in heights of letters, where rows are. */
const closest = 1.35
/** Between two columns there is at least this, in heights of letters. */
const narrowest = 0.4
/** A table has no more columns; and one of two columns has no longer cells, in characters: else it is prose. */
const mostColumns = 30
const longestCell = 90
/** A head over several columns has no more lines. */
const mostOfHead = 3

/** What numbers or marks the items of a list: two columns with nothing else in the first are a list. */
const marker = /^(?:[•◦▪‣●○■□–—*†‡§¶-]|\(?[\divxlc]{1,5}[.)]?|\(?[a-z][.)]?|\[\d{1,3}\]|\d+(?:\.\d+)+\.?)$/i

/** The tables among lines in reading order, each of lines that follow each other. */
export function tablesIn(lines: readonly Line[]): PdfTable[] {
  const tables: PdfTable[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    const table = line && line.parts.length > 1 && !isItem(line) ? tableFrom(lines, at, tables.at(-1)?.lines.at(-1)) : null
    if (!table) continue
    tables.push(table)
    at = lines.indexOf(table.lines.at(-1) as Line, at)
  }
  return tables
}

/** An item of a list, whose mark stands apart from its text. */
function isItem({ parts }: Line): boolean {
  return parts.length === 2 && /^(?:[•◦▪‣●○■□–—*-]|\(?\w{1,3}[.)])$/.test(parts[0]?.text ?? '')
}

/** The table whose first line of several pieces is at a place; null when there is none. */
function tableFrom(lines: readonly Line[], start: number, taken: Line | undefined): PdfTable | null {
  const first = lines[start] as Line
  const [second, third] = lines.slice(start + 1, start + 3)
  // What is below has more pieces than this: it may be a head over several columns, of a line or of two.
  const body = [second, third].findIndex((line) => line && line.parts.length > first.parts.length && !isItem(line))
  if (body >= 0 && second && follows(first, second)) {
    const below = tableFrom(lines, start + 1 + body, taken)
    if (below?.spanned && below.lines[0] === first) return below
  }
  const members = membersFrom(lines, start)
  const columns = columnsOf(members)
  if (columns.length < 2 || columns.length > mostColumns) return null
  const before = lines[start - 1]
  const free = before && before !== taken && !isItem(before) && follows(before, first) ? before : null
  const head = free && headAbove(lines, start, taken, columns)
  if (free && !head) {
    const pieces = piecesOf(free)
    if (pieces.length > 1 && standApart(pieces, columns)) members.unshift({ line: free, pieces })
  }
  const rows = rowsIn(members, columns)
  if (!isTable(rows)) return null
  const table = { lines: members.map(({ line }) => line), rows, columns, spanned: false }
  return head ? { ...table, lines: [...head.lines, ...table.lines], rows: [{ cells: head.cells, page: first.page }, ...rows], spanned: true } : table
}

/** The lines above a place that are heads over several columns, and their cells. */
function headAbove(lines: readonly Line[], place: number, taken: Line | undefined, columns: readonly Column[]): { lines: Line[]; cells: Run[][] } | null {
  const above: Line[] = []
  for (let at = place - 1; at >= 0 && above.length < mostOfHead; at -= 1) {
    const [line, below] = [lines[at] as Line, lines[at + 1] as Line]
    const reach = above.length === 0 ? farthest : closest
    if (line === taken || isItem(line) || !follows(line, below) || line.y - below.y > reach * line.size) break
    above.unshift(line)
  }
  for (let from = 0; from < above.length; from += 1) {
    const of = above.slice(from)
    const cells = headOver(of.flatMap(piecesOf), columns)
    if (cells) return { lines: of, cells }
  }
  return null
}

/** The rows that lines make in columns that are known. */
function rowsIn(members: readonly Member[], columns: readonly Column[]): TableRow[] {
  return rowsOf(members.map(({ line, pieces }) => ({ line, pieces: pieces.flatMap((piece) => unbridged(piece, columns)) })), columns)
}

/** The rows that the first lines of a page make in the columns of a table that was at the end of the page before. */
export function rowsBelow(lines: readonly Line[], columns: readonly Column[]): PdfTable | null {
  const members: Member[] = []
  for (const line of lines) {
    const pieces = piecesOf(line)
    const last = members.at(-1)?.line
    if ((last && !follows(last, line)) || isItem(line) || !standApart(pieces, columns)) break
    // One piece goes on with a cell: of the row above it, or of the one that the page parted.
    const goesOn = last ? last.y - line.y <= closest * line.size : /^\p{Ll}/u.test(line.text) && over(line, columns)[0] !== 0
    if (pieces.length < 2 && !goesOn) break
    members.push({ line, pieces })
  }
  return members.some(({ pieces }) => pieces.length > 1) ? { lines: members.map(({ line }) => line), rows: rowsIn(members, columns), columns: [...columns], spanned: false } : null
}

/** Whether each piece stands in a column of its own. */
function standApart(pieces: readonly Run[], columns: readonly Column[]): boolean {
  const places = pieces.map((piece) => over(piece, columns))
  return places.every((place) => place.length === 1) && new Set(places.flat()).size === pieces.length
}

interface Member {
  line: Line
  pieces: Run[]
}

/** The lines from a first one on that stand in the same columns, as far as they can be told line by line. */
function membersFrom(lines: readonly Line[], start: number): Member[] {
  const first = lines[start] as Line
  const columns: Column[] = first.parts.map(({ x, end }) => ({ x, end }))
  const members: Member[] = [{ line: first, pieces: piecesOf(first) }]
  let kept = 1
  // A label over rows is one line; more of them are prose.
  let loose = 0
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at] as Line
    if (!follows(lines[at - 1] as Line, line) || isItem(line) || !fits(line.parts, columns)) break
    members.push({ line, pieces: piecesOf(line) })
    if (line.parts.length > 1) for (const part of line.parts) widen(columns, part)
    const held = line.parts.length > 1 || isContinued(members, columns)
    loose = held ? 0 : loose + 1
    if (loose > 1) break
    if (held) kept = members.length
  }
  return members.slice(0, kept)
}

/** The pieces of a line, parted at every gap. */
const piecesOf = (line: Line): Run[] => line.parts.flatMap(parted)

function parted(run: Run): Run[] {
  const gap = run.gaps[0]
  if (!gap) return [run]
  const rest = { ...partOf(run, gap.at, run.text.length), x: gap.end }
  return [{ ...partOf(run, 0, run.text.slice(0, gap.at).trimEnd().length), gaps: [], end: gap.x }, ...parted(rest)]
}

/** The columns: what is left of the width once what (nearly) no line covers is taken away. */
function columnsOf(members: readonly Member[]): Column[] {
  const crossing = members.length < 5 ? 0 : Math.max(1, Math.floor(members.length * 0.15))
  const size = Math.min(...members.map(({ line }) => line.size))
  const edges = members.flatMap(({ pieces }) => pieces.flatMap(({ x, end }) => [[x, 1], [end, -1]] as const)).toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
  const columns: Column[] = []
  let covered = 0
  for (const [x, change] of edges) {
    covered += change
    const last = columns.at(-1)
    if (change === 1 && covered === crossing + 1) {
      if (last && x - last.end < narrowest * size) last.end = Infinity
      else columns.push({ x, end: Infinity })
    } else if (change === -1 && covered === crossing && last) last.end = x
  }
  return columns
}

/** A piece in two where it goes over from one column to the next at a space: pdf.js joins what stands close. */
function unbridged(piece: Run, columns: readonly Column[]): Run[] {
  const [first, second] = over(piece, columns).map((at) => columns[at] as Column)
  if (!first || !second) return [piece]
  const border = (first.end + second.x) / 2
  const placeOf = (at: number): number => piece.x + ((piece.end - piece.x) * (at + 0.5)) / piece.text.length
  const spaces = [...piece.text.matchAll(/ /g)].map(({ index }) => index)
  const at = spaces.toSorted((a, b) => Math.abs(placeOf(a) - border) - Math.abs(placeOf(b) - border))[0]
  if (at === undefined || Math.abs(placeOf(at) - border) > piece.size) return [piece]
  const rest = { ...partOf(piece, at + 1, piece.text.length), x: second.x }
  return [{ ...partOf(piece, 0, at), end: first.end }, ...unbridged(rest, columns)]
}

function follows(last: Line, line: Line): boolean {
  const gap = last.y - line.y
  return line.page === last.page && line.column === last.column && gap > 0 && gap <= farthest * Math.max(last.size, line.size)
}

/** The places of the columns that a piece stands over. */
export const over = (piece: Column, columns: readonly Column[]): number[] => columns.flatMap(({ x, end }, at) => (piece.x < end && piece.end > x ? [at] : []))

/** Whether pieces stand in columns: most of them in one each, and a single one in no more than one. */
function fits(pieces: readonly Run[], columns: readonly Column[]): boolean {
  const spanning = pieces.filter((piece) => over(piece, columns).length > 1).length
  const placed = pieces.filter((piece) => over(piece, columns).length > 0).length
  return pieces.length === 1 ? spanning === 0 && placed === 1 : spanning * 2 < pieces.length && placed * 2 >= pieces.length
}

/** Makes room for a piece: its column grows, as far as the next one, or it has one of its own. */
function widen(columns: Column[], piece: Run): void {
  const [at, ...others] = over(piece, columns)
  if (others.length > 0) return
  if (at === undefined) {
    columns.push({ x: piece.x, end: piece.end })
    columns.sort((a, b) => a.x - b.x)
    return
  }
  const column = columns[at] as Column
  column.x = Math.max(Math.min(column.x, piece.x), columns[at - 1]?.end ?? -Infinity)
  column.end = Math.min(Math.max(column.end, piece.end), columns[at + 1]?.x ?? Infinity)
}

/** Whether the last line of one piece goes on with the cell above it. */
function isContinued(members: readonly Member[], columns: readonly Column[]): boolean {
  const [last, line] = [members.at(-2)?.line, members.at(-1)]
  const [piece] = line?.line.parts ?? []
  if (!last || !line || !piece || last.y - line.line.y > closest * line.line.size) return false
  const spaced = members.slice(1, -1).some((member, at) => (members[at]?.line.y ?? 0) - member.line.y > closest * 1.1 * member.line.size)
  return spaced || (over(piece, columns)[0] ?? 0) > 0
}

/** Lines as rows: where some stand closer than others, those belong to the row above them; else those without a first cell do. */
function rowsOf(members: readonly Member[], columns: readonly Column[]): TableRow[] {
  const gaps = members.slice(1).map(({ line }, at) => ((members[at]?.line.y ?? 0) - line.y) / line.size)
  const spaced = gaps.some((gap) => gap > closest * 1.1)
  const rows: TableRow[] = []
  for (const [at, { line, pieces }] of members.entries()) {
    const cells = columns.map((): Run[] => [])
    for (const piece of pieces) cells[nearest(piece, columns)]?.push(piece)
    const close = (gaps[at - 1] ?? Infinity) <= closest
    const row = rows.at(-1)
    if (row && close && (spaced || cells[0]?.length === 0)) for (const [place, cell] of cells.entries()) row.cells[place]?.push(...cell)
    else rows.push({ cells, page: line.page })
  }
  return rows
}

function nearest(piece: Run, columns: readonly Column[]): number {
  const [first] = over(piece, columns)
  if (first !== undefined) return first
  const middle = (piece.x + piece.end) / 2
  const away = columns.map(({ x, end }) => Math.abs((x + end) / 2 - middle))
  return away.indexOf(Math.min(...away))
}

/** Two rows at least of more than one cell; neither a numbered list nor two columns of prose. */
function isTable(rows: readonly TableRow[]): boolean {
  const filled = rows.map(({ cells }) => cells.map((cell) => cell.map(({ text }) => text).join(' ')))
  const full = filled.filter((cells) => cells.filter((text) => text !== '').length > 1).length
  if (full < 2 || full * 2 < filled.length) return false
  const firsts = filled.map(([first = '']) => first).filter((text) => text !== '')
  const width = filled[0]?.length ?? 0
  if (width > 2) return true
  const longest = filled.reduce((sum, cells) => sum + Math.max(...cells.map((text) => text.length)), 0) / filled.length
  return !firsts.every((text) => marker.test(text)) && longest <= longestCell
}
