// The runs of text on a page of a PDF: pieces on one baseline without a wide gap, in the order of the file.
import type { Face } from './pdf-faces.ts'
import { wordsUnder, type LinkArea, type LinkedWords } from './pdf-links.ts'

/** One run; `x`, `end` and the baseline `y` in points from the page's lower left, `size` the height of its letters. */
export interface Run {
  text: string
  x: number
  end: number
  y: number
  size: number
  /** Words of it that lie under links, in their order. */
  links: LinkedWords[]
  /** What of its text is set in another face, in order; strong and leaning letters overlap. */
  styles: StyledPart[]
  /** Gaps too wide for a space and too narrow to part runs: between the cells of a table, or in a line that was stretched. */
  gaps: Gap[]
}

/** A stretch `[start, end)` of a run's or line's text, in UTF-16 code units. */
export interface StyledPart {
  kind: 'emphasis' | 'strong'
  start: number
  end: number
}

/** A gap from `x` to `end`; `at` is where the text after it begins. */
export interface Gap {
  at: number
  x: number
  end: number
}

interface Item {
  str: string
  transform: number[]
  width: number
  fontName?: string
}

/** A gap of more than this many letter heights parts columns and cells, a smaller one words. */
const wideGap = 1.2
const wordGap = 0.15
const softGap = 0.5

/** Letters that lean by more than this share of their height lean on purpose. */
const leaning = 0.12

const plainFace: Face = { strong: false, emphasis: false }

/** The runs of a page, and the words that stand turned, such as a stamp along its edge. `faces` are its fonts by name. */
export function runsOf(
  content: { items: readonly (Item | object)[] },
  areas: readonly LinkArea[] = [],
  faces: ReadonlyMap<string, Face> = new Map(),
): { runs: Run[]; turned: string[] } {
  const runs: Run[] = []
  const turned: string[] = []
  let run: Run | null = null
  let spaced = false
  for (const item of content.items) {
    if (!('str' in item)) continue
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform
    const size = Math.hypot(c, d)
    if (item.str.trim() === '') {
      spaced = true
      continue
    }
    if (Math.abs(b) > 0.1 * Math.abs(a) || a <= 0) {
      turned.push(item.str)
      continue
    }
    const text = lettersOf(item.str)
    // A space at the end is one that pdf.js found between this and what comes next.
    const width = item.width * (item.str.trimEnd().length / item.str.length)
    const face = faces.get(item.fontName ?? '') ?? plainFace
    const next: Run = { text, x, end: x + width, y, size, links: [], styles: stylesOf(text, face, c > leaning * size), gaps: [] }
    if (areas.length > 0) next.links = wordsUnder(areas, next)
    if (run && isAgain(run, next)) continue
    if (run && continues(run, next)) append(run, next, spaced)
    else runs.push((run = next))
    spaced = false
  }
  return { runs: runs.map(trimmed).filter((one) => one.text !== ''), turned }
}

function stylesOf(text: string, { strong, emphasis }: Face, leans: boolean): StyledPart[] {
  const styles: StyledPart[] = []
  if (strong) styles.push({ kind: 'strong', start: 0, end: text.length })
  if (emphasis || leans) styles.push({ kind: 'emphasis', start: 0, end: text.length })
  return styles
}

function trimmed(run: Run): Run {
  const text = run.text.trim()
  return text === run.text ? run : partOf(run, run.text.indexOf(text), run.text.indexOf(text) + text.length)
}

/** A stretch of a run's text with what belongs to it; its place on the page stays that of the run. */
export function partOf(run: Run, from: number, to: number): Run {
  const styles = run.styles.flatMap(({ kind, start, end }): StyledPart[] => {
    const [first, last] = [Math.max(start, from) - from, Math.min(end, to) - from]
    return first < last ? [{ kind, start: first, end: last }] : []
  })
  return { ...run, text: run.text.slice(from, to), styles, gaps: run.gaps.filter(({ at }) => at > from && at < to).map((gap) => ({ ...gap, at: gap.at - from })) }
}

/** Styles moved to where their text begins; one that goes on from the last, over a space at most, is one with it. */
export function addStyles(styles: StyledPart[], more: readonly StyledPart[], offset: number): void {
  for (const { kind, start, end } of more) {
    const before = styles.findLast((one) => one.kind === kind)
    if (before && start + offset - before.end <= 1) before.end = end + offset
    else styles.push({ kind, start: start + offset, end: end + offset })
  }
}

/** Bold that is made by printing the same words twice, a hair apart. */
function isAgain(run: Run, next: Run): boolean {
  const near = 0.15 * run.size
  return Math.abs(next.y - run.y) < near && Math.abs(next.end - run.end) < near && run.text.endsWith(next.text) && next.x >= run.x - near && next.x < run.end - near
}

function continues(run: Run, next: Run): boolean {
  const size = Math.max(run.size, next.size)
  const gap = next.x - run.end
  return Math.abs(next.y - run.y) <= 0.4 * size && gap < wideGap * size && gap > -0.5 * size
}

function append(run: Run, next: Run, spaced: boolean): void {
  const gap = next.x - run.end
  const apart = (spaced && gap > 0.05 * run.size) || gap > wordGap * Math.max(run.size, next.size)
  const joins = /\s$/.test(run.text) || /^\s/.test(next.text)
  // A raised figure leaves the baseline of its line where it is.
  if (next.size > run.size * 1.2) Object.assign(run, { y: next.y, size: next.size })
  if (apart && !joins) run.text += ' '
  if (gap > softGap * run.size) run.gaps.push({ at: run.text.length, x: run.end, end: next.x })
  addStyles(run.styles, next.styles, run.text.length)
  run.text += next.text
  run.end = Math.max(run.end, next.end)
  run.links.push(...next.links)
}

const ligatures: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
}

/** Ligatures as the letters they are made of. */
function lettersOf(text: string): string {
  return text.replace(/[\ufb00-\ufb06]/g, (ligature) => ligatures[ligature] ?? ligature)
}
