// The differences of two versions of a text: by lines, within changed lines by words, within changed words by characters.
import { diffSequences, type Change } from './sequence-diff.ts'

export type { Change } from './sequence-diff.ts'

/** A word (a letter of a script without spaces counts as one), a run of white space, or one other character. */
const tokens =
  /\n|[^\S\n]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[[\p{L}\p{N}\p{M}\p{Pc}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+|[^]/gv

const lines = /[^\n]*\n|[^\n]+$/g

/**
 * What changed from one text to the other, in order, in UTF-16 code units: outside the changes both are equal, character
 * by character. No change begins or ends inside a surrogate pair. Text that was moved is deleted here and inserted there.
 * Bounded time: a stretch too different to be compared counts as replaced whole.
 */
export function diffTexts(before: string, after: string): Change[] {
  if (before === after) return []
  const whole = refined(before, after, { start: 0, end: before.length, newStart: 0, newEnd: after.length })
  if (!whole) return []
  const changes: Change[] = []
  for (const region of diffPieces(before, after, wholeLines(before, after, whole), lines)) {
    for (const change of joined(before, diffPieces(before, after, region, tokens))) {
      const exact = refined(before, after, change)
      if (exact) changes.push(exact)
    }
  }
  return changes
}

/** What changed from one text to the other by whole words, as people read it; under the rules of `diffTexts`. */
export function diffWords(before: string, after: string): Change[] {
  if (before === after) return []
  return joined(before, diffPieces(before, after, { start: 0, end: before.length, newStart: 0, newEnd: after.length }, tokens))
}

/** How much two texts have in common, from 0 to 1: twice the common characters through the sum of both lengths. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1
  const length = a.length + b.length
  const differing = diffTexts(a, b).reduce((sum, change) => sum + change.end - change.start + change.newEnd - change.newStart, 0)
  return 1 - differing / length
}

/** A region widened to whole lines, so that a line keeps its identity when its middle is compared. */
function wholeLines(before: string, after: string, { start, end, newStart, newEnd }: Change): Change {
  const back = start - (start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1)
  const line = before.indexOf('\n', end)
  const on = (line < 0 ? before.length : line + 1) - end
  return { start: start - back, end: end + on, newStart: newStart - back, newEnd: Math.min(after.length, newEnd + on) }
}

function diffPieces(before: string, after: string, region: Change, pieces: RegExp): Change[] {
  const known = new Map<string, number>()
  const a = cut(before.slice(region.start, region.end), pieces, known)
  const b = cut(after.slice(region.newStart, region.newEnd), pieces, known)
  return diffSequences(a.ids, b.ids).map(({ start, end, newStart, newEnd }) => ({
    start: region.start + (a.starts[start] as number),
    end: region.start + (a.starts[end] as number),
    newStart: region.newStart + (b.starts[newStart] as number),
    newEnd: region.newStart + (b.starts[newEnd] as number),
  }))
}

/** The pieces of a text as numbers, equal ones alike, and where each begins; the last entry of `starts` is the end. */
function cut(text: string, pieces: RegExp, known: Map<string, number>): { ids: number[]; starts: number[] } {
  const ids: number[] = []
  const starts: number[] = []
  let end = 0
  const add = (piece: string) => {
    starts.push(end)
    end += piece.length
    let id = known.get(piece)
    if (id === undefined) known.set(piece, (id = known.size))
    ids.push(id)
  }
  for (const found of text.matchAll(pieces)) {
    // Nothing may fall between two pieces, whatever the expression leaves out.
    if (found.index > end) add(text.slice(end, found.index))
    add(found[0])
  }
  if (end < text.length) add(text.slice(end))
  starts.push(text.length)
  return { ids, starts }
}

/** Changes with nothing but spaces and signs between them are one: what two rewritten words share there means nothing. */
function joined(before: string, changes: Change[]): Change[] {
  const kept: Change[] = []
  for (const change of changes) {
    const last = kept.at(-1)
    const between = last ? before.slice(last.end, change.start) : ''
    const bothReplace = last && isReplacement(last) && isReplacement(change)
    if (last && bothReplace && between.length <= 3 && !/[\p{L}\p{N}\n]/u.test(between)) {
      last.end = change.end
      last.newEnd = change.newEnd
    } else kept.push({ ...change })
  }
  return kept
}

const isReplacement = (change: Change): boolean => change.start < change.end && change.newStart < change.newEnd

/** A change without what both sides have in common at its ends; null when they are equal. */
function refined(before: string, after: string, change: Change): Change | null {
  let { start, end, newStart, newEnd } = change
  while (start < end && newStart < newEnd && before.charCodeAt(start) === after.charCodeAt(newStart)) {
    start += 1
    newStart += 1
  }
  if (start > change.start && splitsPair(before, after, start, newStart)) {
    start -= 1
    newStart -= 1
  }
  while (start < end && newStart < newEnd && before.charCodeAt(end - 1) === after.charCodeAt(newEnd - 1)) {
    end -= 1
    newEnd -= 1
  }
  if (end < change.end && splitsPair(before, after, end, newEnd)) {
    end += 1
    newEnd += 1
  }
  return start === end && newStart === newEnd ? null : { start, end, newStart, newEnd }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

function splitsPair(before: string, after: string, at: number, newAt: number): boolean {
  const inBefore = isHigh(before.charCodeAt(at - 1)) && isLow(before.charCodeAt(at))
  return inBefore || (isHigh(after.charCodeAt(newAt - 1)) && isLow(after.charCodeAt(newAt)))
}
