// npm test: from nothing to the last test. Ends with the line "N passed, N failed".
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { dependency, fail, groundworkNode, root } from './application.mjs'
import { ensureBuilt } from './built-program.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { runToEnd } from './run.mjs'
import { hurryAside, runAside } from './run-aside.mjs'
import { ensureSystemPrograms } from './system-programs.mjs'
import { countsIn, failuresIn, noTests, summaryLine, sumOf } from './test-counts.mjs'

const reports = join(root, 'out', 'test-reports')
const meanwhile = join(reports, 'meanwhile.txt')

/** Where the steps print that run one after another before the user's eyes, and where those that run beside them do. */
const here = { say: (line) => console.log(line), run: runToEnd }
const aside = { say: (line) => appendFileSync(meanwhile, `${line}\n`), run: (program, args, options) => runAside(program, args, { output: meanwhile, ...options }) }

/** Runs one step with a heading; answers its exit status. Whatever it is, the next step still runs. */
async function step({ say }, heading, work) {
  say(`\n${heading}`)
  const status = await work().catch((thrown) => {
    say(thrown.message)
    return 1
  })
  if (status === 130) process.exit(130)
  return status
}

/** A step whose failure is one failed check. */
const check = async (place, heading, work) => ((await step(place, heading, work)) === 0 ? noTests : { ...noTests, failed: 1 })

async function suite(place, heading, { node, env, name, more = [] }) {
  const report = join(reports, `${name}.json`)
  const command = [dependency('vitest/vitest.mjs'), 'run', ...more, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return countsIn(report, await step(place, heading, () => place.run(node, command, { cwd: root, env })))
}

/** What needs no browser. */
async function checksAndUnits({ node, env }) {
  const run = (file, ...args) => aside.run(node, [dependency(file), ...args], { cwd: root, env })
  const types = await check(aside, 'Type check', () => run('typescript/bin/tsc', '-b'))
  const lint = await check(aside, 'Lint', () => run('oxlint/bin/oxlint', '--deny-warnings', 'src', 'tests', 'scripts'))
  const unit = await suite(aside, 'Unit and integration tests', { node, env, name: 'unit' })
  return sumOf([types, lint, unit])
}

async function testAll() {
  await ensureDependencies()
  const node = groundworkNode()
  // What the tests start by the name `node` must be the same Node.
  const path = [dirname(node), dependency('.bin'), process.env.PATH].join(delimiter)
  const env = { ...process.env, PATH: path, CHROMIUM: ensureSystemPrograms() }
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })

  const build = await check(here, 'Build', () => ensureBuilt(node, { always: true }).then(() => 0))
  const units = checksAndUnits({ node, env })
  console.log('\nTypes, lint, unit and integration tests run beside the end-to-end tests; what they say follows those.')
  // Without a build there is nothing to try in a browser.
  const endToEnd =
    build.failed > 0
      ? { ...noTests, failed: 1 }
      : await suite(here, 'End-to-end tests', { node, env, name: 'e2e', more: ['--config', 'vitest.e2e.config.ts'] })
  hurryAside()
  const counts = sumOf([build, await units, endToEnd])
  console.log(readFileSync(meanwhile, 'utf8'))
  const failures = ['e2e', 'unit'].flatMap((name) => failuresIn(join(reports, `${name}.json`)))
  // Last, so that they are found at the end of a long output.
  if (failures.length > 0) console.log(`\nWhat failed:\n\n${failures.join('\n\n')}`)
  return counts
}

testAll().then((counts) => {
  console.log(`\n${summaryLine(counts)}`)
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1)
}, fail)
