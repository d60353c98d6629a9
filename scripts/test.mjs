// npm test: from nothing to the last test. Ends with the line "N passed, N failed".
import { mkdirSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { dependency, fail, groundworkNode, root } from './application.mjs'
import { ensureBuilt } from './built-program.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { runToEnd } from './run.mjs'
import { ensureSystemPrograms } from './system-programs.mjs'
import { countsIn, noTests, summaryLine, sumOf } from './test-counts.mjs'

const reports = join(root, 'out', 'test-reports')

/** Runs one step with a heading; a failure is one failed check, and the next step still runs. */
async function check(heading, work) {
  console.log(`\n${heading}`)
  const status = await work().catch((thrown) => {
    console.error(thrown.message)
    return 1
  })
  if (status === 130) process.exit(130)
  return status === 0 ? noTests : { ...noTests, failed: 1 }
}

async function suite(heading, node, env, name, more) {
  console.log(`\n${heading}`)
  const report = join(reports, `${name}.json`)
  const command = [dependency('vitest/vitest.mjs'), 'run', ...more, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = await runToEnd(node, command, { cwd: root, env })
  if (status === 130) process.exit(130)
  return countsIn(report, status)
}

async function testAll() {
  await ensureDependencies()
  const node = groundworkNode()
  // What the tests start by the name `node` must be the same Node.
  const path = [dirname(node), dependency('.bin'), process.env.PATH].join(delimiter)
  const env = { ...process.env, PATH: path, CHROMIUM: ensureSystemPrograms() }
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const run = (file, ...args) => runToEnd(node, [dependency(file), ...args], { cwd: root, env })

  const types = await check('Type check', () => run('typescript/bin/tsc', '-b'))
  const lint = await check('Lint', () => run('oxlint/bin/oxlint', '--deny-warnings', 'src', 'tests', 'scripts'))
  const build = await check('Build', () => ensureBuilt(node, { always: true }).then(() => 0))
  const unit = await suite('Unit and integration tests', node, env, 'unit', [])
  // Without a build there is nothing to try in a browser.
  const endToEnd =
    build.failed > 0 ? { ...noTests, failed: 1 } : await suite('End-to-end tests', node, env, 'e2e', ['--config', 'vitest.e2e.config.ts'])
  return sumOf([types, lint, build, unit, endToEnd])
}

testAll().then((counts) => {
  console.log(`\n${summaryLine(counts)}`)
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1)
}, fail)
