// Versions of memos: what a save replaces is kept, thinned with age, named for ever, and compact.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLineCounter } from '../../../src/core/memos/count-lines.ts'
import { beyond } from '../../../src/core/memos/versions.ts'
import { countWords } from '../../../src/shared/blocks.ts'
import { deltaOf, fromDelta, pack, unpack } from '../../../src/core/memos/version-delta.ts'
import { density, mostVersions, thinnedOut } from '../../../src/shared/memo-versions.ts'
import { aCore, aDocument, aFolder } from '../a-core.ts'

const start = Date.UTC(2026, 10, 23, 12)

/** A core whose clock stands until it is moved, with a memo and a way to save it. */
function aWrittenMemo(path = ':memory:') {
  let at = start
  const core = aCore({ path, now: () => new Date(at).toISOString() })
  const memo = core.api.memos.create({ head: { title: 'A memo' } }).id
  const save = (text: string, afterMilliseconds = 1000) => {
    at += afterMilliseconds
    const { revision } = core.api.memos.get({ memo })
    core.api.memos.save({ memo, revision, document: aDocument([text]) })
  }
  const versions = () => core.api.memos.versions({ memo })
  const texts = () => versions().map(({ id }) => core.api.memos.version({ version: id }).document)
  return { core, memo, save, versions, texts, pass: (milliseconds: number) => (at += milliseconds) }
}

describe('versions of a memo', () => {
  it('are the states that saves replaced, newest first, byte for byte, with their times and words', () => {
    const { save, versions, texts } = aWrittenMemo()
    save('One.')
    save('One two 𠮷.')
    save('One two 𠮸.')
    expect(texts()).toEqual([aDocument(['One two 𠮷.']), aDocument(['One.'])])
    expect(versions()).toMatchObject([{ words: 3, savedAt: '2026-11-23T12:00:02.000Z', name: null }, { words: 1 }])
  })

  it('get thinner with age, and those with a name stay for ever', () => {
    const { core, memo, save, versions, pass } = aWrittenMemo()
    for (let count = 0; count < 300; count += 1) save(`State ${count}.`, 2000)
    expect(versions()).toHaveLength(299)
    core.api.memos.nameVersion({ memo, version: versions().at(-1)?.id ?? null, name: 'First' })
    const ages = [30 * 60_000, 12 * 3_600_000, 10 * 86_400_000].map((milliseconds) => {
      pass(milliseconds)
      save(`After ${milliseconds}.`)
      save(`Then ${milliseconds}.`, 61_000)
      return versions().length
    })
    expect(ages[0]).toBeLessThan(20)
    expect(ages[1]).toBeLessThan(10)
    expect(ages[2]).toBeLessThan(9)
    pass(40 * 86_400_000)
    save('Last.')
    save('Very last.', 61_000)
    expect(versions().map(({ name }) => name)).toEqual([null, 'First'])
  })

  it('name the text as it stands now without doubling it, are renamed, and lose the name by undo', () => {
    const { core, memo, save, versions, texts } = aWrittenMemo()
    save('Sent.')
    const named = core.api.memos.nameVersion({ memo, version: null, name: 'Sent to the director' })
    expect(named.name).toBe('Sent to the director')
    save('Changed.')
    expect(texts()).toEqual([aDocument(['Sent.'])])
    core.api.memos.nameVersion({ memo, version: named.id, name: 'Sent' })
    core.api.history.undo({})
    expect(versions()[0]?.name).toBe('Sent to the director')
    core.api.memos.nameVersion({ memo, version: named.id, name: '' })
    expect(versions()[0]?.name).toBeNull()
    core.api.history.undo({})
    expect(versions()[0]?.name).toBe('Sent to the director')
  })

  it('come back with a memo that was deleted, and go when nothing can bring it back', () => {
    const { core, memo, save, versions } = aWrittenMemo()
    save('One.')
    save('Two.')
    core.api.memos.nameVersion({ memo, version: null, name: 'Kept' })
    core.api.memos.remove({ memo })
    expect(() => versions()).toThrow(expect.objectContaining({ code: 'memo.gone' }))
    core.api.history.undo({})
    expect(versions().map(({ name }) => name)).toEqual(['Kept', null])
  })

  it('are refused where there is none, or when it is another memo’s', () => {
    const { core, memo, save, versions } = aWrittenMemo()
    save('One.')
    save('Two.')
    const other = core.api.memos.create({}).id
    const version = versions()[0]?.id ?? ''
    const gone = expect.objectContaining({ code: 'version.gone' })
    expect(() => core.api.memos.nameVersion({ memo: other, version, name: 'Mine' })).toThrow(gone)
    expect(() => core.api.memos.version({ version: memo })).toThrow(gone)
  })

  it('take little room: two hundred states of a long text cost what a dozen of them would', () => {
    const path = join(aFolder(), 'W.groundwork')
    const { save, versions, core } = aWrittenMemo(path)
    const long = Array.from({ length: 4000 }, (_, at) => `word${(at * 7919) % 5003}`)
    for (let change = 0; change < 200; change += 1) {
      long[(change * 37) % 400] = `changed${change}`
      save(long.join(' '), 2000)
    }
    const kept = versions().map(({ id }) => core.api.memos.version({ version: id }).document)
    expect(kept[0]).toContain('changed198')
    expect(kept.at(-1)).not.toContain('changed1 ')
    expect(new Set(kept).size).toBe(199)
    const db = new Database(path, { readonly: true })
    const bytes = (table: string) => Number(db.prepare(`SELECT sum(length(packed)) FROM ${table}`).pluck().get())
    expect(bytes('memo_version') + bytes('memo_version_base')).toBeLessThan(12 * long.join(' ').length)
    db.close()
  })
})

describe('the difference from a base', () => {
  it('gives back any text over any base, packed or not', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '𠮷', '𠮸', '👩‍👩', 'é', '\n'), maxLength: 40 })
    fc.assert(
      fc.property(text, text, (base, wanted) => {
        const delta = deltaOf(base, wanted)
        const middle = unpack(pack(delta.middle))
        expect(fromDelta(unpack(pack(base)), { ...delta, middle })).toBe(wanted)
      }),
      { numRuns: 500, seed: 180 },
    )
  })
})

describe('the room of versions', () => {
  const version = (id: string, size: number, base: string, name: string | null = null) => ({ id, size, base, baseSize: 100, name })

  it('is bounded: the oldest without a name go, bases counted once', () => {
    const versions = [version('d', 10, 'y'), version('c', 10, 'x'), version('named', 500, 'x', 'Sent'), version('b', 10, 'x'), version('a', 10, 'w')]
    expect(beyond(versions, 1000)).toEqual([])
    expect(beyond(versions, 735)).toEqual(['a'])
    expect(beyond(versions, 220)).toEqual(['b', 'a'])
    expect(beyond(versions, 0)).toEqual(['d', 'c', 'b', 'a'])
  })
})

describe('counting words of a memo line by line', () => {
  it('agrees with a count of the whole, again and again', () => {
    const line = fc.array(fc.constantFrom('talks', 'don’t', '3.5', '𠮷野家', 'e\u0301', '—', '  ', '\r', '\u2028', 'x'), { maxLength: 6 }).map((words) => words.join(' '))
    const count = createLineCounter()
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        expect(count(lines.join('\n'))).toBe(countWords(lines.join('\n')))
      }),
      { numRuns: 300, seed: 180 },
    )
  })
})

describe('thinning', () => {
  it('keeps the newest of each stretch of time, all of the last ten minutes, and no more than its bound', () => {
    const now = new Date(start).toISOString()
    const times = fc.array(fc.integer({ min: 0, max: 40 * 86_400_000 }), { maxLength: 400 })
    fc.assert(
      fc.property(times, (ages) => {
        const versions = ages.toSorted((a, b) => a - b).map((age) => ({ age, savedAt: new Date(start - age).toISOString() }))
        const gone = new Set(thinnedOut(versions, now))
        const kept = versions.filter((one) => !gone.has(one))
        expect([...gone].every(({ age }) => age > 600_000)).toBe(true)
        expect(kept.every(({ age }) => age <= (density.at(-1)?.age ?? 0))).toBe(true)
        const stretch = ({ age }: { age: number }) => {
          const level = density.findIndex((one) => age <= one.age)
          const each = density[level]?.each ?? 0
          return each === 0 ? null : `${level} ${Math.floor((start - age) / each)}`
        }
        const stretches = kept.map(stretch).filter((one) => one !== null)
        expect(new Set(stretches).size).toBe(stretches.length)
        for (const one of gone) {
          if (one.age > (density.at(-1)?.age ?? 0)) continue
          const newer = kept.find((other) => stretch(other) === stretch(one))
          expect(newer && newer.age <= one.age).toBe(true)
        }
        expect(thinnedOut(kept, now)).toEqual([])
      }),
      { numRuns: 200, seed: 180 },
    )
    const many = Array.from({ length: mostVersions + 5 }, (_, at) => ({ savedAt: new Date(start - at * 500).toISOString() }))
    expect(thinnedOut(many, now)).toHaveLength(5)
  })
})
