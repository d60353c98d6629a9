// Chance that repeats: everything generated or damaged follows from a seed.

/** A source of seeded chance. */
export interface Random {
  /** A number in [0, 1). */
  fraction(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  /** One of a list that is not empty. */
  oneOf<T>(list: readonly T[]): T
}

/** Chance from a whole number: the generator mulberry32 (Tommy Ettinger, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  return { fraction, whole, oneOf: (list) => list[whole(0, list.length - 1)] as (typeof list)[number] }
}
