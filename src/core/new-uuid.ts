// New identifiers.
import { randomFillSync } from 'node:crypto'
import { uuidFrom, type Id } from '../shared/identifiers.ts'

const perId = 10

/** Random bytes for many identifiers: asking the system for ten takes as long as asking for thousands. */
const pool = new Uint8Array(perId * 256)
let used = pool.length

/** A new identifier, in the order of time. */
export function newUuid(): Id {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += perId
  return uuidFrom(Date.now(), pool.subarray(used - perId, used))
}
