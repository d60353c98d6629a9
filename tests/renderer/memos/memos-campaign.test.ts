// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { memosCampaign } from '../../campaigns/memos/memos-campaign.ts'

it('generated memos come out of the editor as they went in (a few rounds of `npm run campaign -- memos`)', async () => {
  const seed = Date.now() % 1_000_000
  const { rows, problems } = await memosCampaign({ rounds: 60, seed })
  expect({ seed, problems }).toEqual({ seed, problems: [] })
  expect(rows.length).toBeGreaterThan(10)
})
