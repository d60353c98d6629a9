import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countsIn, failuresIn, summaryLine, sumOf } from '../../scripts/test-counts.mjs'

/** A report as vitest's JSON reporter writes it. */
function aReport(counts: { passed?: number; failed?: number; pending?: number; files?: object[] }) {
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

test('what failed is named with its file, its complaint and what its windows showed', () => {
  const files = [
    {
      name: join(import.meta.dirname, 'lists.test.ts'),
      status: 'failed',
      assertionResults: [
        { status: 'passed', ancestorTitles: ['a list'], title: 'opens' },
        { status: 'failed', ancestorTitles: ['a list'], title: 'closes', failureMessages: ['\u001B[31mexpected 3\u001B[39m\n    at lists.test.ts:3\n    at node_modules/x.js:1'], meta: { windows: ['keyboard on body'] } },
      ],
    },
    { name: join(import.meta.dirname, 'broken.test.ts'), status: 'failed', message: 'No such module', assertionResults: [] },
    { name: join(import.meta.dirname, 'good.test.ts'), status: 'passed', message: '', assertionResults: [] },
  ]
  expect(failuresIn(aReport({ files }))).toEqual([
    'tests/scripts/lists.test.ts > a list > closes\n    expected 3\n        at lists.test.ts:3\n    keyboard on body',
    'tests/scripts/broken.test.ts\n    No such module',
  ])
  expect(failuresIn('/no/such/report.json')).toEqual([])
})

test('the last line adds the runs up and names skipped tests only when there are any', () => {
  const sum = sumOf([
    { passed: 3, failed: 1, skipped: 0 },
    { passed: 4, failed: 0, skipped: 2 },
  ])
  expect([summaryLine(sum), summaryLine({ passed: 7, failed: 0, skipped: 0 })]).toEqual(['7 passed, 1 failed, 2 skipped', '7 passed, 0 failed'])
})
