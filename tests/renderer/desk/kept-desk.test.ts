// What is kept of the desk, and what of it comes back.
import { beforeEach, describe, expect, test } from 'vitest'
import { firstLayout, firstSources, useDesk } from '../../../src/renderer/desk/desk-store.ts'
import { deskOf, stateOf } from '../../../src/renderer/desk/kept-desk.ts'
import { deskSchema, type Desk } from '../../../src/shared/workspace.ts'

const a = '01900000-0000-7000-8000-00000000000a'
const b = '01900000-0000-7000-8000-00000000000b'
const memo = '01900000-0000-7000-8000-00000000000c'
const desk = () => useDesk.getState()

beforeEach(() => useDesk.setState(useDesk.getInitialState(), true))

test('a desk that was kept comes back as it was, and the contract takes it', () => {
  desk().openSource(a)
  desk().openSource(b)
  desk().keepOffset(b, 120.6)
  desk().openMemo(memo)
  desk().toggle('inspector')
  desk().resize('library', 300)
  desk().chooseTheme('dark')
  const kept = deskOf(desk())
  expect(kept).toEqual({
    readers: [{ source: a, offset: 0 }, { source: b, offset: 121 }],
    activeReader: b,
    pages: [],
    activePage: null,
    memos: [memo],
    activeMemo: memo,
    panes: { library: 300 },
    collapsed: ['inspector'],
    library: 'sources',
    exports: {},
    board: firstLayout,
    sources: firstSources,
    theme: 'dark',
    welcomed: false,
  })
  expect(deskSchema.parse(kept)).toEqual(kept)
  useDesk.setState(useDesk.getInitialState(), true)
  useDesk.setState(stateOf(kept))
  expect(deskOf(desk())).toEqual(kept)
})

test('open pages come back as they were, and a kind that this version does not know is left out', () => {
  desk().openSource(a)
  desk().openPage({ kind: 'board', about: null })
  const kept = deskOf(desk())
  expect(deskSchema.parse(kept)).toEqual(kept)
  expect(kept).toMatchObject({ activeReader: a, pages: [{ kind: 'board', about: null }], activePage: { kind: 'board', about: null } })
  const map = { kind: 'map', about: null }
  const { pages, activePage } = stateOf({ ...kept, pages: [map, ...(kept.pages ?? [])], activePage: map })
  expect({ pages, activePage }).toEqual({ pages: [{ kind: 'board', about: null }], activePage: null })
})

test('tabs and panes that this version does not know are left out', () => {
  const kept: Desk = { readers: [{ source: a, offset: 0 }], activeReader: b, memos: [], activeMemo: memo, library: 'charts', collapsed: ['map', 'memo'] }
  const { activeReader, activeMemo, library, collapsed } = stateOf(kept)
  expect({ activeReader, activeMemo, library, collapsed }).toEqual({ activeReader: a, activeMemo: null, library: 'sources', collapsed: ['memo'] })
})

describe('what is opened shows', () => {
  test('also when its pane was hidden or another one had the window to itself', () => {
    desk().toggle('memo')
    desk().focusOn('reader')
    desk().openMemo(memo)
    const { collapsed, focused, front } = desk()
    expect({ collapsed, focused, front }).toEqual({ collapsed: [], focused: null, front: 'memo' })
  })

  test('instead of a page, which stays open and takes over when the last source is closed', () => {
    desk().openPage({ kind: 'board', about: null })
    desk().openPage({ kind: 'board', about: null })
    desk().openSource(a)
    expect(desk()).toMatchObject({ activePage: null, pages: [{ kind: 'board', about: null }] })
    desk().closeSource(a)
    expect(desk().activePage).toEqual({ kind: 'board', about: null })
    desk().closePage({ kind: 'board', about: null })
    expect(desk()).toMatchObject({ activePage: null, pages: [] })
  })

  test('and a closed one hands over to its neighbour', () => {
    desk().openSource(a)
    desk().openSource(b)
    desk().closeSource(b)
    expect(desk().activeReader).toBe(a)
    desk().closeSource(a)
    expect(desk().activeReader).toBeNull()
  })
})
