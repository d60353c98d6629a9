import { describe, expect, it } from 'vitest'
import { join } from 'node:path'
import type { Id } from '../../../src/shared/identifiers.ts'
import type { PassageMark } from '../../../src/shared/passages.ts'
import { withMarks } from '../../../src/renderer/reader/optimistic-marks.ts'
import { aCore, aDocument, aFolder, aSource, aTag } from '../a-core.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { randomCommand } from '../history/random-commands.ts'

/** A window that reads again only what events name, for every source. */
function aWindow(core: ReturnType<typeof aCore>) {
  const lists = new Map<Id, readonly PassageMark[]>()
  const readAll = () => {
    lists.clear()
    for (const { id } of core.api.sources.list({})) lists.set(id, core.api.passages.list({ source: id }))
  }
  let whole = 0
  const follow = () => {
    for (const event of core.events.splice(0)) {
      if (event.name !== 'changed' || !event.data.features.includes('passages')) continue
      const { passages } = event.data
      if (!passages) {
        whole += 1
        readAll()
        continue
      }
      const read = core.api.passages.marks({ passages })
      for (const [source, marks] of lists) {
        lists.set(source, withMarks(marks, new Set(passages), read.flatMap((placed) => (placed.source === source ? [placed.mark] : []))))
      }
    }
  }
  readAll()
  return { lists, follow, whole: () => whole }
}

const byId = (marks: readonly PassageMark[] = []) => marks.toSorted((a, b) => (a.id < b.id ? -1 : 1))

describe('the passages within a span of a source', () => {
  it('are those of the whole list that have a character there', async () => {
    const core = aCore()
    const random = randomFrom(5)
    const { source, text, version } = await aSource(core, 'One fish. Two fish. Red fish should swim. Blue fish said so, and swam.')
    for (let count = 0; count < 40; count += 1) {
      const start = random.whole(0, text.length - 20)
      const spans = [{ start, end: start + random.whole(1, 6) }, ...(count % 4 === 0 ? [{ start: start + 12, end: start + 15 }] : [])]
      core.api.items.tag({ source, version, spans, kind: random.oneOf(['claim', 'actor', 'note'] as const) })
    }
    const all = core.api.passages.list({ source })
    for (let start = 0; start < text.length; start += 3) {
      const within = { start, end: start + random.whole(1, 12) }
      const inside = all.filter(({ segments }) => segments.some((segment) => segment.start < within.end && segment.end > within.start))
      expect(core.api.passages.list({ source, within })).toEqual(inside)
    }
  })
})

describe('a window that reads again only the passages that events name', () => {
  it.each([11, 12])('shows what the core has after any command, undo and redo (seed %d)', async (seed) => {
    const folder = aFolder()
    const core = aCore({ path: join(folder, 'W.groundwork') })
    const random = randomFrom(seed)
    await aSource(core, 'Witkoff said that talks failed. Europe should act.\n\nRed fish should swim. Blue fish said so.')
    const window = aWindow(core)
    for (let step = 0; step < 150; step += 1) {
      const choice = random.fraction()
      const call = choice < 0.15 ? core.api.history.undo({}).label : choice < 0.25 ? core.api.history.redo({}).label : (await randomCommand(core, random, folder)).call
      window.follow()
      for (const [source, marks] of window.lists) {
        expect(byId(marks), `${step}: ${call}`).toEqual(byId(core.api.passages.list({ source })))
      }
    }
  })

  it('reads one passage for a tag, for its undo, and for a citation', async () => {
    const core = aCore()
    const source = await aSource(core, 'One fish. Two fish.')
    const { id } = core.api.memos.create({})
    const window = aWindow(core)
    core.events.length = 0
    const named = () => core.events.splice(0).flatMap((event) => (event.name === 'changed' ? [event.data.passages] : []))
    const { passage } = aTag(core, source, 'Two fish', 'claim')
    expect(named()).toEqual([[passage]])
    core.api.history.undo({})
    expect(named()).toEqual([[passage]])
    core.api.history.redo({})
    expect(named()).toEqual([[passage]])
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['So [[0]].'], [{ id: passage, quote: 'Two fish' }]) })
    expect(named()).toEqual([[passage]])
    expect(core.api.passages.marks({ passages: [passage] })).toMatchObject([{ source: source.source, mark: { id: passage, citedIn: 1 } }])
    expect(window.whole()).toBe(0)
  })

  it('is told to read all where a whole source changed', async () => {
    const core = aCore()
    const source = await aSource(core, 'One fish. Two fish.')
    aTag(core, source, 'Two fish', 'claim')
    core.events.length = 0
    core.api.sources.correct({ source: source.source, version: 1, blocks: [{ kind: 'paragraph', text: 'One red fish. Two fish.' }] })
    expect(core.events.flatMap((event) => (event.name === 'changed' ? [event.data.passages] : []))).toContain(undefined)
  })
})
