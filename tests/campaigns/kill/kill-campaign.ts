// The kill campaign: a process works on a workspace and is killed at any moment; what it had acknowledged must be there.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { openCore } from '../../../src/core/host/core-host.ts'
import { remote } from '../../../src/shared/remote.ts'
import type { Backup } from '../../../src/shared/backups.ts'
import type { Campaign } from '../campaign.ts'
import { randomFrom, type Random } from '../random.ts'
import { faultsOf } from '../workspace-health.ts'
import { killDuringMigration } from './kill-migration.ts'
import { after, emptyModel, type Model, type Step } from './model.ts'
import { expectedState, storedState } from './stored-state.ts'

/** After this many rounds the next one begins with a new workspace, so that making one is killed too. */
const roundsOnOneWorkspace = 5

/** One in so many rounds opens a workspace of an older form, which is backed up and migrated. */
const roundsBetweenMigrations = 6

const article = 'Why the U.S.-Russia Ukraine Talks Failed'

interface Killed {
  acknowledged: Step[]
  /** The step that was asked for and not acknowledged. */
  underWay: Step | null
  opened: boolean
  /** What the process itself complained of. */
  complaint: string
}

/**
 * When to kill: so many milliseconds after so many acknowledgements; 0 acknowledgements count from the start,
 * or for a new workspace from when its making begins, since that takes a few milliseconds only.
 */
interface Moment {
  acknowledgements: number
  delay: number
}

function aMoment(random: Random, isNew: boolean): Moment {
  if (random.fraction() < 0.25 || isNew) return { acknowledgements: 0, delay: random.fraction() * (isNew ? 60 : 900) }
  return { acknowledgements: random.whole(1, 60), delay: random.fraction() * 12 }
}

async function isBegun(folder: string): Promise<void> {
  while (!readdirSync(folder).some((name) => name.includes('.groundwork') && !name.endsWith('.lock'))) await wait(1)
}

async function workUntilKilled(folder: string, model: Model, random: Random): Promise<Killed> {
  const workspace = join(folder, 'W.groundwork')
  const isNew = !existsSync(workspace)
  const moment = aMoment(random, isNew)
  const modelFile = join(folder, 'model.json')
  writeFileSync(modelFile, JSON.stringify(model))
  const program = join(import.meta.dirname, 'work-until-killed.ts')
  const child = spawn(process.execPath, [program, workspace, join(folder, 'data'), modelFile, String(random.whole(0, 2 ** 31))], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const killed: Killed = { acknowledged: [], underWay: null, opened: false, complaint: '' }
  const kill = () => wait(moment.delay).then(() => child.kill('SIGKILL'))
  child.stderr.on('data', (chunk: Buffer) => (killed.complaint += chunk.toString()))
  if (moment.acknowledgements === 0) void (isNew ? isBegun(folder).then(kill) : kill())
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const said = JSON.parse(line) as { opened?: true; about?: Step; done?: Step }
    if (said.opened) killed.opened = true
    if (said.about) killed.underWay = said.about
    if (!said.done) return
    killed.underWay = null
    killed.acknowledged.push(said.done)
    if (killed.acknowledged.length === moment.acknowledgements) void kill()
  })
  await Promise.all([
    new Promise((resolve) => child.once('exit', resolve)),
    new Promise((resolve) => lines.once('close', resolve)),
  ])
  return killed
}

/** What stands in the file must be what was acknowledged, with or without the step that was cut off. */
async function reckon(folder: string, before: Model, killed: Killed): Promise<{ model: Model; found: string; problems: string[] }> {
  const workspace = join(folder, 'W.groundwork')
  const acknowledged = killed.acknowledged.reduce(after, before)
  const withLast = killed.underWay ? after(acknowledged, killed.underWay) : acknowledged
  const host = await openCore({ workspace, dataFolder: join(folder, 'data'), resources: join(import.meta.dirname, '../../../resources') })
  const api = remote((name, args) => host.call(name, args))
  const problems: string[] = killed.complaint === '' ? [] : [`the process complained: ${killed.complaint}`]
  const { others, ...stored } = await storedState(api)
  const identity = await api.workspace.get({})
  problems.push(...faultsOfBackups(folder, await api.backups.list({}), killed))
  const temporary = readdirSync(join(folder, 'data', 'temporary'))
  await host.close()
  if (others.join() !== article) problems.push(`other sources than the article: “${others.join('”, “')}”`)
  if (identity.id === '') problems.push('the workspace has no identity')
  if (temporary.length !== 1) problems.push(`${temporary.length - 1} private folders of killed processes were left`)
  problems.push(...faultsOf(workspace))
  const isAcknowledged = isDeepStrictEqual(stored, expectedState(acknowledged))
  const hasLast = isDeepStrictEqual(stored, expectedState(withLast))
  if (!isAcknowledged && !hasLast) problems.push(`what is stored is not what was acknowledged: ${difference(stored, expectedState(acknowledged))}`)
  const found = killed.underWay === null ? 'nothing under way' : hasLast && !isAcknowledged ? 'all and the last' : 'all'
  return { model: isAcknowledged ? acknowledged : withLast, found, problems }
}

/** Every backup that is listed must be whole, and one that was acknowledged must be listed. */
function faultsOfBackups(folder: string, backups: Backup[], killed: Killed): string[] {
  const made = killed.acknowledged.some(({ step }) => step === 'backup')
  const unsound = backups.flatMap(({ id }) => faultsOf(join(folder, 'data', 'backups', id)).map((fault) => `backup ${id}: ${fault}`))
  return [...unsound, ...(made && backups.length === 0 ? ['a backup was acknowledged and is not listed'] : [])]
}

function difference(stored: object, expected: object): string {
  const parts = Object.keys(stored).filter((key) => !isDeepStrictEqual(stored[key as never], expected[key as never]))
  return parts.map((key) => `${key} ${JSON.stringify(stored[key as never])} instead of ${JSON.stringify(expected[key as never])}`).join(', ').slice(0, 2000)
}

/** Runs the rounds; each ends with the workspace opened anew, compared with the model and checked by SQLite. */
export const killCampaign: Campaign = async ({ rounds, seed, onRound }) => {
  const random = randomFrom(seed)
  const rows: (string | number)[][] = []
  const problems: string[] = []
  let folder = ''
  let model = emptyModel
  for (let round = 0; round < rounds; round += 1) {
    if (round % roundsBetweenMigrations === roundsBetweenMigrations - 1) {
      const migrated = await killDuringMigration(random)
      problems.push(...migrated.problems.map((problem) => `round ${round}, migration: ${problem}`))
      const row = [round, 0, `migration from ${migrated.from}`, migrated.found, migrated.problems.length]
      rows.push(row)
      onRound?.(row)
      continue
    }
    if (round === 0 || round % roundsOnOneWorkspace === 0) {
      if (folder) rmSync(folder, { recursive: true, force: true })
      folder = mkdtempSync(join(tmpdir(), 'groundwork-kill-'))
      model = emptyModel
    }
    const killed = await workUntilKilled(folder, model, random)
    const reckoned = await reckon(folder, model, killed)
    model = reckoned.model
    problems.push(...reckoned.problems.map((problem) => `round ${round} (${basename(folder)}): ${problem}`))
    const during = killed.underWay?.step ?? (killed.opened ? '–' : 'opening')
    const row = [round, killed.acknowledged.length, during, reckoned.found, reckoned.problems.length]
    rows.push(row)
    onRound?.(row)
  }
  if (problems.length === 0) rmSync(folder, { recursive: true, force: true })
  return { head: ['round', 'acknowledged', 'killed during', 'found again', 'problems'], rows, problems }
}
