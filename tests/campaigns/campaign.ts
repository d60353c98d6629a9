// Runs a campaign: npm run campaign -- NAME [--n ROUNDS] [--seed NUMBER] [--from ROUND]. Ends with status 1 when a round found a problem.
import { parseArgs } from 'node:util'
import { carryingCampaign } from './carrying/carrying-campaign.ts'
import { damageCampaign } from './damage/damage-campaign.ts'
import { hostileCampaign } from './hostile/hostile-campaign.ts'
import { killCampaign } from './kill/kill-campaign.ts'
import { memosCampaign } from './memos/memos-campaign.ts'
import { spansCampaign } from './spans/spans-campaign.ts'
import { searchCampaign } from './search/search-campaign.ts'
import { tableLines } from './print-table.ts'

/** What a campaign is given and what it answers: one row a round, and the problems found. */
export interface Campaign {
  /** `from` is the first round that is really run, where the ones before only move the dice on. */
  (settings: { rounds: number; seed: number; from?: number; onRound?: (row: (string | number)[]) => void }): Promise<CampaignReport>
}

export interface CampaignReport {
  head: string[]
  rows: (string | number)[][]
  /** Sentences that name the round; none when all went well. */
  problems: string[]
}

const campaigns: Record<string, { run: Campaign; rounds: number; about: string }> = {
  kill: { run: killCampaign, rounds: 20, about: 'SIGKILL at any moment; nothing acknowledged is lost' },
  damage: { run: damageCampaign, rounds: 60, about: 'damaged files open, or are refused and left as they are' },
  search: { run: searchCampaign, rounds: 10_000, about: 'naughty strings and strings by chance in the search box; none is an error' },
  hostile: { run: hostileCampaign, rounds: 1000, about: 'files made to do harm end as they should, in five seconds and 150 MB' },
  carrying: { run: carryingCampaign, rounds: 100, about: 'corrected texts carry their passages over, none silently wrong' },
  memos: { run: memosCampaign, rounds: 10_000, about: 'memos with every node and mark come out of the editor as they went in, long ones in stretches' },
  spans: { run: spansCampaign, rounds: 10_000, about: 'ten spans of every kind of character a document; quote and slice are one' },
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { n: { type: 'string' }, from: { type: 'string' }, seed: { type: 'string' } },
  })
  const campaign = campaigns[positionals[0] ?? '']
  if (!campaign) {
    const known = Object.entries(campaigns).map(([name, { about }]) => `  ${name.padEnd(8)}${about}`)
    console.error(`npm run campaign -- NAME [--n ROUNDS] [--seed NUMBER]\n\n${known.join('\n')}`)
    return 2
  }
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const rounds = Number(values.n ?? campaign.rounds)
  console.log(`${positionals[0]}: ${rounds} rounds, seed ${seed}`)
  const { head, rows, problems } = await campaign.run({ rounds, seed, from: Number(values.from ?? 0), onRound: () => process.stdout.write('.') })
  console.log(`\n${tableLines(head, rows).join('\n')}`)
  console.log(problems.length === 0 ? `\n${rounds} rounds, no problem (seed ${seed})` : `\n${problems.join('\n')}\nseed ${seed}`)
  return problems.length === 0 ? 0 : 1
}

process.exitCode = await main()
