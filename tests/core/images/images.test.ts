// Images of memos: what is taken in, what is refused, and that they leave with the memo in every format.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { imageFacts } from '../../../src/core/images/image-size.ts'
import type { ExportFormat } from '../../../src/shared/exports.ts'
import { aCore, aFolder } from '../a-core.ts'
import { metadataOf, tagsOf } from '../exports/poppler.ts'
import { zipParts } from '../exports/read-docx.ts'
import { aPng } from './a-png.ts'

afterAll(closeTypst)

const staged = (core: ReturnType<typeof aCore>, bytes: Buffer, name = 'a.png'): string => {
  const path = join(aFolder(), name)
  writeFileSync(path, bytes)
  return core.files.stage(path, name).id
}

describe('an image', () => {
  it('is taken in once, whatever it is called, and shown as it was', () => {
    const core = aCore()
    const first = core.api.images.add({ file: staged(core, aPng(40, 20)) })
    expect(first).toMatchObject({ mediaType: 'image/png', width: 40, height: 20 })
    expect(core.api.images.add({ file: staged(core, aPng(40, 20), 'b.png') }).id).toBe(first.id)
    const shown = core.files.served(core.api.images.show({ image: first.id }).file)
    expect([shown.mediaType, readFileSync(shown.path).equals(aPng(40, 20))]).toEqual(['image/png', true])
  })

  it('is refused where it is none, of another kind, or says it is too large', () => {
    const core = aCore()
    const refusals = [
      Buffer.alloc(0),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      Buffer.from('GIF89a'),
      aPng(1, 1).subarray(0, 20),
      Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]),
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0]),
      aPng(10_001, 1),
      Buffer.alloc(10_000_001),
    ]
    for (const bytes of refusals) expect(() => core.api.images.add({ file: staged(core, bytes) })).toThrow(expect.objectContaining({ code: 'image.invalid' }))
    expect(() => core.api.images.show({ image: '01900000-0000-7000-8000-000000000001' })).toThrow(expect.objectContaining({ code: 'image.gone' }))
  })

  it('that is a JPEG says its size behind whatever stands before its frame', () => {
    const segments = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 7, 0, 9, 1, 1, 0x11, 0])
    expect(imageFacts(segments)).toEqual({ mediaType: 'image/jpeg', width: 9, height: 7 })
  })
})

describe('a memo with an image', () => {
  const exported = () => {
    const core = aCore()
    const { id: image } = core.api.images.add({ file: staged(core, aPng(300, 200)) })
    const node = (attrs: object) => ({ type: 'image', attrs })
    const document = { type: 'doc', content: [node({ image, alt: 'A map <of> the "front"' }), node({ image: '01900000-0000-7000-8000-000000000009', alt: 'Gone map' })] }
    const { id } = core.api.memos.create({ head: { title: 'Images' } })
    core.api.memos.save({ memo: id, revision: 0, document: JSON.stringify(document) })
    const pathOf = async (format: ExportFormat) => {
      const made = await core.api.exports.memo({ memo: id, format })
      expect(made.warnings).toEqual(['An image is no longer in the workspace. Its description was written in its place.'])
      return core.files.served(made.file).path
    }
    return { core, id, image, pathOf }
  }

  it('has it in a PDF as a figure with its description', async () => {
    const { pathOf } = exported()
    const path = await pathOf('pdf')
    expect([metadataOf(path).includes('<pdfuaid:part>1</pdfuaid:part>'), tagsOf(path).filter((tag) => tag === 'Figure').length]).toEqual([true, 1])
    expect(readFileSync(path, 'latin1')).toContain('/Alt (A map <of> the "front")')
    expect(execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' })).toMatch(/300\s+200/)
  })

  it('has it in a Word document, on a page, in Markdown beside it or within it, and as words in text', async () => {
    const { core, id, image, pathOf } = exported()
    const parts = await zipParts(readFileSync(await pathOf('docx')))
    expect([Object.keys(parts).filter((name) => name.startsWith('word/media/')).length, parts['word/document.xml']?.includes('descr="A map &lt;of&gt; the &quot;front&quot;"')]).toEqual([1, true])
    const { document } = parseHTML(readFileSync(await pathOf('html'), 'utf8'))
    const shown = document.querySelector('.image img')
    expect([shown?.getAttribute('alt'), shown?.getAttribute('src')?.startsWith('data:image/png;base64,')]).toEqual(['A map <of> the "front"', true])
    expect(readFileSync(await pathOf('md'), 'utf8')).toContain(String.raw`![A map \<of\> the \"front\"](<data:image/png;base64,`)
    const archive = await zipParts(readFileSync(await pathOf('zip')))
    expect([Object.keys(archive).includes(`images/${image}.png`), archive['Images.md']?.includes(`](<images/${image}.png>)`)]).toEqual([true, true])
    expect(readFileSync(await pathOf('txt'), 'utf8')).toContain('[A map <of> the "front"]\n\nGone map')
    expect((await core.api.exports.richText({ memo: id })).html).toContain('<img src="data:image/png')
    const [page] = (await core.api.exports.preview({ memo: id, from: 0, count: 1 })).images
    expect(page?.map(({ svg }) => svg).join('')).toContain('<image')
  })
})

describe('an image that no memo names any more', () => {
  const day = 86_400_000

  /** A workspace that is opened anew after so many days; images are taken in by their height. */
  function aShelf() {
    const path = join(aFolder(), 'shelf.groundwork')
    let at = Date.UTC(2026, 10, 23, 12)
    let core = aCore({ path, now: () => new Date(at).toISOString() })
    const documentWith = (images: string[]) =>
      JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }, ...images.map((image) => ({ type: 'image', attrs: { image, alt: '' } }))] })
    return {
      core: () => core,
      add: (height: number) => core.api.images.add({ file: staged(core, aPng(8, height)) }).id,
      save: (memo: string, ...images: string[]) => core.api.memos.save({ memo, revision: core.api.memos.get({ memo }).revision, document: documentWith(images) }),
      documentWith,
      openAgain(days: number) {
        core.close()
        at += days * day
        core = aCore({ path, now: () => new Date(at).toISOString() })
      },
      isThere(image: string) {
        try {
          return core.api.images.show({ image }).size > 0
        } catch {
          return false
        }
      },
    }
  }

  it('goes when the workspace is opened a day later, and not before', () => {
    const shelf = aShelf()
    const [used, unused] = [shelf.add(1), shelf.add(2)]
    const memo = shelf.core().api.memos.create({}).id
    shelf.save(memo, used)
    shelf.openAgain(0.5)
    expect([used, unused].map(shelf.isThere)).toEqual([true, true])
    shelf.openAgain(1)
    expect([used, unused].map(shelf.isThere)).toEqual([true, false])
  })

  it('stays while an earlier state of a memo holds it, a template, or a memo that undo brings back', () => {
    const shelf = aShelf()
    const [inVersion, inTemplate, inDeleted, nowhere] = [1, 2, 3, 4].map(shelf.add) as [string, string, string, string]
    const { api } = shelf.core()
    const [kept, deleted] = [api.memos.create({}).id, api.memos.create({}).id]
    shelf.save(kept, nowhere.replace(/.$/, '0'))
    shelf.save(kept, inVersion)
    shelf.save(kept)
    api.memos.saveTemplate({ name: 'With a picture', document: shelf.documentWith([inTemplate]) })
    shelf.save(deleted, inDeleted)
    api.memos.remove({ memo: deleted })
    shelf.openAgain(2)
    expect([inVersion, inTemplate, inDeleted, nowhere].map(shelf.isThere)).toEqual([true, true, true, false])
    shelf.core().api.history.undo({})
    expect(shelf.core().api.memos.get({ memo: deleted }).document).toContain(inDeleted)
  })
})
