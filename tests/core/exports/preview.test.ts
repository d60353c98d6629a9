// The pages of a paper as pictures: the same pages as the PDF's, each whole by itself and with nothing that runs or loads.
import { parseHTML } from 'linkedom'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { drawMemo, exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { partPages } from '../../../src/core/exports/page-pictures.ts'
import { aCore, aDocument, aFolder, resources } from '../a-core.ts'
import { aHead, aLongMemo } from './a-memo.ts'
import { pagesOf } from './poppler.ts'

afterAll(closeTypst)

const { document, passages } = aLongMemo(20)
const input = { memo: { head: aHead(), document }, passages, resources, fontFolders: [], options: { paper: 'a4' as const } }

describe('pages as pictures', () => {
  it('are those of the PDF, those asked for alone, in the size of the paper', async () => {
    const { path } = await exportMemoToFile({ ...input, format: 'pdf', folder: aFolder() })
    const drawn = await drawMemo(input, { from: 1, count: 2 })
    expect([drawn.total, drawn.images.length]).toEqual([pagesOf(path), 2])
    expect([Math.round(drawn.width), Math.round(drawn.height)]).toEqual([595, 842])
    expect((await drawMemo(input, { from: drawn.total, count: 2 })).images).toEqual([])
  })

  it('hold every letter they use, each page its own part of the paper, and nothing that runs or loads', async () => {
    const { images, height } = await drawMemo(input, { from: 0, count: 20 })
    for (const [at, image] of images.entries()) {
      const { document: svg } = parseHTML(image)
      const used = new Set([...image.matchAll(/xlink:href="#([^"]+)"/g)].map(([, id]) => id))
      const held = new Set([...image.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id))
      expect([used.size > 20, [...used].filter((id) => !held.has(id)), [...held].filter((id) => !used.has(id))]).toEqual([true, [], []])
      expect(svg.querySelector('svg')?.getAttribute('viewBox')?.split(' ')[1]).toBe(String(at * height))
      expect(svg.querySelectorAll('script, foreignObject, style').length).toBe(0)
    }
  })

  it('are none where nothing was drawn', () => {
    expect(partPages('<svg></svg>')).toEqual({ pages: [], width: 0, height: 0 })
  })

  it('come by the contract, from what is saved', async () => {
    const core = aCore()
    const { id } = core.api.memos.create({ head: { title: 'A short memo' } })
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['They met.']) })
    expect(await core.api.exports.preview({ memo: id, from: 0, count: 4 })).toMatchObject({ total: 1, images: [expect.stringContaining('<svg')] })
    expect((await core.api.exports.preview({ memo: id, from: 0, count: 4, template: 'assessment' })).total).toBeGreaterThan(1)
  })
})
