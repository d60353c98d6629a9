// Whatever is typed into the search box is looked for or is nothing: never an error.
import { expect, it } from 'vitest'
import { searchCampaign } from '../../campaigns/search/search-campaign.ts'
import { naughtyStrings } from '../../hostile/naughty-strings.ts'

it('there are 515 naughty strings and more, each another one', () => {
  expect(new Set(naughtyStrings).size).toBeGreaterThanOrEqual(515)
  expect(new Set(naughtyStrings).size).toBe(naughtyStrings.length)
})

it('all of them and 3,000 strings by chance are searched for without an error (`npm run campaign -- search` does 10,000)', { timeout: 120_000 }, async () => {
  const { problems, rows } = await searchCampaign({ rounds: 3000, seed: 11 })
  expect({ rows: rows.length > 0, problems }).toEqual({ rows: true, problems: [] })
})
