// A machine whose disk takes its time over every row, so that a long work can be met while it is under way.
import Database from 'better-sqlite3'

const Statement = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as { run(...values: unknown[]): unknown }
const { run } = Statement
const clock = new Int32Array(new SharedArrayBuffer(4))

Statement.run = function (...values: unknown[]) {
  Atomics.wait(clock, 0, 0, 100)
  return run.apply(this, values)
}
