// Versions: each state that a save replaces is kept, thinned with age; named ones stay for ever.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import { thinnedOut } from '../../shared/memo-versions.ts'
import type { CoreContext } from '../context.ts'
import type { BodyRow } from './memos-store.ts'
import { deltaOf, fromDelta, pack, unpack } from './version-delta.ts'
import { versionsStore, type VersionSize } from './versions-store.ts'

/** A base serves until what differs from it is more than this share of a text, and at least so many characters. */
const largestShare = 0.25
const smallMiddle = 2000

/** How often a memo's versions are thinned while it is written. In milliseconds. */
const thinningEvery = 60_000

/** How many bytes the versions of one memo may take; the oldest without a name go first. */
const largestSum = 64 * 2 ** 20

/** The unnamed versions, given newest first, that no longer fit into so many bytes with those before them and their bases. */
export function beyond(versions: readonly VersionSize[], bytes: number): Id[] {
  const bases = new Set<Id>()
  let sum = 0
  return versions.flatMap(({ id, name, size, base, baseSize }) => {
    const own = size + (bases.has(base) ? 0 : baseSize)
    if (name === null && sum + own > bytes) return [id]
    bases.add(base)
    sum += own
    return []
  })
}

function versionGone(): never {
  throw new GroundworkError('version.gone', 'This version is no longer kept: older states without a name are thinned out.')
}

/** The calls on versions, and what the saving of memos needs. `bodyOf` throws `memo.gone`. */
export function createVersions(context: CoreContext, bodyOf: (memo: Id) => BodyRow) {
  const store = versionsStore(context.db)
  /** The base that was used last, unpacked: a memo is saved again and again. */
  let latest: { id: Id; text: string } | null = null
  const thinnedAt = new Map<Id, number>()

  function baseText(id: Id): string | null {
    if (latest?.id === id) return latest.text
    const packed = store.base(id)
    if (!packed) return null
    try {
      latest = { id, text: unpack(packed) }
      return latest.text
    } catch {
      return null
    }
  }

  function add(memo: Id, { document, revision, savedAt, words }: BodyRow): Id {
    const row = { id: context.newId(), memo, revision, savedAt, words }
    const base = store.newestBase(memo)
    const known = base === undefined ? null : baseText(base)
    const delta = known === null ? null : deltaOf(known, document)
    if (base !== undefined && delta && delta.middle.length <= Math.max(smallMiddle, document.length * largestShare)) {
      store.insert({ ...row, base, head: delta.head, tail: delta.tail, packed: pack(delta.middle) })
      return row.id
    }
    const id = context.newId()
    store.insertBase(id, memo, pack(document))
    store.insert({ ...row, base: id, head: document.length, tail: 0, packed: pack('') })
    latest = { id, text: document }
    return row.id
  }

  function thin(memo: Id, now: Instant): void {
    const at = Date.parse(now)
    if (Math.abs(at - (thinnedAt.get(memo) ?? 0)) < thinningEvery) return
    thinnedAt.set(memo, at)
    const unnamed = store.list(memo).filter(({ name }) => name === null)
    const gone = thinnedOut(unnamed, now).map(({ id }) => id)
    if (gone.length > 0) store.remove(memo, gone)
    const bulky = beyond(store.sizes(memo), largestSum)
    if (bulky.length > 0) store.remove(memo, bulky)
  }

  const versions: Api['memos']['versions'] = ({ memo }) => {
    bodyOf(memo)
    return store.list(memo)
  }

  const version: Api['memos']['version'] = ({ version: id }) => {
    const row = store.get(id) ?? versionGone()
    try {
      const document = fromDelta(unpack(row.basePacked), { head: row.head, tail: row.tail, middle: unpack(row.packed) })
      return { id, memo: row.memo, savedAt: row.savedAt, words: row.words, name: row.name, document }
    } catch {
      throw new GroundworkError('version.unreadable', 'This version cannot be read: its bytes in the workspace are damaged. Other versions may be whole.')
    }
  }

  // The state itself is no command: what is undone is the name alone, and a name that comes back finds it.
  const keepStored = context.db.transaction((memo: Id): Id => {
    const body = bodyOf(memo)
    return store.ofRevision(memo, body.revision) ?? add(memo, body)
  })

  const nameVersion: Api['memos']['nameVersion'] = ({ memo, version: wanted, name }) => {
    bodyOf(memo)
    const id = wanted ?? keepStored.immediate(memo)
    if (store.get(id)?.memo !== memo) versionGone()
    context.command(name === '' ? 'Remove name of version' : 'Name version', () =>
      name === '' ? store.removeName(id) : store.setName(id, memo, name),
    )
    return store.list(memo).find((one) => one.id === id) ?? versionGone()
  }

  /** Those of some identifiers that any version holds; one that cannot be read holds them all. */
  function holding(wanted: ReadonlySet<Id>): ReadonlySet<Id> {
    const found = new Set<Id>()
    const look = (text: string) => {
      for (const id of wanted) if (text.includes(id)) found.add(id)
    }
    try {
      for (const base of store.bases()) {
        const text = unpack(base.packed)
        look(text)
        // What a version has of its own, with as much around it as an identifier that begins or ends there needs.
        for (const { head, tail, packed } of store.onBase(base.id)) {
          look(text.slice(Math.max(0, head - 40), head) + unpack(packed) + text.slice(text.length - tail).slice(0, 40))
        }
      }
    } catch {
      return wanted
    }
    return found
  }

  return {
    holding,
    api: { versions, version, nameVersion },
    /** Keeps the state that a save replaces; called in the transaction of the save. An empty new memo is none. */
    keepReplaced(memo: Id, body: BodyRow, now: Instant): void {
      if (body.revision === 0 || store.ofRevision(memo, body.revision) !== undefined) return
      add(memo, body)
      thin(memo, now)
    },
    /** Forgets the versions of memos that no undo can bring back. */
    sweep: () => store.sweep(),
  }
}
