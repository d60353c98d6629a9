// The damage campaign: a damaged workspace opens, or is refused and left as it is; it is never emptied without a word.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Campaign } from '../campaign.ts'
import { randomFrom } from '../random.ts'
import { aWorkedWorkspace, type Holdings } from './a-worked-workspace.ts'
import { fileDamages, logDamages, type Bytes } from './damages.ts'
import type { Use } from './open-and-use.ts'

/** Opening and reading a small workspace takes a second; a process that needs this long hangs. In milliseconds. */
const patience = 60_000

interface Ending {
  use: Use | null
  /** Why there is no answer: hung, or how the process ended. */
  crash: string | null
}

function openAndUse(folder: string): Promise<Ending> {
  const program = join(import.meta.dirname, 'open-and-use.ts')
  const child = spawn(process.execPath, [program, join(folder, 'W.groundwork'), join(folder, 'data')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  return new Promise((resolve) => {
    child.once('close', (status, signal) => {
      clearTimeout(timer)
      const failed = status !== 0 || complaint !== ''
      const crash = signal ? `ended by ${signal}` : failed ? `ended with ${status}: ${complaint.slice(0, 500)}` : null
      resolve({ use: output === '' ? null : (JSON.parse(output) as Use), crash })
    })
  })
}

function lay(folder: string, { file, log }: Bytes): void {
  writeFileSync(join(folder, 'W.groundwork'), file)
  if (log) writeFileSync(join(folder, 'W.groundwork-wal'), log)
}

function isUntouched(folder: string, { file, log }: Bytes): boolean {
  const logPath = join(folder, 'W.groundwork-wal')
  const sameLog = log ? existsSync(logPath) && readFileSync(logPath).equals(log) : !existsSync(logPath)
  return readFileSync(join(folder, 'W.groundwork')).equals(file) && sameLog
}

/** Faults of one round as sentences. `least` is what the file held before its log. */
function judge(folder: string, bytes: Bytes, { use, crash }: Ending, least: Holdings): string[] {
  const faults: string[] = []
  if (crash) faults.push(crash)
  if (!use) return faults
  faults.push(...judgeSalvage(use))
  if (use.refused !== null) {
    if (!use.refused.startsWith('workspace.')) faults.push(`refused with “${use.refused}”: ${use.message}`)
    if (!isUntouched(folder, bytes)) faults.push(`refused with ${use.refused}, but changed`)
    return faults
  }
  // A damaged index can break a constraint that no write of ours breaks: then “internal” is as true as it gets.
  for (const { call, code } of use.failures) if (code === '') faults.push(`${call} failed without a code: ${use.logged.join(' ').slice(0, 300)}`)
  // Where a call failed with its reason the user knows; where all went well nothing may be missing.
  if (use.failures.length > 0) return faults
  for (const [name, count] of Object.entries(least)) {
    const found = use.holdings[name as keyof Holdings] ?? 0
    if (found < count) faults.push(`${found} of ${count} ${name} were left, and nothing was said`)
  }
  return faults
}

/** A salvage answers with a code or with a sound workspace that is not empty, and says what it read. */
function judgeSalvage({ salvaged }: Use): string[] {
  if (!salvaged) return []
  if (salvaged.refused !== null) return salvaged.refused.startsWith('workspace.') ? [] : [`the salvage failed with ${salvaged.refused}`]
  const read = salvaged.tables.reduce((sum, table) => sum + table.read, 0)
  return [...salvaged.faults.map((fault) => `salvaged, but ${fault}`), ...(read === 0 ? ['salvaged, but empty'] : [])]
}

function salvageOf({ use }: Ending): string {
  if (!use?.salvaged) return ''
  const { refused, tables } = use.salvaged
  const count = (name: string) => tables.find(({ table }) => table === name)?.read ?? 0
  return refused ?? `${count('source')} sources, ${count('passage')} passages, ${count('memo_body')} memos`
}

function outcomeOf({ use, crash }: Ending): string {
  if (!use) return crash ?? 'no answer'
  if (use.refused !== null) return use.refused
  if (use.failures.length === 0) return 'opened'
  return `opened; ${[...new Set(use.failures.map(({ code }) => code))].join(', ')}`
}

/** Runs the rounds; each kind of damage comes in turn. */
export const damageCampaign: Campaign = async ({ rounds, seed, from = 0, onRound }) => {
  const random = randomFrom(seed)
  const { closed, killed, least } = await aWorkedWorkspace()
  const kinds = [
    ...Object.entries(fileDamages).map(([name, damage]) => ({ name, damage, whole: closed })),
    ...Object.entries(logDamages).map(([name, damage]) => ({ name, damage, whole: killed })),
  ]
  const rows: (string | number)[][] = []
  const problems: string[] = []
  const first = random.whole(0, kinds.length - 1)
  for (let round = 0; round < rounds; round += 1) {
    const kind = kinds[(first + round) % kinds.length]
    if (!kind) break
    const bytes = kind.damage(kind.whole, random)
    if (round < from) continue
    const folder = mkdtempSync(join(tmpdir(), 'groundwork-damaged-'))
    lay(folder, bytes)
    const ending = await openAndUse(folder)
    const faults = judge(folder, bytes, ending, least)
    rmSync(folder, { recursive: true, force: true })
    problems.push(...faults.map((fault) => `round ${round}, ${kind.name}: ${fault}`))
    const row = [round, kind.name, outcomeOf(ending), salvageOf(ending), faults.length]
    rows.push(row)
    onRound?.(row)
  }
  return { head: ['round', 'damage', 'outcome', 'salvaged', 'problems'], rows, problems }
}
