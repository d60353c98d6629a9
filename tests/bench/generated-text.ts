// Text that reads like prose to a machine: seeded words, sentences and paragraphs of natural length.
import type { Random } from '../campaigns/random.ts'

const nouns = (
  'government talks minister border region treaty army budget pipeline election parliament envoy ceasefire province ' +
  'sanction export grain harbour railway witness report convoy council fund reactor satellite refinery corridor ' +
  'delegation summit clause frontier guarantee reserve shipment tariff alliance inspector village'
).split(' ')
const verbs = (
  'rejected signed delayed described inspected opened crossed reduced confirmed denied negotiated withdrew offered ' +
  'supported questioned financed blocked restored published transferred'
).split(' ')
const qualities = (
  'northern recent disputed temporary joint frozen western informal binding public secret regional severe lasting ' +
  'limited earlier senior occupied neutral partial'
).split(' ')
const joints = 'and while because although before after which since unless'.split(' ')
const places = 'Lindmark Oster Velden Karasu Brennholm Tarva Solenne Mirova Aldgate Petrosk'.split(' ')

const article = (random: Random) => random.oneOf(['the', 'a', 'this', 'its', 'their'])

function clause(random: Random): string[] {
  const thing = () => [article(random), ...(random.fraction() < 0.5 ? [random.oneOf(qualities)] : []), random.oneOf(nouns)]
  const where = random.fraction() < 0.4 ? ['in', random.oneOf(places)] : []
  return [...thing(), random.oneOf(verbs), ...thing(), ...where]
}

/** A sentence of about 18 words: one to four clauses, as news prose has them. */
export function aSentence(random: Random): string {
  const clauses = Array.from({ length: random.oneOf([1, 2, 2, 2, 3, 3, 4]) }, () => clause(random).join(' '))
  const words = clauses.reduce((before, next) => `${before}, ${random.oneOf(joints)} ${next}`)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** A paragraph of three to seven sentences. */
export const aParagraph = (random: Random): string =>
  Array.from({ length: random.whole(3, 7) }, () => aSentence(random)).join(' ')

/** Paragraphs with at least so many words together. */
export function paragraphsOf(words: number, random: Random): string[] {
  const paragraphs: string[] = []
  for (let count = 0; count < words; ) {
    const next = aParagraph(random)
    paragraphs.push(next)
    count += next.split(' ').length
  }
  return paragraphs
}
