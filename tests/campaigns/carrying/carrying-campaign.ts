// Corrects random texts and counts where their passages went: npm run campaign -- carrying.
import { aCorrection, aText } from '../../core/anchoring/corrected-text.ts'
import { noRates, rate } from '../../core/anchoring/rate-carrying.ts'
import type { Campaign } from '../campaign.ts'
import { randomFrom } from '../random.ts'

/** Shares of corrected words, and the least share of passages that must be right then. */
const demands = [
  { share: 0.01, least: 0.99 },
  { share: 0.05, least: 0.97 },
  { share: 0.2, least: 0.9 },
]

/** A round is one text of each kind and share with a hundred passages. */
export const carryingCampaign: Campaign = async ({ rounds, seed, onRound }) => {
  const rows: (string | number)[][] = []
  const problems: string[] = []
  for (const script of ['latin', 'mixed'] as const) {
    for (const { share, least } of demands) {
      const rates = noRates()
      for (let round = 0; round < rounds; round += 1) {
        const random = randomFrom(seed + round * 7919)
        rate(aCorrection(random, aText(random, 2000, script), share, 100), rates)
      }
      const right = rates.right / rates.passages
      const row = [script, `${share * 100} %`, rates.passages, `${(right * 100).toFixed(2)} %`, rates.listed, rates.wrongShown, rates.wrongSilent]
      rows.push(row)
      onRound?.(row)
      if (right < least) problems.push(`${script}, ${share * 100} % corrected: only ${(right * 100).toFixed(2)} % right`)
      if (rates.wrongSilent > 0) problems.push(...rates.examples.filter((example) => example.startsWith('moved')))
    }
  }
  return { head: ['script', 'corrected', 'passages', 'right', 'listed', 'shown wrong', 'silently wrong'], rows, problems }
}
