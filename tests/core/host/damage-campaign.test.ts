import { expect, it } from 'vitest'
import { damageCampaign } from '../../campaigns/damage/damage-campaign.ts'

it('a damaged workspace opens or is refused untouched (a few rounds of `npm run campaign -- damage`)', { timeout: 240_000 }, async () => {
  const seed = 7
  const { rows, problems } = await damageCampaign({ rounds: 6, seed })
  expect({ seed, rounds: rows.length, problems }).toEqual({ seed, rounds: 6, problems: [] })
})
