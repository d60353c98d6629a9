// @vitest-environment jsdom
import '../memos/core-bridge.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { followTags } from '../../../src/renderer/library/follow-tags.ts'
import { hasSourcesInHand, sourcesInHand, useLibrary } from '../../../src/renderer/library/library-state.ts'
import { countIn, idAt } from '../../../src/renderer/library/source-order.ts'
import { useShownSources, useSourceRow, type Shown } from '../../../src/renderer/library/use-shown-sources.ts'
import { useDesk } from '../../../src/renderer/desk/desk-store.ts'
import { followChanges, queryClient } from '../../../src/renderer/queries.ts'
import type { Core } from '../../../src/core/core.ts'
import { aCore, aSource } from '../../core/a-core.ts'
import { tellWindow, useCore } from '../memos/core-bridge.ts'

let latest: Shown | null = null
/** How many claims the first row tells. */
let claims: number | undefined
const shownOnce = (): boolean => latest !== null

/** A list that shows what the Library would; `shown` is what it shows now. */
function aList(core: Core): { shown: () => Shown; close: () => void } {
  useCore(core)
  latest = null
  function List() {
    latest = useShownSources()
    claims = useSourceRow(latest.packed, 0)?.claims
    return null
  }
  const root = createRoot(document.createElement('div'))
  root.render(<QueryClientProvider client={queryClient}><List /></QueryClientProvider>)
  const close = () => root.unmount()
  onTestFinished(close)
  return { shown: () => latest as unknown as Shown, close }
}

const eventually = (look: () => unknown) => expect.poll(() => (shownOnce() ? look() : undefined), { timeout: 15_000 })

beforeEach(() => {
  queryClient.clear()
  useDesk.setState(useDesk.getInitialState(), true)
  useLibrary.setState(useLibrary.getInitialState(), true)
  const ends = [followChanges(), followTags()]
  onTestFinished(() => ends.forEach((end) => end()))
})

describe('what the Library shows', () => {
  it('is the first sources while the window starts, and soon after all of them in the same order', async () => {
    const core = aCore({ onEvent: tellWindow })
    for (let at = 0; at < 203; at += 1) await aSource(core, `Text number ${at}.`, `Source ${at}`)
    const { shown } = aList(core)
    await eventually(() => countIn(shown().packed)).toBe(200)
    const first = shown().packed
    expect(shown().total).toBeNull()
    await eventually(() => shown().total).toBe(203)
    expect(shown().packed.slice(0, first.length)).toBe(first)
    expect(shown().order.placeOf(idAt(shown().packed, 202))).toBe(202)
  })

  it('follows a new source, and a tag where the order follows from tags', async () => {
    const core = aCore({ onEvent: tellWindow })
    const one = await aSource(core, 'Alpha said so. Beta denied it.', 'One')
    const two = await aSource(core, 'Gamma agreed with both.', 'Two')
    const { shown } = aList(core)
    await eventually(() => shown().total).toBe(2)
    const three = await aSource(core, 'Delta was silent.', 'Three')
    await eventually(() => shown().packed).toBe(three.source + two.source + one.source)
    useDesk.getState().laySources({ sort: { by: 'claims', descending: true } })
    core.api.items.tag({ source: one.source, version: 1, spans: [{ start: 0, end: 5 }], kind: 'claim' })
    await eventually(() => shown().packed.slice(0, 36)).toBe(one.source)
    for (const start of [6, 15, 20]) core.api.items.tag({ source: one.source, version: 1, spans: [{ start, end: start + 4 }], kind: 'claim' })
    await eventually(() => claims).toBe(4)
  })
})

describe('what is in hand', () => {
  it('is what is chosen of the list while it shows, and then the source that is read', async () => {
    const core = aCore({ onEvent: tellWindow })
    const [one, two] = [await aSource(core, 'One text.', 'One'), await aSource(core, 'Two texts.', 'Two')].map(({ source }) => source) as [string, string]
    const { shown, close } = aList(core)
    await eventually(() => shown().total).toBe(2)
    useDesk.getState().openSource(two)
    useLibrary.setState({ held: { active: one, row: 1, anchor: one, chosen: new Set([one, '0'.repeat(36)]) } })
    expect(sourcesInHand()).toEqual([one])
    close()
    await eventually(() => sourcesInHand()).toEqual([two])
    expect(hasSourcesInHand()).toBe(true)
  })
})
