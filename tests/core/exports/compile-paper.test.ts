import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst, compilePaper, makeTypesetterReady } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import type { CompileOrder } from '../../../src/core/exports/paper-layout.ts'
import { GroundworkError } from '../../../src/shared/errors.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { aFolder, resources } from '../a-core.ts'
import { aHead, aLongMemo, doc, p } from './a-memo.ts'

afterAll(closeTypst)

const anOrder = (document: DocumentNode = doc(p('words')), more: Partial<CompileOrder> = {}): CompileOrder => ({
  paper: memoToPaper({ head: aHead(), document, passages: new Map(), size: 'a4' }).paper,
  resources,
  fontFolders: [],
  madeAt: Date.UTC(2026, 10, 23),
  ...more,
})

const refusalOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'made',
    (error: unknown) => (error instanceof GroundworkError ? error.code : error),
  )

const start = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 8)).toString('latin1')

describe('a paper compiled', () => {
  it('is the same file for the same paper and time', async () => {
    const [one, other] = [await compilePaper(anOrder()), await compilePaper(anOrder())]
    expect([start(one.bytes), one.pages, one.missing, one.refusals]).toEqual(['%PDF-1.7', 1, [], []])
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
  })

  it('does not hold up the thread that asked for it', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    await compilePaper(anOrder(aLongMemo(100).document))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })

  it('is one of many asked for at once', async () => {
    const orders = Array.from({ length: 6 }, (_, n) => anOrder(doc(...Array.from({ length: n * 40 + 1 }, () => p('words')))))
    const pages = (await Promise.all(orders.map((order) => compilePaper(order)))).map((compiled) => compiled.pages)
    expect(pages).toEqual(pages.toSorted((a, b) => a - b))
    expect(pages[0]).toBe(1)
    expect(pages[5]).toBeGreaterThan(3)
  })

  it('is refused with a sentence when the template is missing, and the next one works', async () => {
    await closeTypst()
    makeTypesetterReady(join(aFolder(), 'nowhere'))
    const refused = compilePaper(anOrder(doc(), { resources: join(aFolder(), 'nowhere') }))
    await expect(refused).rejects.toMatchObject({ code: 'export.failed' })
    await expect(refused).rejects.toThrow(/^The file could not be made: .*\. The memo is unchanged and no file was written\.$/)
    expect((await compilePaper(anOrder())).pages).toBe(1)
  })

  it('is refused with Typst’s own words when it cannot be set', async () => {
    const order = anOrder()
    order.paper.language = 'not a language'
    await expect(compilePaper(order)).rejects.toThrow(/^The file could not be made: .*language.*\. The memo is unchanged/)
  })
})

describe('an export that is cancelled', () => {
  it('ends at once, whether it waited, was under way or was done', async () => {
    expect(await refusalOf(compilePaper(anOrder(), AbortSignal.abort()))).toBe('job.cancelled')
    const controller = new AbortController()
    const cancelled = refusalOf(compilePaper(anOrder(aLongMemo(400).document), controller.signal))
    controller.abort()
    expect(await cancelled).toBe('job.cancelled')
    const late = new AbortController()
    await compilePaper(anOrder(), late.signal)
    late.abort()
    expect((await compilePaper(anOrder())).pages).toBe(1)
  })

  it('does not take others with it', async () => {
    const controller = new AbortController()
    const cancelled = refusalOf(compilePaper(anOrder(aLongMemo(400).document), controller.signal))
    const others = [compilePaper(anOrder()), compilePaper(anOrder())]
    controller.abort()
    expect(await cancelled).toBe('job.cancelled')
    expect((await Promise.all(others)).map((compiled) => compiled.pages)).toEqual([1, 1])
  })

  it('leaves no file', async () => {
    const folder = aFolder()
    const controller = new AbortController()
    const { document, passages } = aLongMemo(200)
    const memo = { head: aHead(), document }
    const cancelled = exportMemoToFile({ memo, passages, format: 'pdf', resources, folder, fontFolders: [], signal: controller.signal })
    setTimeout(() => controller.abort(), 50)
    expect(await refusalOf(cancelled)).toBe('job.cancelled')
    expect(readdirSync(folder)).toEqual([])
  })
})
