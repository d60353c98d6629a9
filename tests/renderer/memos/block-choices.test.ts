// What the list behind the slash offers for what was typed.
// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { blockActions, blocksFor } from '../../../src/renderer/memos/format-actions.ts'

const titles = (query: string) => blocksFor(query).map(({ title }) => title)

describe('the blocks for what was typed', () => {
  it('are those whose title or other words begin with it, those whose title does first', () => {
    expect(titles('source')).toEqual(['Source list', 'Quotation of a passage', 'Evidence table'])
    expect(titles('judg')).toEqual(['Key judgment'])
    expect(titles('quot').slice(0, 2)).toEqual(['Quotation', 'Quotation of a passage'])
    expect(titles('table').slice(0, 2)).toEqual(['Table', 'Evidence table'])
    expect(titles('zebra')).toEqual([])
  })

  it('are all when nothing was typed', () => expect(blocksFor('')).toEqual(blockActions))
})
