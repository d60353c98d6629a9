import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { salvage } from '../../../src/core/salvage/salvage.ts'
import { aWorkedWorkspace } from '../../campaigns/damage/a-worked-workspace.ts'
import { fileDamages, logDamages, type Bytes } from '../../campaigns/damage/damages.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { faultsOf } from '../../campaigns/workspace-health.ts'
import { createCore } from '../../../src/core/core.ts'
import { aFolder, countingIds, resources } from '../a-core.ts'

let worked: Awaited<ReturnType<typeof aWorkedWorkspace>>
beforeAll(async () => (worked = await aWorkedWorkspace()))

function lay({ file, log }: Bytes): { from: string; to: string } {
  const folder = aFolder()
  const from = join(folder, 'W.groundwork')
  writeFileSync(from, file)
  if (log) writeFileSync(`${from}-wal`, log)
  return { from, to: join(folder, 'S.groundwork') }
}

const means = () => ({ newId: countingIds(), now: '2026-11-26T12:00:00.000Z' })
const readOf = ({ tables }: ReturnType<typeof salvage>) => Object.fromEntries(tables.map(({ table, read }) => [table, read]))

/** Zeroes the pages that hold the rows of a table, found by words that stand in them. */
function without(words: string, file: Buffer): Buffer {
  const damaged = Buffer.from(file)
  for (let at = file.indexOf(words); at >= 0; at = file.indexOf(words, at + 1)) damaged.fill(0, at - (at % 4096), at - (at % 4096) + 4096)
  return damaged
}

describe('a salvage', () => {
  it('of a whole workspace loses nothing, with what only the log of a killed program holds', () => {
    const { from, to } = lay(worked.killed)
    const report = salvage(from, to, means())
    expect(readOf(report)).toMatchObject({ source: worked.most.sources, passage: worked.most.passages, item: worked.most.items, memo: worked.most.memos })
    expect([report.lost, report.unreadable, faultsOf(to)]).toEqual([0, 0, []])
  })

  it('finds the rows again when the first page, and with it the list of tables, is gone', () => {
    const { from, to } = lay({ file: Buffer.from(worked.closed.file).fill(0, 0, 4096), log: null })
    expect(readOf(salvage(from, to, means()))).toMatchObject({ passage: worked.least.passages, item: worked.least.items, memo_body: worked.least.memos })
    expect(faultsOf(to)).toEqual([])
  })

  it('keeps the passages of a source whose text is lost, each with its quotation in a text made of them', () => {
    const { from, to } = lay({ file: without('Paragraph 35 of text 1', worked.closed.file), log: null })
    const report = salvage(from, to, means())
    expect(report.notes.join(' ')).toMatch(/lost their text: \d/)
    const folder = aFolder()
    const core = createCore({ path: to, resources, filesFolder: folder })
    try {
      expect(core.api.workspace.get({}).passages).toBe(worked.least.passages)
      for (const { id } of core.api.sources.list({})) {
        const { text } = core.api.sources.text({ source: id })
        for (const mark of core.api.passages.list({ source: id })) {
          const quotes = core.api.passages.get({ passage: mark.id }).segments.map((segment) => segment.quote)
          expect(mark.segments.map(({ start, end }) => text.slice(start, end))).toEqual(quotes)
        }
      }
    } finally {
      core.close()
    }
  })

  it('never writes to the damaged file, is sound, and never silently empty, whatever the damage', () => {
    const random = randomFrom(11)
    for (const [name, damage] of [...Object.entries(fileDamages), ...Object.entries(logDamages)]) {
      const bytes = damage(worked.killed, random)
      const { from, to } = lay(bytes)
      let outcome: unknown
      try {
        const report = salvage(from, to, means())
        outcome = { faults: faultsOf(to), empty: report.tables.every(({ read }) => read === 0) }
      } catch (thrown) {
        outcome = (thrown as { code?: string }).code
      }
      expect({ name, untouched: readFileSync(from).equals(bytes.file) }).toEqual({ name, untouched: true })
      if (outcome !== 'workspace.damaged') expect({ name, outcome }).toEqual({ name, outcome: { faults: [], empty: false } })
    }
  })

  it('refuses to take the place of a file that is there', () => {
    const { from, to } = lay(worked.closed)
    writeFileSync(to, 'something else')
    expect(() => salvage(from, to, means())).toThrow(expect.objectContaining({ code: 'shell.refused' }))
    expect(readFileSync(to, 'utf8')).toBe('something else')
  })

  it('of a file with nothing of a workspace in it makes none and says so', () => {
    const { from, to } = lay({ file: Buffer.alloc(40_000, 7), log: null })
    expect(() => salvage(from, to, means())).toThrow(expect.objectContaining({ code: 'workspace.damaged' }))
  })
})
