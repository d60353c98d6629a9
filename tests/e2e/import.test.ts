// Importing as an analyst does it: files of many formats dropped together, references, a changed article, an address.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { SourceSummary } from '../../src/shared/sources.ts'
import { aDocx, aPdf, anEpub, anOdt, printed } from '../core/import/packed-files.ts'
import { aSharedWindow, type SharedWindow } from './a-shared-window.ts'
import { call } from './a-window.ts'
import { axeOn } from './axe.ts'
import { dropFiles } from './drop-files.ts'

let place: SharedWindow['place']
let page: Page

aSharedWindow(async (opened) => {
  ({ page, place } = opened)
})

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 })
const reader = () => page.getByRole('region', { name: 'Reader' })
const report = () => page.getByRole('alert', { name: 'Import report' })
const inspector = () => page.getByRole('region', { name: 'Inspector' })
const titles = async () => (await call<SourceSummary[]>(page, 'sources.list', {})).map(({ title }) => title)

const drop = (files: Readonly<Record<string, string | Uint8Array>>) => dropFiles(page, files)

const sentence = 'Grain leaves the port again under a deal that few of those who signed it believe will last the winter.'
/** Markup that runs something wherever it is taken for markup. */
const hostile = '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script><svg onload="globalThis.ran=1">'
const encoded = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

it('many formats dropped together become sources; what was left out is named with its reason', async () => {
  await drop({
    'port.pdf': aPdf({ pages: [printed(`${sentence} ${hostile}`, { x: 72, top: 760, perLine: 60 }), printed(`Second page. ${sentence}`, { x: 72, top: 760, perLine: 60 })], info: { Title: 'Port report' } }),
    'brief.docx': await aDocx(hostile),
    'notes.odt': anOdt(`<text:h text:outline-level="1">Notes ${encoded}</text:h><text:p>Words ${encoded}</text:p>`),
    'book.epub': anEpub([`<h1>Book</h1><p>Words. <b onclick="globalThis.ran=1">bold</b></p><script>globalThis.ran=1</script>${hostile}<p>${encoded}</p>`], { metadata: `<dc:title>Book ${encoded}</dc:title>` }),
    'mail.eml': `From: "${hostile.replaceAll('"', "'")}" <a@example.org>\r\nSubject: Mail ${hostile}\r\nDate: Fri, 7 Mar 2025 10:00:00 +0100\r\nContent-Type: text/html\r\n\r\n<p>Mail words ${hostile}</p>`,
    'letter.rtf': `{\\rtf1\\ansi{\\info{\\title Letter ${hostile}}} Letter words ${hostile}\\par}`,
    'locked.pdf': aPdf({ pages: [[{ text: 'x', y: 700 }]], objects: { 900: `<< /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -4 >>` }, trailer: '/Encrypt 900 0 R /ID [<00> <00>]' }),
  })
  await report().waitFor()
  expect(await report().innerText()).toContain('6 imported, 1 left out')
  expect(await report().innerText()).toContain('it is protected by a password')
  expect((await titles()).length).toBe(7)
  await report().getByRole('button', { name: 'Dismiss' }).click()
})

it('nothing of them runs, in the Reader, the Library, the Inspector or the search', async () => {
  const sources = await call<SourceSummary[]>(page, 'sources.list', {})
  const grid = page.getByRole('grid', { name: 'Sources' })
  for (const source of sources.slice(0, 6)) {
    await grid.getByRole('row').filter({ hasText: source.title.slice(0, 12) }).first().click()
    await eventually(() => reader().innerText()).toContain(source.title.slice(0, 12))
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('onerror')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined()
  expect(await page.evaluate(() => document.querySelectorAll('.reader img, .reader script, [onerror], [onclick], [onload]').length)).toBe(0)
})

it('a reference file fills what a source does not know, and the reference is corrected in place', async () => {
  await drop({ 'works.ris': 'TY  - RPRT\nTI  - Port report\nPB  - House of Ports\nDO  - 10.1000/182\nER  - \nTY  - BOOK\nTI  - A book not here\nER  - ' })
  await report().waitFor()
  expect(await report().innerText()).toContain('1 of its 2 references was attached to a source. No source was found for “A book not here”.')
  await report().getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('grid', { name: 'Sources' }).getByRole('row').filter({ hasText: 'Port report' }).click()
  await inspector().getByText('Reference', { exact: true }).click()
  await eventually(() => inspector().getByRole('textbox', { name: 'Publisher' }).inputValue()).toBe('House of Ports')
  await inspector().getByRole('textbox', { name: 'Pages' }).fill('3–19')
  await inspector().getByRole('textbox', { name: 'Pages' }).press('Enter')
  const [source] = (await call<SourceSummary[]>(page, 'sources.list', {})).filter(({ title }) => title === 'Port report')
  await eventually(async () => (await call<{ reference: object }>(page, 'sources.get', { source: source?.id })).reference).toEqual({
    type: 'report',
    DOI: '10.1000/182',
    publisher: 'House of Ports',
    page: '3–19',
  })
  const { violations } = await axeOn(page).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

it('an article that changed becomes a new version of the source that is here, and says so', async () => {
  const words = 'Negotiators left the capital late on Tuesday without a common text for either side to sign.'
  await drop({ 'talks.txt': words })
  await eventually(titles).toContain('talks')
  await drop({ 'talks.txt': words.replace('Tuesday', 'Wednesday') })
  await report().waitFor()
  expect(await report().innerText()).toContain('It had changed, and is kept as version 2 of the source that was here.')
  await eventually(() => reader().innerText()).toContain('late on Wednesday')
  expect((await titles()).filter((title) => title === 'talks').length).toBe(1)
  await report().getByRole('button', { name: 'Dismiss' }).click()
})

it('a web address of this machine is refused in the dialog, which stays for another try', async () => {
  await page.keyboard.press('Control+Alt+o')
  const dialog = page.getByRole('dialog', { name: 'Import from a web address' })
  await dialog.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9/secret')
  await page.keyboard.press('Enter')
  await dialog.getByText('127.0.0.1:9 is not on the public internet').waitFor()
  const { violations } = await axeOn(page).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('a folder is imported with what lies in folders below it; hidden files are left out', async () => {
  const folder = join(place.folder, 'Reports')
  mkdirSync(join(folder, 'below', 'further'), { recursive: true })
  writeFileSync(join(folder, 'first.md'), '# First of the folder\n\nWords that stand at the top of the folder.')
  writeFileSync(join(folder, 'below', 'further', 'second.txt'), 'Second of the folder\n\nWords that stand two folders below.')
  writeFileSync(join(folder, '.hidden.md'), '# Hidden\n\nWords that nobody asked for.')
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Import a folder')
  await page.getByRole('option', { name: /Import a folder/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(folder)
  await eventually(titles).toContain('First of the folder')
  await eventually(titles).toContain('Second of the folder')
  expect(await titles()).not.toContain('Hidden')
})

it('a source says where its facts came from, and hands out its original as it came', async () => {
  const words = '<!doctype html><html><head><title>Facts | The Wire</title><meta property="og:site_name" content="The Wire"><meta name="dc.creator" content="Ada Example"></head><body><article><h1>Facts</h1><p>Words of an article about where facts come from, long enough to be read as one.</p></article></body></html>\r\n'
  await drop({ 'facts.html': words })
  await eventually(() => inspector().getByRole('textbox', { name: 'Authors' }).first().inputValue()).toBe('Ada Example')
  expect(await inspector().getByText(/^from /).allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/^from Dublin Core/i), expect.stringMatching(/^from Open Graph/i)]))
  const saved = page.waitForEvent('download')
  await inspector().getByRole('button', { name: 'Save original' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('facts.html')
  expect(readFileSync(await download.path(), 'utf8')).toBe(words)
})

/** The tab that a command of the palette opens. */
async function tabOf(command: string) {
  const tab = page.context().waitForEvent('page')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(command)
  await page.getByRole('option', { name: new RegExp(`^${command}`) }).first().waitFor()
  await page.keyboard.press('Enter')
  return tab
}

it('an original opens in a tab of its own, a page as text that runs nothing', async () => {
  const words = '<!doctype html><html><head><title>Opened | The Wire</title><script>document.title = "ran"</script></head><body><article><h1>Opened</h1><p>Words of an article that is opened as it came, long enough to be read as one.</p></article></body></html>'
  await drop({ 'opened.html': words })
  await eventually(() => inspector().getByRole('textbox', { name: 'Title' }).first().inputValue()).toContain('Opened')
  const tab = await tabOf('Open the original')
  await tab.getByText('<!doctype html>').waitFor()
  expect(await tab.locator('body').innerText()).toBe(words)
  expect(await tab.title()).not.toBe('ran')
  expect(tab.url()).toMatch(/\/files\/[\w-]+\/shown$/)
  await tab.close()
})

it('a PDF opens in a tab as one; what browsers do not show is downloaded', async () => {
  await drop({ 'shown.pdf': aPdf({ pages: [printed(`Shown as it came. ${sentence}`, { x: 72, top: 760, perLine: 60 })], info: { Title: 'Shown report' } }) })
  await eventually(() => inspector().getByRole('textbox', { name: 'Title' }).first().inputValue()).toBe('Shown report')
  const answered = page.context().waitForEvent('response', (response) => response.url().endsWith('/shown'))
  const opened = page.context().waitForEvent('page')
  await inspector().getByRole('button', { name: 'Open original' }).click()
  const headers = await (await answered).allHeaders()
  expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': expect.stringMatching(/^inline/), 'content-security-policy': expect.stringMatching(/^default-src 'none'; sandbox;/), 'x-content-type-options': 'nosniff' })
  const tab = await opened
  // Chromium's own viewer shows it, in a frame of its own.
  await eventually(() => tab.frames().filter((frame) => frame.url() === tab.url()).length).toBe(2)
  await tab.close()
  await drop({ 'shown.docx': await aDocx('Shown by Word alone') })
  await eventually(() => inspector().getByText('shown.docx').count()).toBe(1)
  const saved = page.waitForEvent('download')
  await inspector().getByRole('button', { name: 'Open original' }).click()
  expect((await saved).suggestedFilename()).toBe('shown.docx')
  await page.getByText('Browsers do not show this format').waitFor()
})
