// Words as a language has them: few that stand everywhere, and very many that hardly anybody uses.
import { randomFrom, type Random } from '../campaigns/random.ts'

const small = 'the of and to in a that is was for on with as by at from it be this which have not are has were an or their but'.split(' ')
const onsets = 'b bl br c ch d dr f fl fr g gl gr h j k kr l m n p pl pr qu r s sch sh sk sl st str t th tr v w y z'.split(' ')
const vowels = 'a a e e i o o u ai au ea ee ia ie io oa ou'.split(' ')
const codas = ' l n r s t m d nd nt rd st x'.split(' ')

/** So many different words there are; a corpus of real texts has as many once it is large. */
const vocabularySize = 200_000

/** The words from the most common to the rarest; the same ones every time. */
export function commonWords(): string[] {
  const random = randomFrom(280)
  const words = new Set(small)
  while (words.size < vocabularySize) {
    const syllables = random.oneOf([1, 2, 2, 3, 3, 4])
    const word = Array.from({ length: syllables }, () => `${random.oneOf(onsets)}${random.oneOf(vowels)}${random.oneOf(codas)}`).join('')
    if (word.length > 3) words.add(word)
  }
  return [...words]
}

/** Draws words by Zipf's law in Mandelbrot's form: the n-th has a share that goes with 1 / (n + 2.7). */
export function drawing(words: readonly string[]): (random: Random) => string {
  const upTo = new Float64Array(words.length)
  let sum = 0
  for (let at = 0; at < words.length; at += 1) {
    sum += 1 / (at + 3.7)
    upTo[at] = sum
  }
  return (random) => {
    const drawn = random.fraction() * sum
    let low = 0
    let high = words.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) < drawn) low = middle + 1
      else high = middle
    }
    return words[low] ?? ''
  }
}
