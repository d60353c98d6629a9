// Hostile documents of every format in a real browser: nothing of them runs, asks or leaves, wherever their words are shown.
import { existsSync } from 'node:fs'
import { marked } from 'marked'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { aCite, type Memo } from '../../src/shared/memos.ts'
import type { ExportedFile, RichText } from '../../src/shared/exports.ts'
import type { ImportReport, SourceSummary, SourceText } from '../../src/shared/sources.ts'
import type { TagResult } from '../../src/shared/items.ts'
import { hostileFiles } from '../campaigns/hostile/files.ts'
import { hostileDocuments } from '../hostile/documents.ts'
import { hostileMarkup } from '../hostile/markup.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { dropFiles } from './drop-files.ts'

let window: Window
let page: Page
/** What a page did that it must not: dialogs, frames, windows. Requests and complaints are in `window.problems`. */
const happened: string[] = []

function watch(one: Page): void {
  one.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  one.on('popup', () => happened.push('popup'))
  one.on('frameattached', (frame) => happened.push(`frame ${frame.url()}`))
}

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  watch(page)
})

const reader = () => page.getByRole('region', { name: 'Reader' })
const harmed = async (one: Page = page) => ({ happened, problems: window.problems, ran: await one.evaluate(() => (globalThis as { ran?: number }).ran ?? 0) })
const harmless = { happened: [], problems: [], ran: 0 }
/** What the page's policy says when the editor takes pasted markup apart in a document that is never shown. */
const inert = /^(?:Applying inline style violates|Setting the document's base URI)/
/** Elements of the page that an importer may never make. */
const strange = () => page.evaluate(() => [...document.querySelectorAll('script[src^="http://attacker"], iframe, object, embed, base, .reader-text :is(img, svg, math, script, style, link, form, input, video, audio), [onerror], [onload], [onclick], a[href^="javascript" i], a[href^="data" i], a[href^="file" i]')].map((element) => element.outerHTML.slice(0, 120)))

it('documents of every format are imported and read, and nothing happens', async () => {
  const files = await hostileDocuments()
  await dropFiles(page, files)
  await expect.poll(async () => (await call<SourceSummary[]>(page, 'sources.list', {})).length, { timeout: 60_000 }).toBeGreaterThan(Object.keys(files).length - 1)
  const sources = await call<SourceSummary[]>(page, 'sources.list', {})
  const report = page.getByRole('alert', { name: 'Import report' })
  if (await report.isVisible()) await report.getByRole('button', { name: 'Dismiss' }).click()
  const grid = page.getByRole('grid', { name: 'Sources' })
  for (let row = 0; row < sources.length; row += 1) {
    await grid.getByRole('row').nth(row).click()
    await reader().locator('.reader-text').waitFor()
    await page.waitForTimeout(150)
    expect(await strange()).toEqual([])
  }
  expect(await harmed()).toEqual(harmless)
})

it('files made to fill the memory, to loop or to reach other files are named with the reason, and the sound ones beside them are read', async () => {
  const names = ['bomb.docx', 'lying.docx', 'nested.docx', 'overlapping.odt', 'slip.odt', 'laughs.odt', 'outside.odt', 'loop.pdf', 'inflates.pdf', 'xobject.pdf', 'zero.docx', 'network.docx']
  const files = hostileFiles().filter(({ name }) => names.includes(name))
  const all = async () => (await call<SourceSummary[]>(page, 'sources.list', {})).length
  const before = await all()
  await dropFiles(page, { ...Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), 'sound.md': '# Sound\n\nWords that nobody made to do harm.' })
  const report = page.getByRole('alert', { name: 'Import report' })
  await report.getByText(/\d+ left out/).waitFor({ timeout: 60_000 })
  const leftOut = files.filter(({ ends }) => !ends.includes('imported'))
  expect([files.length, leftOut.length]).toEqual([names.length, 8])
  for (const { name } of leftOut) await report.getByText(`“${name}” was not imported:`).waitFor()
  const [, imported, refused] = /^(\d+) imported, (\d+) left out$/.exec(await report.getByText(/\d+ left out/).innerText()) ?? []
  expect([Number(imported) + Number(refused), await all()]).toEqual([names.length + 1, before + Number(imported)])
  // A picture that is a file of the machine or of the network is no reason to leave its document out.
  for (const name of ['zero.docx', 'network.docx', 'sound.md']) expect(await report.getByText(name).count()).toBe(0)
  await report.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('grid', { name: 'Sources' }).getByRole('row').filter({ hasText: 'Sound' }).click()
  await reader().getByText('Words that nobody made to do harm.').waitFor()
  expect([await harmed(), existsSync('/tmp/slipped')]).toEqual([harmless, false])
})

it('nor when an article is pasted, as text and as a page', async () => {
  for (const format of ['html', 'markdown', 'plain'] as const) {
    const { outcomes } = await call<ImportReport>(page, 'sources.importText', { text: hostileMarkup.map((one) => `<p>Pasted ${format}: ${one}</p>`).join('\n\n'), format, title: `Pasted ${hostileMarkup[3]}` })
    expect(outcomes[0]?.outcome).toBe('imported')
  }
  await page.keyboard.press('Control+Shift+V')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Article').evaluate((field, html) => {
    const carried = new DataTransfer()
    carried.setData('text/html', html)
    carried.setData('text/plain', html)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }))
  }, `<h1>By the dialog</h1>${hostileMarkup.join('')}<p>The end of it.</p>`)
  await dialog.getByRole('textbox', { name: 'Title' }).fill(`By the dialog ${hostileMarkup[3]}`)
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  const row = page.getByRole('grid', { name: 'Sources' }).getByRole('row').filter({ hasText: 'By the dialog' }).first()
  await row.click()
  await reader().getByText('The end of it.').first().waitFor()
  expect(await strange()).toEqual([])
  expect(await harmed()).toEqual(harmless)
})

it('nor in what the search box shows of them', async () => {
  for (const words of ['onerror', 'javascript', 'attacker', 'script']) {
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox', { name: 'Search everything' }).fill(words)
    await page.getByRole('option').first().waitFor()
    await page.waitForTimeout(200)
    expect(await strange()).toEqual([])
    await page.keyboard.press('Escape')
  }
  expect(await harmed()).toEqual(harmless)
})

it('nor in a memo that quotes them, nor when that is pasted into a memo', async () => {
  const source = (await call<SourceSummary[]>(page, 'sources.list', {})).find(({ title }) => title.startsWith('Pasted'))?.id ?? ''
  const { text, version, blocks } = await call<SourceText>(page, 'sources.text', { source })
  const content = []
  for (const [at, block] of blocks.slice(0, 40).entries()) {
    const { passage } = await call<TagResult>(page, 'items.tag', { source, version, spans: [{ start: block.start, end: block.end }], kind: 'claim' })
    const quote = text.slice(block.start, block.end)
    content.push({ type: 'paragraph', content: [{ type: 'text', text: quote }, { type: 'citation', attrs: { id: `01900000-0000-7000-8000-0000000000${(at + 16).toString(16)}`, cites: [aCite(passage, version, quote)] } }] })
  }
  const memo = await call<Memo>(page, 'memos.create', { head: { title: `Hostile ${hostileMarkup[3]}` } })
  await call(page, 'memos.save', { memo: memo.id, revision: memo.revision, document: JSON.stringify({ type: 'doc', content }) })
  await page.getByRole('tab', { name: 'Memos', exact: true }).click()
  await page.getByRole('grid', { name: 'Memos' }).getByRole('row').first().click()
  const body = page.getByRole('textbox', { name: 'Memo body' })
  await body.waitFor()
  await page.getByRole('button', { name: /^Evidence/ }).click()
  await body.click()
  await body.evaluate((element, html) => {
    const carried = new DataTransfer()
    carried.setData('text/html', html)
    carried.setData('text/plain', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }))
  }, hostileMarkup.join('\n'))
  await page.waitForTimeout(500)
  expect(await strange()).toEqual([])
  window.problems.splice(0, Infinity, ...window.problems.filter((problem) => !inert.test(problem)))
  expect(await harmed()).toEqual(harmless)
})

/** Opens markup as a page of its own in the same browser, with everything allowed that a browser allows. */
async function openedElsewhere(context: BrowserContext, html: string): Promise<{ requests: string[]; ran: number; happened: string[] }> {
  const other = await context.newPage()
  const requests: string[] = []
  watch(other)
  await other.route('**/*', (route) => {
    const url = route.request().url()
    if (url === 'http://exported.example/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    requests.push(url)
    return route.abort()
  })
  await other.goto('http://exported.example/')
  await other.waitForTimeout(500)
  const ran = await other.evaluate(() => (globalThis as { ran?: number }).ran ?? 0)
  await other.close()
  return { requests, ran, happened }
}

it('nor in what is exported of it, opened in a browser that allows everything', async () => {
  const [memo] = (await call<{ id: string; title: string }[]>(page, 'memos.list', {})).filter(({ title }) => title.startsWith('Hostile'))
  const fetched = async (format: string) => {
    const { file } = await call<ExportedFile>(page, 'exports.memo', { memo: memo?.id, format })
    return page.evaluate(async (id) => (await fetch(`/files/${id}`)).text(), file)
  }
  const rich = await call<RichText>(page, 'exports.richText', { memo: memo?.id })
  const pages = { html: await fetched('html'), markdown: marked.parse(await fetched('md'), { async: false, gfm: true }), 'rich text': `<!doctype html><body>${rich.html}</body>` }
  for (const [form, html] of Object.entries(pages)) {
    expect(html).toContain('globalThis.ran')
    expect({ form, ...(await openedElsewhere(window.context, html)) }).toEqual({ form, requests: [], ran: 0, happened: [] })
  }
  // The trap works: the same page with the markup as markup is caught.
  const control = await openedElsewhere(window.context, hostileMarkup.slice(0, 5).join(''))
  expect([control.ran, control.requests.length > 0]).toEqual([1, true])
})
