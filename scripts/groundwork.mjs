#!/usr/bin/env node
// The command `groundwork`: runs the command line under Groundwork's own Node, installed and built if need be.
import { fail, groundworkNode, root } from './application.mjs'
import { ensureBuilt } from './built-program.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { runInFront } from './run.mjs'

async function run() {
  // Standard output belongs to the command: what is said on the way there goes to standard error.
  await ensureDependencies({ quiet: true })
  const node = groundworkNode()
  await ensureBuilt(node, { quiet: true })
  // An import that is cancelled first finishes the file it is at.
  return runInFront(node, [`${root}/out/main/cli.js`, ...process.argv.slice(2)], { stdio: 'inherit', patience: 15_000 })
}

run().then((status) => process.exit(status), fail)
