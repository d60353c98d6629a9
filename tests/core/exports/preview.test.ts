// The pages of a paper as pictures: the same pages as the PDF's, each whole by itself and with nothing that runs or loads.
import { parseHTML } from 'linkedom'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { drawMemo, exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { innerPicture } from '../../../src/core/exports/page-pictures.ts'
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

  it('hold every letter they use, each page its own, and nothing that runs or loads', async () => {
    const { images, total } = await drawMemo(input, { from: 0, count: 20 })
    expect([images.length, new Set(images).size]).toEqual([total, total])
    for (const image of images) {
      const { document: svg } = parseHTML(image)
      const used = new Set([...image.matchAll(/xlink:href="#([^"]+)"/g)].map(([, id]) => id))
      const held = new Set([...image.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
      expect([used.size > 20, [...used].filter((id) => !held.has(id))]).toEqual([true, []])
      expect(svg.querySelector('svg')?.getAttribute('viewBox')?.split(' ').map((side) => Math.round(Number(side)))).toEqual([0, 0, 595, 842])
      expect(svg.querySelectorAll('script, foreignObject, style, a').length).toBe(0)
      expect(image).not.toMatch(/href="(?!#|data:image\/)/)
    }
  })

  it('have the size of Letter where that is the paper', async () => {
    const { width, height, images } = await drawMemo({ ...input, options: { paper: 'letter' } }, { from: 0, count: 1 })
    expect([width, height, /viewBox="0 0 612(\.0+)? 792/.test(images[0] ?? '')]).toEqual([612, 792, true])
  })

  it('is an error where a drawing has no page', () => {
    expect(() => innerPicture('<svg></svg>')).toThrow('no page')
  })

  it('come by the contract, from what is saved', async () => {
    const core = aCore()
    const { id } = core.api.memos.create({ head: { title: 'A short memo' } })
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['They met.']) })
    expect(await core.api.exports.preview({ memo: id, from: 0, count: 4 })).toMatchObject({ total: 1, images: [expect.stringContaining('<svg')] })
    expect((await core.api.exports.preview({ memo: id, from: 0, count: 4, template: 'assessment' })).total).toBeGreaterThan(1)
  })
})
