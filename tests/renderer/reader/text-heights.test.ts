// Which text stands at which heights, asked of stretches before blocks.
// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { mapDom } from '../../../src/renderer/reader/offset-map.ts'
import { textHeights } from '../../../src/renderer/reader/text-heights.ts'

/** Ten blocks of 20 pixels and ten characters each: four in a stretch, a list of two, four in a stretch. */
function aPage() {
  const asked: string[] = []
  const root = document.createElement('div')
  root.innerHTML = '<div class="stretch">0123</div><ul class="block">45</ul><div class="stretch">6789</div>'
  for (const part of root.children) {
    const numbers = [...(part.textContent ?? '')]
    part.replaceChildren(...numbers.map((number) => {
      const block = document.createElement('p')
      block.dataset.run = number
      block.getBoundingClientRect = () => {
        asked.push(number)
        return new DOMRect(0, Number(number) * 20, 100, 20)
      }
      return block
    }))
    part.getBoundingClientRect = () => new DOMRect(0, Number(numbers[0]) * 20, 100, numbers.length * 20)
  }
  const runs = Array.from({ length: 10 }, (_, index) => ({ start: index * 11, end: index * 11 + 10, position: index }))
  return { asked, heights: textHeights(root, mapDom(root, runs)) }
}

const blocks = (first: number, last: number) => ({ start: first * 11, end: last * 11 + 10 })

describe('the text between two heights', () => {
  it('is that of whole blocks, at least of one, within and across stretches', () => {
    const { heights } = aPage()
    expect([heights.spanBetween(25, 65), heights.spanBetween(65, 185), heights.spanBetween(90, 90), heights.spanBetween(-50, -10), heights.spanBetween(500, 900)]).toEqual([
      blocks(1, 3),
      blocks(3, 9),
      blocks(4, 4),
      blocks(0, 0),
      blocks(9, 9),
    ])
  })

  it('is that of whole stretches where none may be laid out, and of single items of a list', () => {
    const { heights, asked } = aPage()
    expect([heights.stretchesBetween(25, 145), heights.stretchesBetween(-9, 999)]).toEqual([blocks(0, 9), blocks(0, 9)])
    expect(asked).toEqual([])
    expect([heights.stretchesBetween(105, 130), heights.stretchesBetween(25, 85)]).toEqual([blocks(5, 9), blocks(0, 4)])
  })
})
