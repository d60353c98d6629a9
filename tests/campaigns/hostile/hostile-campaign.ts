// The hostile campaign: each file that is made to do harm ends as it should, within five seconds and 150 MB.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Campaign } from '../campaign.ts'
import { hostileFiles, type HostileFile } from './files.ts'
import type { Ended } from './read-one.ts'

/** Bounds of one file, in milliseconds and megabytes. */
const bounds = { time: 5000, memory: 150 }

function judge({ ends }: HostileFile, { code, outcome, took, processor, grew }: Ended): string[] {
  const right = ends.includes(code ?? outcome)
  return [
    ...(right ? [] : [`ended with ${code ?? outcome}, not ${ends.join(' or ')}`]),
    // What else the machine does lengthens the time by the clock, and not the processor's: reading waits for nothing else.
    ...(Math.min(took, processor) > bounds.time ? [`took ${Math.round(took)} ms, ${Math.round(processor)} of the processor`] : []),
    ...(grew > bounds.memory ? [`grew by ${Math.round(grew)} MB`] : []),
  ]
}

/** Every file once; `rounds` is the number of files at most, `from` the first. */
export const hostileCampaign: Campaign = async ({ rounds, from = 0, onRound }) => {
  const rows: (string | number)[][] = []
  const problems: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-hostile-files-'))
  for (const file of hostileFiles().slice(from, rounds)) {
    const path = join(folder, file.name)
    writeFileSync(path, file.bytes)
    const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'read-one.ts'), path], { encoding: 'utf8', timeout: 120_000 })
    const ended = stdout === '' ? null : (JSON.parse(stdout) as Ended)
    const faults = ended ? judge(file, ended) : [`no answer: ${stderr.slice(0, 300)}`]
    problems.push(...faults.map((fault) => `${file.name} (${file.about}): ${fault}`))
    rows.push([file.name, file.about, ended?.code ?? ended?.outcome ?? 'none', Math.round(ended?.took ?? 0), Math.round(ended?.processor ?? 0), Math.round(ended?.grew ?? 0), faults.length])
    onRound?.(rows.at(-1) ?? [])
    rmSync(path)
  }
  if (existsSync('/tmp/slipped')) problems.push('a file was written outside of the workspace')
  rmSync(folder, { recursive: true, force: true })
  return { head: ['file', 'what it is', 'ended', 'ms', 'of the processor', 'MB', 'problems'], rows, problems }
}
