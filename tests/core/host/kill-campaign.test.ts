import { expect, it } from 'vitest'
import { killCampaign } from '../../campaigns/kill/kill-campaign.ts'

it('a killed program loses nothing that it acknowledged (a few rounds of `npm run campaign -- kill`)', { timeout: 120_000 }, async () => {
  const seed = Date.now() % 1_000_000
  const { rows, problems } = await killCampaign({ rounds: 6, seed })
  expect({ seed, rounds: rows.length, problems }).toEqual({ seed, rounds: 6, problems: [] })
})
