// Where the panes stand in windows of several sizes.
import { expect, test } from 'vitest'
import { arrange, visiblePanes, type ArrangementInput } from '../../../src/renderer/frame/arrangement.ts'

const aWindow = (changes: Partial<ArrangementInput> = {}): ArrangementInput => ({
  width: 1440,
  height: 828,
  collapsed: [],
  front: 'reader',
  focused: null,
  sizes: {},
  ...changes,
})

test('the drawn window: Library over Inspector, Reader, Memo', () => {
  const { areas, columns, rows, visible } = arrange(aWindow())
  expect({ areas, columns, rows, visible }).toEqual({
    areas: '"library reader memo" "inspector reader memo"',
    columns: '272px minmax(0, 1fr) 502px',
    rows: 'minmax(0, 1fr) 364px',
    visible: ['library', 'reader', 'memo', 'inspector'],
  })
})

test('a wide window puts the Inspector right of the Reader', () => {
  const { areas, rows } = arrange(aWindow({ width: 1920 }))
  expect({ areas, rows }).toEqual({ areas: '"library reader inspector memo"', rows: 'minmax(0, 1fr)' })
})

test('a narrow window keeps the text pane that was asked for last', () => {
  const reader = arrange(aWindow({ width: 800, height: 528 }))
  const memo = arrange(aWindow({ width: 800, height: 528, front: 'memo' }))
  expect([reader.areas, memo.areas]).toEqual([
    '"library reader" "inspector reader"',
    '"library memo" "inspector memo"',
  ])
})

test('a tiny window shows one pane', () => {
  expect(visiblePanes(aWindow({ width: 500 }))).toEqual(['reader'])
  expect(visiblePanes(aWindow({ width: 500, collapsed: ['reader', 'memo'] }))).toEqual(['library'])
})

test('focus mode shows one pane, whatever is collapsed', () => {
  const { areas, borders } = arrange(aWindow({ focused: 'memo', collapsed: ['memo'] }))
  expect({ areas, borders }).toEqual({ areas: '"memo"', borders: [] })
})

test('collapsed panes leave their room to the others', () => {
  expect(arrange(aWindow({ collapsed: ['library'] })).areas).toBe('"inspector reader memo"')
  expect(arrange(aWindow({ collapsed: ['library', 'inspector'] })).columns).toBe('minmax(0, 1fr) 619px')
  expect(arrange(aWindow({ collapsed: ['memo'] })).areas).toBe('"library reader" "inspector reader"')
  expect(arrange(aWindow({ collapsed: ['reader', 'memo'] })).areas).toBe('"library inspector"')
  expect(visiblePanes(aWindow({ collapsed: ['library', 'reader', 'memo', 'inspector'] }))).toEqual(['reader'])
})

test('sizes are held within what the window can bear', () => {
  const wild = arrange(aWindow({ width: 1024, sizes: { library: 9000, inspectorHeight: -5, memo: 4 } }))
  expect({ columns: wild.columns, rows: wild.rows }).toEqual({
    columns: '341px minmax(0, 1fr) 383px',
    rows: 'minmax(0, 1fr) 120px',
  })
})

test('every border can be moved between its bounds', () => {
  expect(arrange(aWindow()).borders).toEqual([
    { id: 'library', label: 'Width of the side column', area: 'library', side: 'right', value: 272, min: 224, max: 480, scale: 1 },
    { id: 'inspectorHeight', label: 'Height of the Inspector', area: 'inspector', side: 'top', value: 364, min: 120, max: 648, scale: 1 },
    { id: 'memo', label: 'Width of the Memo', area: 'memo', side: 'left', value: 502, min: 300, max: 868, scale: 1168 },
  ])
})
