// The runs of text on a page of a PDF: pieces on one baseline without a wide gap, in the order of the file.

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
}

interface Item {
  str: string
  transform: number[]
  width: number
}

/** A gap of more than this many letter heights parts columns and cells, a smaller one words. */
const wideGap = 1.2
const wordGap = 0.15

/** The runs of a page, and the words that stand turned, such as a stamp along its edge. */
export function runsOf(content: { items: readonly (Item | object)[] }, areas: readonly LinkArea[] = []): { runs: Run[]; turned: string[] } {
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
    const next: Run = { text, x, end: x + item.width, y, size, links: [] }
    if (areas.length > 0) next.links = wordsUnder(areas, next)
    if (run && isAgain(run, next)) continue
    if (run && continues(run, next)) append(run, next, spaced)
    else runs.push((run = next))
    spaced = false
  }
  return { runs: runs.map((one) => ({ ...one, text: one.text.trim() })).filter((one) => one.text !== ''), turned }
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
  run.text += apart && !joins ? ` ${next.text}` : next.text
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
