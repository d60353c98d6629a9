// What a figure is: something measured against a floor in the same run.
import type { Browser } from 'playwright-core'

/** What every figure is given. */
export interface Bench {
  browser: Browser
  /** Everything generated follows from it. */
  seed: number
  /** How many measured runs there are of each thing; one more before them is not counted. */
  runs: number
  /** About how many pages the memo of `pdf` is to have; its usual size where nothing is said. */
  pages: number | null
  /** How many files are imported. */
  files: number
  /** How many sources the large workspace of `library` or `search` is to have; its usual size where nothing is said. */
  sources: number | null
  /** A folder that keeps what takes long to make for the next run. */
  keep: string | null
  /** Says what is going on, for whoever waits. */
  say(line: string): void
}

/** One line of the table. `ours` and `floor` are medians in `unit`; a reading without a floor stands by itself. */
export interface Reading {
  figure: string
  what: string
  ours: number
  floor: number | null
  unit: 'ms' | 'frames' | 'MB' | '%' | 'pages' | '/s'
  /** From the smallest to the largest of the runs. */
  spread: [number, number]
}

/** A figure: measures and answers its readings. `method` says how, in a sentence or two. */
export interface Figure {
  method: string
  measure(bench: Bench): Promise<Reading[]>
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const ordered = numbers.toSorted((a, b) => a - b)
  const middle = ordered.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [ordered[middle - 1 + (ordered.length % 2)], ordered[middle]]
  return (low + high) / 2
}

/** Measures several things in turn, so that what else the machine does falls on all of them; the first turn is dropped. */
export async function inTurn<K extends string>(
  runs: number,
  things: Record<K, () => Promise<Record<string, number>>>,
): Promise<Record<K, Record<string, number[]>>> {
  const names = Object.keys(things) as K[]
  const taken = new Map(names.map((name) => [name, {} as Record<string, number[]>]))
  for (let run = 0; run <= runs; run += 1) {
    for (const name of names) {
      const measured = await things[name]()
      if (run === 0) continue
      const marks = taken.get(name) ?? {}
      for (const [mark, value] of Object.entries(measured)) (marks[mark] ??= []).push(value)
    }
  }
  return Object.fromEntries(taken) as Record<K, Record<string, number[]>>
}

/** A reading from the runs of ours and of the floor. */
export function reading(
  { figure, what, unit }: Pick<Reading, 'figure' | 'what' | 'unit'>,
  ours: readonly number[] = [],
  floor: readonly number[] | null = null,
): Reading {
  return {
    figure,
    what,
    unit,
    ours: median(ours),
    floor: floor && median(floor),
    spread: [Math.min(...ours), Math.max(...ours)],
  }
}
