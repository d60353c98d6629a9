// Counts how passages fare in a correction: placed rightly, listed for review, or wrong without a word.
import { carrierBetween } from '../../../src/core/anchoring/carry-passages.ts'
import type { Span } from '../../../src/shared/passages.ts'
import type { Correction } from './corrected-text.ts'

/** Counts of passages. `right` are placed where they belong, or listed when nothing of them is left. */
export interface Rates {
  passages: number
  right: number
  /** Listed for review although something of them is left. */
  listed: number
  /** Said to be moved, and at a place that is not theirs. */
  wrongSilent: number
  /** Shown as changed, and mostly at other words than theirs. */
  wrongShown: number
  /** One line for each wrong one. */
  examples: string[]
}

export const noRates = (): Rates => ({ passages: 0, right: 0, listed: 0, wrongSilent: 0, wrongShown: 0, examples: [] })

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start))

/** Carries every passage of a correction and adds to the counts. */
export function rate(correction: Correction, rates: Rates): Rates {
  const { before, after, passages } = correction
  const carry = carrierBetween(before, after)
  for (const { segment, truth, untouched } of passages) {
    rates.passages += 1
    const { outcome, segments } = carry([segment])
    const placed = segments?.[0]
    const example = () => rates.examples.push(`${outcome}: “${segment.quote}” → “${placed?.quote}”, truly “${truth && after.slice(truth.start, truth.end)}”, before “${before.slice(segment.start - 30, segment.end + 30)}”, after “${after.slice((placed?.start ?? 0) - 30, (placed?.end ?? 0) + 30)}”`)
    if (outcome === 'review') {
      if (truth) rates.listed += 1
      else rates.right += 1
    } else if (outcome === 'moved') {
      // Two like words of which one went are one text either way: its words and its place tell what is right.
      const there = placed && after.slice(placed.start, placed.end) === segment.quote
      const same = there && truth && (untouched ? placed.start === truth.start && placed.end === truth.end : overlap(placed, truth) > 0)
      if (same) rates.right += 1
      else {
        rates.wrongSilent += 1
        example()
      }
    } else if (placed && truth && overlap(placed, truth) >= 0.5) rates.right += 1
    else {
      rates.wrongShown += 1
      example()
    }
  }
  return rates
}
