import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countsIn, summaryLine, sumOf } from '../../scripts/test-counts.mjs'

/** A report as vitest's JSON reporter writes it. */
function aReport(counts: { passed?: number; failed?: number; pending?: number; files?: { status: string; assertionResults: { status: string }[] }[] }) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'report.json')
  const { passed = 0, failed = 0, pending = 0, files = [] } = counts
  const report = { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0, testResults: files }
  writeFileSync(file, JSON.stringify(report))
  return file
}

test('a good run counts its tests', () => {
  expect(countsIn(aReport({ passed: 12, pending: 1 }), 0)).toEqual({ passed: 12, failed: 0, skipped: 1 })
})

test('failed tests are counted once, not with their file', () => {
  const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }]
  expect(countsIn(aReport({ passed: 1, failed: 1, files }), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('a file that could not be loaded is a failure', () => {
  const files = [{ status: 'failed', assertionResults: [] }]
  expect(countsIn(aReport({ passed: 5, files }), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
})

test('a run that ended badly though every test passed is a failure', () => {
  expect(countsIn(aReport({ passed: 5 }), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
})

test('a run without a report is a failure', () => {
  expect(countsIn('/no/such/report.json', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('the last line adds the runs up and names skipped tests only when there are any', () => {
  const sum = sumOf([
    { passed: 3, failed: 1, skipped: 0 },
    { passed: 4, failed: 0, skipped: 2 },
  ])
  expect([summaryLine(sum), summaryLine({ passed: 7, failed: 0, skipped: 0 })]).toEqual(['7 passed, 1 failed, 2 skipped', '7 passed, 0 failed'])
})
