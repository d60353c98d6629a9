// Identifiers of everything in a workspace: UUID version 7 (RFC 9562 §5.7), ordered by time of creation.
import { z } from 'zod'

/** A lower-case UUID in its canonical form of 36 characters. */
export const idSchema = z
  .string('is not an id')
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'is not an id')

export type Id = z.infer<typeof idSchema>

/** Ids that were put one after another, each by itself again. */
export const unpackIds = (packed: string): Id[] => packed.match(/.{36}/g) ?? []

/** An instant as ISO 8601 in UTC with milliseconds, for example `2026-11-23T12:04:00.000Z`. */
export type Instant = string

const twoDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * Makes a UUIDv7 from a time in milliseconds since 1970 and ten random bytes (0–255 each).
 * Throws a RangeError when fewer than ten bytes are given.
 */
export function uuidFrom(milliseconds: number, random: Uint8Array): Id {
  if (random.length < 10) throw new RangeError('ten random bytes are needed')
  const time = milliseconds.toString(16).padStart(12, '0')
  let hex = ''
  for (let at = 0; at < 10; at += 1) {
    const byte = random[at] ?? 0
    const marked = at === 0 ? (byte & 0x0f) | 0x70 : at === 2 ? (byte & 0x3f) | 0x80 : byte
    hex += twoDigits[marked]
  }
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`
}
