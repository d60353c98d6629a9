// A memo leaves in other forms: chosen by key, remembered, with progress that can be cancelled, or by the clipboard.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import type { DocumentNode, Memo } from '../../src/shared/memos.ts'
import { wordsIn, zipParts } from '../core/exports/read-docx.ts'
import { attachmentsOf, tagsOf, textOf } from '../core/exports/poppler.ts'
import { layDesk } from './a-desk.ts'
import { aPlace, call, closeWindows, openWindow, startShell } from './a-window.ts'
import { axeOn } from './axe.ts'

afterAll(closeWindows)

const openMemo = async (page: Page, title: string) => {
  await page.getByRole('tab', { name: 'Memos', exact: true }).click()
  await page.getByRole('grid', { name: 'Memos' }).getByRole('row', { name: title }).first().click()
  await page.getByRole('region', { name: 'Memo', exact: true }).getByRole('tab', { name: title, selected: true }).waitFor()
  await page.getByRole('textbox', { name: 'Memo body' }).waitFor()
}

/** A memo that cites the first one's passage so often that its export takes a while. */
async function layLongMemo(page: Page, from: string): Promise<void> {
  const { document } = await call<Memo>(page, 'memos.get', { memo: from })
  const citation = (JSON.parse(document) as DocumentNode).content?.flatMap((block) => block.content ?? []).find((node) => node.type === 'citation')
  if (!citation) throw new Error('the memo has no citation')
  const memo = await call<Memo>(page, 'memos.create', { head: { title: 'A long memo' } })
  const id = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
  const content = Array.from({ length: 6000 }, (_, n) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Point ${n}.` }, { ...citation, attrs: { ...citation.attrs, id: id(n + 2) } }],
  }))
  await call(page, 'memos.save', { memo: memo.id, revision: memo.revision, document: JSON.stringify({ type: 'doc', content }) })
}

it('a memo is exported as Word document by keys, then again by the button, copied, and an export is cancelled', async () => {
  const place = aPlace()
  const shell = await startShell(place)
  const { page, context, problems, close } = await openWindow(shell.url)
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { memo } = await layDesk(page)
    await layLongMemo(page, memo)
    await openMemo(page, 'Pressure')

    await page.getByRole('button', { name: 'Format and options' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemcheckbox', { name: 'Contents' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('menuitemcheckbox', { name: 'Contents' }).getAttribute('aria-checked')).toBe('true')
    await page.getByRole('menuitemcheckbox', { name: 'Assessment' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('menuitemcheckbox', { name: 'Cover page' }).getAttribute('aria-checked')).toBe('true')
    await page.getByRole('menuitemcheckbox', { name: 'Memo', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('menuitemcheckbox', { name: 'Cover page' }).getAttribute('aria-checked')).toBe('false')
    await page.getByRole('menuitemcheckbox', { name: 'Contents' }).focus()
    await page.keyboard.press('Enter')
    const chosen = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Export memo as Word document' }).focus()
    await page.keyboard.press('Enter')
    expect((await chosen).suggestedFilename()).toBe('Pressure before proposals.docx')

    const again = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const path = join(place.folder, 'again.docx')
    await (await again).saveAs(path)
    const parts = await zipParts(readFileSync(path))
    expect(parts['word/document.xml']).toMatch(/<w:instrText[^>]*>TOC /)
    expect(wordsIn(parts['word/footnotes.xml'] ?? '')).toContain('So far, no compromise')

    await page.getByRole('button', { name: 'Format and options' }).click()
    await page.getByRole('menuitem', { name: 'Copy memo as rich text' }).click()
    await page.getByText('Copied the memo as rich text').waitFor()
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item?.getType(type))?.text()))
    })
    expect(copied[0]).toContain('Five hours in the Kremlin')
    expect(copied[1]).toContain('produced no agreed text.[1]')

    await openMemo(page, 'A long memo')
    // The answer waits until Cancel was pressed: a window that is busy with the long memo may see it before the progress.
    let release = () => {}
    const pressed = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/api/exports.memo', async (route) => {
      const response = await route.fetch()
      await pressed
      await route.fulfill({ response })
    })
    await page.getByRole('button', { name: 'Format and options' }).click()
    await page.getByRole('menuitem', { name: 'Export memo as Word document' }).click()
    await page.getByRole('progressbar', { name: 'Writing the Word document' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    release()
    await page.getByText('The export was cancelled. Nothing was written.').waitFor()
    await page.unroute('**/api/exports.memo')

    // Where the Cancel comes too early or too late to stop anything, no file is handed over either.
    await page.route('**/api/jobs.cancel', (route) => route.fulfill({ json: { value: null } }))
    const files: string[] = []
    page.on('download', (download) => files.push(download.suggestedFilename()))
    const made = page.waitForResponse('**/api/exports.memo')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect((await (await made).json()).value.name).toBe('A long memo.docx')
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await page.unroute('**/api/jobs.cancel')

    await openMemo(page, 'Pressure')
    const next = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await next
    expect(files).toEqual(['Pressure before proposals.docx'])
    await page.getByRole('button', { name: 'Format and options' }).click()
    await page.screenshot({ path: process.env['PICTURE'] ?? join(place.folder, 'menu.png') })
    expect(problems).toEqual([])
  } finally {
    await close()
    await shell.stop()
    place.remove()
  }
})

it('a chart is put into the memo by keys, shown as a table, follows the claims, and is undone', async () => {
  const place = aPlace()
  const shell = await startShell(place)
  const { page, problems, close } = await openWindow(shell.url)
  try {
    const { claim } = await layDesk(page)
    await openMemo(page, 'Pressure')
    const body = page.getByRole('textbox', { name: 'Memo body' })
    await body.getByText('Pressure should come').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/claims by')
    await page.keyboard.press('Enter')
    const chart = body.getByRole('img', { name: /^Claims by status\. open: 2; corroborated: 1/ })
    await chart.waitFor()
    await call(page, 'items.update', { item: claim, changes: { claim: { status: 'refuted' } } })
    await body.getByRole('img', { name: /open: 2; corroborated: 0; contested: 0; refuted: 1/ }).waitFor()
    await page.screenshot({ path: process.env['PICTURE_OF_CHART'] ?? join(place.folder, 'chart.png') })
    const form = body.getByRole('combobox', { name: 'How the chart is shown' })
    await form.selectOption('table')
    await body.getByRole('row', { name: 'refuted 1' }).waitFor()
    await body.getByText('Filter', { exact: true }).click()
    await body.getByRole('combobox', { name: 'Speaker' }).selectOption('Yuri Ushakov')
    await body.getByText('Said by: Yuri Ushakov').waitFor()
    await body.getByRole('row', { name: 'open 0' }).waitFor()
    const found = await axeOn(page).include('.memo').analyze()
    expect(found.violations.map(({ id }) => id)).toEqual([])
    await form.focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await body.getByRole('row', { name: 'open 2' }).waitFor()
    await page.keyboard.press('Control+z')
    await chart.or(body.getByRole('img', { name: /refuted: 1/ })).waitFor()
    // The writing goes on below it; an arrow comes upon it as a whole.
    await page.keyboard.press('ArrowUp')
    await body.locator('.memo-chart.ProseMirror-selectednode').waitFor()
    await page.keyboard.press('Delete')
    await expect.poll(() => body.locator('.memo-chart').count()).toBe(0)
    expect(problems).toEqual([])
  } finally {
    await close()
    await shell.stop()
    place.remove()
  }
})

it('an image is chosen by keys, described, kept with the memo and exported', async () => {
  const place = aPlace()
  const shell = await startShell(place)
  const { page, problems, close } = await openWindow(shell.url)
  try {
    const { memo } = await layDesk(page)
    await openMemo(page, 'Pressure')
    const body = page.getByRole('textbox', { name: 'Memo body' })
    await body.getByText('Pressure should come').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const chosen = page.waitForEvent('filechooser')
    await page.keyboard.type('/image')
    await page.keyboard.press('Enter')
    await (await chosen).setFiles(join(import.meta.dirname, '../../resources/icons/64x64.png'))
    const image = body.locator('.memo-image img')
    await image.waitFor()
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(64)
    await body.getByRole('textbox', { name: 'Description of the image' }).fill('The mark of Groundwork')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Memo body')
    await expect.poll(async () => (await call<Memo>(page, 'memos.get', { memo })).document).toContain('The mark of Groundwork')
    const found = await axeOn(page).include('.memo').analyze()
    expect(found.violations.map(({ id }) => id)).toEqual([])
    await page.screenshot({ path: process.env['PICTURE_OF_IMAGE'] ?? join(place.folder, 'image.png') })

    // Dropped and pasted pictures go into the text; nothing is imported, and undo takes them out again.
    const bytes = [...readFileSync(join(import.meta.dirname, '../../resources/icons/32x32.png'))]
    const bring = (how: 'drop' | 'paste', names: string[]) =>
      body.getByText('Pressure should come').evaluate(
        (element, [kind, files, content]) => {
          const carried = new DataTransfer()
          for (const name of files as string[]) carried.items.add(new File([Uint8Array.from(content as number[])], name, { type: 'image/png' }))
          const { right, bottom } = element.getBoundingClientRect()
          const at = { clientX: right - 4, clientY: bottom - 8, bubbles: true, cancelable: true }
          element.dispatchEvent(kind === 'drop' ? new DragEvent('drop', { ...at, dataTransfer: carried }) : new ClipboardEvent('paste', { ...at, clipboardData: carried }))
        },
        [how, names, bytes] as const,
      )
    const pictures = body.locator('.memo-image')
    await bring('drop', ['one.png', 'two.png'])
    await expect.poll(() => pictures.count()).toBe(3)
    await bring('paste', ['three.png'])
    await expect.poll(() => pictures.count()).toBe(4)
    expect(await page.getByRole('region', { name: 'Import' }).count()).toBe(0)
    for (let left = 3; left >= 1; left -= 1) {
      await page.keyboard.press('Control+z')
      await expect.poll(() => pictures.count()).toBe(left)
    }
    await expect.poll(async () => (await call<Memo>(page, 'memos.get', { memo })).document.match(/"type":"image"/g)).toHaveLength(1)

    await page.reload()
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(64)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Format and options' }).click()
    await page.getByRole('menuitem', { name: 'Export memo as web page' }).click()
    const path = join(place.folder, 'memo.html')
    await (await download).saveAs(path)
    expect(readFileSync(path, 'utf8')).toMatch(/<img src="data:image\/png;base64,[^"]*" width="64" height="64" alt="The mark of Groundwork">/)
    expect(problems).toEqual([])
  } finally {
    await close()
    await shell.stop()
    place.remove()
  }
})

it('tables, images and the charts of the analysis are in every form that the menu offers', async () => {
  const place = aPlace()
  const shell = await startShell(place)
  const { page, problems, close } = await openWindow(shell.url)
  try {
    const { actor, claim, source } = await layDesk(page)
    await call(page, 'sources.update', { source, metadata: { issued: '2025-12-02' } })
    await call(page, 'items.update', { item: claim, changes: { claim: { speaker: actor, stance: 'opposes' } } })
    await openMemo(page, 'Pressure')
    const body = page.getByRole('textbox', { name: 'Memo body' })
    const bySlash = async (typed: string, option: string) => {
      await body.getByText('Pressure should come').click()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.keyboard.type(typed)
      await page.getByRole('option', { name: option, exact: true }).waitFor()
    }
    // Each is put in above the one before.
    for (const [typed, option] of [['/timeline', 'Chart: timeline of claims'], ['/actors by', 'Chart: actors by stance'], ['/claims by', 'Chart: claims by status']] as const) {
      await bySlash(typed, option)
      await page.keyboard.press('Enter')
    }
    await expect.poll(() => body.getByRole('img').count()).toBe(3)
    const chosen = page.waitForEvent('filechooser')
    await bySlash('/image', 'Image …')
    await page.keyboard.press('Enter')
    await (await chosen).setFiles(join(import.meta.dirname, '../../resources/icons/64x64.png'))
    await body.getByRole('textbox', { name: 'Description of the image' }).fill('The mark of Groundwork')
    await page.keyboard.press('Enter')
    await bySlash('/table', 'Table')
    await page.keyboard.press('Enter')
    const cells = ['Who', 'Says', 'Grade', 'Ushakov', 'No agreement', 'B2', 'Rubio', 'Some progress', 'C3']
    for (const [at, word] of cells.entries()) {
      await page.keyboard.type(word)
      if (at < cells.length - 1) await page.keyboard.press('Tab')
    }
    const exported = async (form: string) => {
      await page.getByRole('button', { name: 'Format and options' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: `Export memo as ${form}`, exact: true }).click()
      const path = join(place.folder, (await download).suggestedFilename())
      await (await download).saveAs(path)
      return path
    }
    const counts = ['open', '2', 'corroborated', '1', 'Yuri Ushakov', 'opposes']
    const titles = ['Claims by status', 'Actors by stance', 'Claims by date of their sources']
    const missingIn = (text: string, words: readonly string[] = [...cells, ...titles, ...counts]) => words.filter((word) => !text.includes(word))

    const pdf = await exported('PDF')
    expect(missingIn(textOf(pdf))).toEqual([])
    const tags = tagsOf(pdf)
    // Three charts and the image are figures; the table has its rows.
    expect([tags.filter((tag) => tag === 'Figure').length, tags.filter((tag) => tag === 'TR').length]).toEqual([4, 3])

    // The evidence stands behind the text, and is carried along as a file.
    expect(textOf(pdf)).toMatch(/captured .*SHA-256 [0-9a-f]{12}/i)
    expect(attachmentsOf(pdf)).toEqual([expect.stringContaining('evidence.json')])

    const word = await zipParts(readFileSync(await exported('Word document')))
    const chartParts = Object.keys(word).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name)).toSorted()
    expect(chartParts).toHaveLength(3)
    expect(Object.keys(word).filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(1)
    expect(word['word/document.xml']).toContain('descr="The mark of Groundwork"')
    expect(missingIn(wordsIn(word['word/document.xml'] ?? ''), [...cells, ...titles])).toEqual([])
    expect(missingIn(chartParts.map((name) => word[name]).join(' '), ['open', 'corroborated', 'Yuri Ushakov', 'opposes'])).toEqual([])

    const html = readFileSync(await exported('web page'), 'utf8')
    expect(missingIn(html)).toEqual([])
    expect([html.match(/<img[^>]* src="data:image\/svg\+xml/g)?.length, html.match(/<img src="data:image\/png;base64,/g)?.length]).toEqual([3, 1])

    const markdown = readFileSync(await exported('Markdown'), 'utf8')
    expect(missingIn(markdown)).toEqual([])
    expect(markdown).toMatch(/!\[The mark of Groundwork\]\(<data:image\/png;base64,/)
    expect(markdown).toMatch(/\| *Who *\| *Says *\| *Grade *\|/)

    const archive = await zipParts(readFileSync(await exported('Markdown with references')))
    const inArchive = Object.entries(archive).find(([name]) => name.endsWith('.md'))?.[1] ?? ''
    expect(missingIn(inArchive)).toEqual([])
    const image = /!\[The mark of Groundwork\]\(<([^>]+\.png)>\)/.exec(inArchive)?.[1] ?? ''
    expect(Object.keys(archive)).toContain(image)
    expect(JSON.parse(Object.entries(archive).find(([name]) => name.endsWith('.json'))?.[1] ?? '')).toHaveLength(1)

    const plain = readFileSync(await exported('plain text'), 'utf8')
    expect(missingIn(plain)).toEqual([])
    expect(plain).toContain('[The mark of Groundwork]')
    expect(problems).toEqual([])
  } finally {
    await close()
    await shell.stop()
    place.remove()
  }
})

it('printing from the memo prints the memo alone, with its head, marking, charts and sources', async () => {
  const place = aPlace()
  const shell = await startShell(place)
  const { page, problems, close } = await openWindow(shell.url)
  try {
    const { memo } = await layDesk(page)
    const { document, revision } = await call<Memo>(page, 'memos.get', { memo })
    const { content = [], ...doc } = JSON.parse(document) as DocumentNode
    const chart = { type: 'chart', attrs: { chart: 'claims-by-status', form: 'chart' } }
    await call(page, 'memos.save', { memo, revision, document: JSON.stringify({ ...doc, content: [...content, chart] }) })
    await openMemo(page, 'Pressure')
    const body = page.getByRole('textbox', { name: 'Memo body' })
    await body.getByRole('img', { name: /^Claims by status/ }).waitFor()
    await page.getByRole('region', { name: 'Sources' }).waitFor()
    await body.getByText('Pressure should come').click()
    const path = join(place.folder, 'printed.pdf')
    await page.pdf({ path, format: 'A4' })
    const text = textOf(path)
    for (const words of ['TLP:AMBER', 'Policy director', 'What happened', 'Five hours in the Kremlin', 'Claims by status', 'corroborated', 'Sources']) expect(text).toContain(words)
    for (const words of ['Library', 'Evidence', 'Checks', 'as a chart', 'Putin has never negotiated', 'Export']) expect(text).not.toContain(words)
    expect(problems).toEqual([])
  } finally {
    await close()
    await shell.stop()
    place.remove()
  }
})

it('the pages stand beside the memo and follow what is written, the marking and the template', async () => {
  const place = aPlace()
  const shell = await startShell(place)
  const { page, problems, close } = await openWindow(shell.url)
  try {
    await layDesk(page)
    await openMemo(page, 'Pressure')
    // Who comes near the button finds the pages laid out.
    const prepared = page.waitForRequest((request) => request.url().endsWith('/exports.preview') && request.postData()?.includes('"count":0') === true)
    await page.getByRole('button', { name: 'Export', exact: true }).hover()
    await prepared
    await page.keyboard.press('Control+Alt+p')
    const pages = page.getByRole('region', { name: 'Preview of the pages' })
    const first = pages.getByRole('img', { name: 'Page 1 of' })
    await first.waitFor()
    await expect.poll(() => first.evaluate((image: HTMLImageElement) => image.naturalWidth > 0)).toBe(true)
    const drawn = () => pages.locator('.preview-page').first().locator('img').evaluateAll((parts) => parts.map((part) => part.getAttribute('src')).join(' '))
    const before = await drawn()
    await page.getByRole('textbox', { name: 'Memo body' }).getByText('produced no agreed text').click()
    await page.keyboard.type(' More')
    await expect.poll(drawn).not.toBe(before)
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Memo body')

    const total = async () => Number(/of (\d+)/.exec((await pages.getByRole('status').textContent()) ?? '')?.[1])
    const pagesOfMemo = await total()
    await page.getByRole('button', { name: 'Format and options' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Assessment' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(total).toBeGreaterThan(pagesOfMemo)
    const found = await axeOn(page).include('.preview').analyze()
    expect(found.violations.map(({ id }) => id)).toEqual([])
    await page.screenshot({ path: process.env['PICTURE_OF_PREVIEW'] ?? join(place.folder, 'preview.png') })
    await page.setViewportSize({ width: 1024, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
    expect(problems).toEqual([])
  } finally {
    await close()
    await shell.stop()
    place.remove()
  }
})
