// Reads what a run of vitest wrote about itself.
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './application.mjs'

/** How many tests passed, failed and were skipped. */
export const noTests = { passed: 0, failed: 0, skipped: 0 }

/** Adds counts up. */
export const sumOf = (all) =>
  all.reduce(
    (sum, counts) => ({ passed: sum.passed + counts.passed, failed: sum.failed + counts.failed, skipped: sum.skipped + counts.skipped }),
    noTests,
  )

/**
 * The counts in a report of vitest's JSON reporter. What failed without being a test counts as one failure each: a
 * file that could not be loaded, a run that ended badly though every test passed, a report that is not there.
 */
export function countsIn(reportFile, status) {
  if (!existsSync(reportFile)) return { ...noTests, failed: 1 }
  const report = JSON.parse(readFileSync(reportFile, 'utf8'))
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'))
  const failed = report.numFailedTests + unloaded.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The first lines of what a test complained of, without colours. */
const complaint = (messages) =>
  stripVTControlCharacters(messages.join('\n'))
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*at .*node_modules/.test(line))
    .slice(0, 8)
    .map((line) => `    ${line}`)
    .join('\n')

/** What failed in a run, a paragraph each: the file, the test's name, what it complained of and what its windows showed. */
export function failuresIn(reportFile) {
  if (!existsSync(reportFile)) return []
  return JSON.parse(readFileSync(reportFile, 'utf8')).testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    const name = relative(root, file.name)
    if (failed.length === 0 && file.status === 'failed') return [`${name}\n${complaint([file.message])}`]
    return failed.map((test) => `${name} > ${[...test.ancestorTitles, test.title].join(' > ')}\n${[complaint(test.failureMessages), ...(test.meta?.windows ?? []).map((shown) => `    ${shown}`)].join('\n')}`)
  })
}

/** The last line of a test run. */
export const summaryLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
