// The pages of a paper as pictures: the same pages as the PDF's, each whole by itself and with nothing that runs or loads.
import { parseHTML } from 'linkedom'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { drawMemo, exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { innerPicture, partsOf, withoutReferences } from '../../../src/core/exports/page-pictures.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { aCore, aDocument, aFolder, resources } from '../a-core.ts'
import { aHead, aLongMemo, doc, p } from './a-memo.ts'
import { aNotedMemo } from './a-noted-memo.ts'
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
    expect([images.length, new Set(images.map((parts) => parts.map(({ name }) => name).join(' '))).size]).toEqual([total, total])
    for (const image of images.flatMap((parts) => parts.map((part) => part.svg))) {
      const { document: svg } = parseHTML(image)
      expect([image.includes('<use'), image.includes(' Z')]).toEqual([false, true])
      expect(svg.querySelector('svg')?.getAttribute('viewBox')?.split(' ').map((side) => Math.round(Number(side)))).toEqual([0, 0, 595, 842])
      expect(svg.querySelectorAll('script, foreignObject, style, a').length).toBe(0)
      expect(image).not.toMatch(/href="(?!#|data:image\/)/)
    }
  })

  it('have the size of Letter where that is the paper', async () => {
    const { width, height, images } = await drawMemo({ ...input, options: { paper: 'letter' } }, { from: 0, count: 1 })
    expect([width, height, /viewBox="0 0 612(\.0+)? 792/.test(images[0]?.[0]?.svg ?? '')]).toEqual([612, 792, true])
  })

  it('are laid out once at first, then set right as an export sets them, and stay so while one writes on', async () => {
    const { document: noted, passages: cited } = aNotedMemo(randomFrom(1), 40)
    const memo = { memo: { head: aHead(), document: noted }, passages: cited, resources, fontFolders: [], options: { paper: 'a4' as const, annex: false } }
    const first = await drawMemo(memo, { from: 0, count: 1 })
    expect([first.settled, first.moved, first.images.length]).toEqual([false, false, 1])
    const settling = async (of: typeof memo): Promise<{ total: number; moved: boolean }> => {
      for (;;) {
        const { settled, moved, total } = await drawMemo(of, { from: 0, count: 0, settle: true })
        if (settled) return { total, moved }
      }
    }
    const { path } = await exportMemoToFile({ ...memo, format: 'pdf', folder: aFolder() })
    expect(await settling(memo)).toEqual({ total: pagesOf(path), moved: true })
    expect((await drawMemo(memo, { from: 0, count: 0 })).settled).toBe(true)
    const longer = { ...memo, memo: { head: aHead(), document: doc(...(noted.content ?? []), p('One more.')) } }
    expect((await drawMemo(longer, { from: 0, count: 1 })).total).toBe(pagesOf(path))
    expect((await settling(longer)).moved).toBe(false)
  })

  it('have letters as outlines, and keep what refers to anything else', () => {
    const outlines = '<defs><path id="g0" d="M0,0 L1,1 Z"/><path id="g1" d="M2,0 L3,1 Z"/><clipPath id="c"/></defs>'
    const use = (id: string, fill: string) => `<use xlink:href="#${id}" transform="translate(1 2)" fill="${fill}"/>`
    expect(withoutReferences(`<svg>${use('g0', 'red')}\n ${use('g1', 'red')}${use('g1', 'blue')}${outlines}</svg>`)).toBe(
      '<svg><path transform="translate(1 2)" fill="red" d="M0,0 L1,1 Z M2,0 L3,1 Z"/><path transform="translate(1 2)" fill="blue" d="M2,0 L3,1 Z"/><defs><clipPath id="c"/></defs></svg>',
    )
    expect(withoutReferences(`<svg>${use('g0', 'red')}${use('g7', 'red')}${outlines}</svg>`)).toContain(`${use('g0', 'red')}${use('g7', 'red')}`)
  })

  it('come in parts that keep their order and lose nothing, and only those change in which something is written', async () => {
    const { images } = await drawMemo(input, { from: 0, count: 1 })
    const parts = images[0] ?? []
    expect(parts.length).toBeGreaterThan(3)
    const head = '<svg viewBox="0 0 9 9">'
    const line = (at: number) => `<path transform="translate(0 ${at})" d="${'M0,0 L1,1 Z '.repeat(4000)}"/>`
    const lines = Array.from({ length: 20 }, (_, at) => line(at))
    const split = partsOf(`${head}\n${lines.join('\n')}\n</svg>`)
    expect(split.length).toBeGreaterThan(3)
    expect(split.map(({ svg }) => svg.slice(head.length, -'</svg>'.length)).join('')).toBe(lines.join(''))
    const changed = partsOf(`${head}${lines.with(7, line(70)).join('')}</svg>`)
    expect(changed.map(({ name }, at) => name === split[at]?.name).filter((same) => !same)).toHaveLength(1)
    expect(partsOf(`${head}<g>${lines.join('')}</g></svg>`)).toHaveLength(1)
  })

  it('is an error where a drawing has no page', () => {
    expect(() => innerPicture('<svg></svg>')).toThrow('no page')
  })

  it('come by the contract, from what is saved', async () => {
    const core = aCore()
    const { id } = core.api.memos.create({ head: { title: 'A short memo' } })
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['They met.']) })
    expect(await core.api.exports.preview({ memo: id, from: 0, count: 4 })).toMatchObject({ total: 1, images: [[{ svg: expect.stringContaining('<svg') }]] })
    expect(await core.api.exports.preview({ memo: id, from: 0, count: 0 })).toEqual({ total: 1, width: 595.28, height: 841.89, images: [], settled: true, moved: false })
    expect((await core.api.exports.preview({ memo: id, from: 0, count: 4, template: 'assessment' })).total).toBeGreaterThan(1)
  })
})
