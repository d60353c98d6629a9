// New identifiers.
import { randomBytes } from 'node:crypto'
import { uuidFrom, type Id } from '../shared/identifiers.ts'

/** A new identifier, in the order of time. */
export const newUuid = (): Id => uuidFrom(Date.now(), randomBytes(10))
