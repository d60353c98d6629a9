// @vitest-environment jsdom
// What is chosen in a list when another row becomes current, and what Enter means in a field whose suggestions are still on their way.
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { GridList } from '../../../src/renderer/interface/grid-list.tsx'
import { Picker, type PickerChoice } from '../../../src/renderer/interface/picker.tsx'
import { TooltipProvider } from '../../../src/renderer/interface/tooltip.tsx'
import { useChosenRows } from '../../../src/renderer/interface/use-chosen-rows.ts'

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})

/** A root in the page; `render` draws into it and waits. */
function aRoot() {
  const box = document.createElement('div')
  document.body.append(box)
  const root = createRoot(box)
  onTestFinished(() => {
    act(() => root.unmount())
    box.remove()
  })
  return { box, render: (node: React.ReactNode) => act(() => root.render(node)) }
}

describe('what is chosen in a list', () => {
  it('follows the current row, and a choice made before does not come back when its row is current again', () => {
    const rows = ['a', 'b', 'c']
    const seen: { latest?: ReturnType<typeof useChosenRows> } = {}
    function List({ current }: { current: string }) {
      seen.latest = useChosenRows(rows, (row) => row, current)
      return null
    }
    const { render } = aRoot()
    const active = () => seen.latest?.state.active
    render(<List current="b" />)
    act(() => seen.latest?.hold({ active: 0, anchor: 0, chosen: [0] }))
    expect(active()).toBe(0)
    render(<List current="a" />)
    expect(active()).toBe(0)
    render(<List current="b" />)
    expect(active()).toBe(1)
    expect(seen.latest?.state.chosen).toEqual([1])
  })

  it('is kept when a row that was opened from the list becomes current later, and ends when another one does', () => {
    const rows = ['a', 'b', 'c', 'd']
    const seen: { latest?: ReturnType<typeof useChosenRows> } = {}
    function List({ current }: { current: string }) {
      seen.latest = useChosenRows(rows, (row) => row, current)
      return null
    }
    const { render } = aRoot()
    const chosen = () => seen.latest?.state.chosen
    render(<List current="a" />)
    act(() => seen.latest?.ask(1))
    act(() => seen.latest?.ask(2))
    act(() => seen.latest?.hold({ active: 2, anchor: 0, chosen: [0, 1, 2] }))
    render(<List current="b" />)
    expect(chosen()).toEqual([0, 1, 2])
    render(<List current="c" />)
    expect(chosen()).toEqual([0, 1, 2])
    render(<List current="b" />)
    expect(chosen()).toEqual([1])
    act(() => seen.latest?.hold({ active: 0, anchor: 0, chosen: [0] }))
    render(<List current="d" />)
    expect(chosen()).toEqual([3])
  })

  it('is known to whoever works on it before another key can come', async () => {
    function Desk() {
      const [inHand, take] = useState<string | null>(null)
      return (
        <div title={inHand ?? 'nothing'}>
          <GridList label="Letters" rows={['a', 'b']} keyOf={(row) => row} textOf={(row) => row} rowHeight={20} onOpen={() => {}} onChoose={([row]) => take(row ?? null)}>
            {(row) => row}
          </GridList>
        </div>
      )
    }
    const { box, render } = aRoot()
    render(<Desk />)
    // As in a browser: nothing waits for what React put off.
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
    box.querySelector('[role="grid"]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
    await Promise.resolve()
    expect(box.querySelector('[title]')?.getAttribute('title')).toBe('a')
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  })
})

describe('Enter in a field of suggestions', () => {
  it('takes the first one of what was typed, not of what an older text offers', async () => {
    const waiting = new Map<string, (choices: PickerChoice[]) => void>()
    const picked: string[] = []
    const { box, render } = aRoot()
    const suggest = (text: string) => new Promise<PickerChoice[]>((resolve) => waiting.set(text, resolve))
    render(<TooltipProvider><Picker label="Link to" value="" suggest={suggest} onPick={({ title }) => picked.push(title)} /></TooltipProvider>)
    const field = box.querySelector('input') as HTMLInputElement
    const type = async (text: string) => {
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      act(() => {
        write?.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await expect.poll(() => waiting.has(text)).toBe(true)
    }
    const answer = (text: string, ...titles: string[]) => act(async () => waiting.get(text)?.(titles.map((title) => ({ id: title, title }))))
    await type('ush')
    await answer('ush', 'Jared Kushner', 'Yuri Ushakov')
    await type('ushakov')
    expect(box.querySelectorAll('[role="option"]')).toHaveLength(2)
    act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })))
    expect(picked).toEqual([])
    await answer('ushakov', 'Yuri Ushakov')
    expect(picked).toEqual(['Yuri Ushakov'])
    expect(field.value).toBe('')
  })
})
