// A crash of the program: what was done is there again, and the window is as it was left.
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ItemSummary } from '../../src/shared/items.ts'
import type { DocumentNode, Memo, MemoSummary } from '../../src/shared/memos.ts'
import type { PassageMark } from '../../src/shared/passages.ts'
import type { ImportReport, SourceSummary, SourceText } from '../../src/shared/sources.ts'
import type { Desk } from '../../src/shared/workspace.ts'
import { aPlace, call, closeWindows, openWindow, startShell } from './a-window.ts'
import { findWords, newMemo } from './keyboard.ts'

afterAll(closeWindows)

const article = 'Why the U.S.-Russia Ukraine Talks Failed'

/** A shell on a place with a window on it; both end with the test, whatever becomes of it. */
async function aRun(place: ReturnType<typeof aPlace>) {
  const shell = await startShell(place)
  onTestFinished(shell.kill)
  const window = await openWindow(shell.url)
  onTestFinished(window.close)
  return { ...window, crash: shell.kill }
}

function aPlaceForTheTest() {
  const place = aPlace()
  onTestFinished(place.remove)
  return place
}

/** Waits until the window has the keyboard in its text. */
async function untilReading(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'document')
}

/** The answer to the next call of that name: what it did is acknowledged then. */
const answered = (page: Page, name: string) => page.waitForResponse((response) => response.url().endsWith(`/api/${name}`))

/** What the Reader shows: its open tabs and the one in front. */
async function tabsOf(page: Page) {
  const tabs = page.getByRole('region', { name: 'Reader' }).getByRole('tab')
  return { open: await tabs.allTextContents(), inFront: await tabs.and(page.locator('[aria-selected="true"]')).textContent() }
}

/** How far the page is scrolled, in lines: what is kept is the first line in sight. */
const lineHeight = 28
const linesAbove = (page: Page) => page.locator('.reader-scroller').evaluate((element, line) => element.scrollTop / line, lineHeight)

/** Brings a text of 120 paragraphs in and opens it from the Library. */
async function openLongerText(page: Page): Promise<void> {
  const text = Array.from({ length: 120 }, (_, at) => `Paragraph ${at} of a longer text. It says a little more, and then it ends.`).join('\n\n')
  await call<ImportReport>(page, 'sources.importText', { text, format: 'plain', title: 'A longer text' })
  await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: 'A longer text' }).dblclick()
  await page.getByRole('heading', { name: 'A longer text' }).waitFor()
}

/** After typing: the status bar says that it saves, then that it has. */
async function untilSaved(page: Page): Promise<void> {
  await page.getByText('Saving …').waitFor()
  await page.getByText(/^Saved \d/).waitFor()
}

async function quotesIn(page: Page, source: string): Promise<string[]> {
  const { text } = await call<SourceText>(page, 'sources.text', { source })
  const marks = await call<PassageMark[]>(page, 'passages.list', { source })
  return marks.flatMap((mark) => mark.segments.map(({ start, end }) => text.slice(start, end)))
}

describe('after the program was killed', () => {
  it('a tag made by key the moment before is there, is shown, and can be undone', async () => {
    const place = aPlaceForTheTest()
    const first = await aRun(place)
    await untilReading(first.page)
    await findWords(first.page, 'Yuri Ushakov')
    const stored = answered(first.page, 'items.tag')
    await first.page.keyboard.press('c')
    await stored
    await first.crash()
    await first.close()

    const { page } = await aRun(place)
    await untilReading(page)
    const [source] = await call<SourceSummary[]>(page, 'sources.list')
    expect(source).toMatchObject({ title: article, claims: 1 })
    expect(await quotesIn(page, source!.id)).toEqual(['Yuri Ushakov'])
    expect((await call<ItemSummary[]>(page, 'items.list')).map(({ kind, statement }) => [kind, statement])).toEqual([['claim', 'Yuri Ushakov']])
    const painted = () => page.evaluate(() => [...(CSS.highlights.get('reader-claim-0') ?? [])].map(String))
    await expect.poll(painted).toEqual(['Yuri Ushakov'])
    await page.keyboard.press('Control+z')
    await expect.poll(painted).toEqual([])
    expect(await call<ItemSummary[]>(page, 'items.list')).toEqual([])
  })

  it('a memo is there as it was last saved, and the window opens where it was left', async () => {
    const place = aPlaceForTheTest()
    const { page, crash, close } = await aRun(place)
    await untilReading(page)
    await openLongerText(page)
    await newMemo(page, 'Written before a crash')
    await page.keyboard.type('These words were typed')
    await untilSaved(page)
    await page.locator('.reader-scroller').hover()
    await page.mouse.wheel(0, 1777)
    const keptOffset = async () => (await call<Desk>(page, 'workspace.desk')).readers.at(-1)?.offset
    await expect.poll(keptOffset).toBeGreaterThan(1000)
    await page.getByRole('textbox', { name: 'Memo body' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' and these too.')
    await untilSaved(page)
    const [tabs, lines] = [await tabsOf(page), await linesAbove(page)]
    expect(tabs).toEqual({ open: [article, 'A longer text'], inFront: 'A longer text' })
    await crash()
    await close()

    const next = await aRun(place)
    await next.page.getByRole('heading', { name: 'A longer text' }).waitFor()
    expect(await tabsOf(next.page)).toEqual(tabs)
    await expect.poll(async () => Math.abs((await linesAbove(next.page)) - lines)).toBeLessThanOrEqual(1)
    await expect.poll(() => next.page.getByRole('textbox', { name: 'Memo body' }).textContent()).toBe('These words were typed and these too.')
    expect((await call<MemoSummary[]>(next.page, 'memos.list')).map(({ title, words }) => [title, words])).toEqual([['Written before a crash', 7]])
    expect(next.problems).toEqual([])
  })

  it('a memo of 100,000 words has every letter of the last save, though nobody paused while writing', async () => {
    const place = aPlaceForTheTest()
    const { page, crash, close } = await aRun(place)
    await untilReading(page)
    const sentence = 'Nothing was agreed in Moscow, and more was said in Geneva than was written. '
    const content = Array.from({ length: 1430 }, (_, at): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text: `${at} ${sentence.repeat(5)}` }] }))
    const memo = await call<Memo>(page, 'memos.create', { head: { title: 'A long memo' } })
    await call(page, 'memos.save', { memo: memo.id, revision: 0, document: JSON.stringify({ type: 'doc', content }) })
    await page.getByRole('tab', { name: 'Memos', exact: true }).click()
    await page.getByRole('grid', { name: 'Memos' }).getByRole('row', { name: 'A long memo' }).dblclick()
    const body = page.getByRole('textbox', { name: 'Memo body' })
    await body.locator('p').nth(1429).waitFor({ state: 'attached' })
    await body.locator('p').first().click()
    await page.keyboard.press('Control+Home')
    const sent: string[] = []
    page.on('requestfinished', (request) => {
      if (request.url().endsWith('/api/memos.saveChange')) sent.push((request.postDataJSON() as { change: { middle: string } }).change.middle)
    })
    let letters = ''
    while (sent.length < 3) {
      const letter = 'abcdefgh'[letters.length % 8] ?? 'a'
      await page.keyboard.press(letter)
      letters += letter
    }
    await crash()
    await close()
    const lettersIn = (json: string) => /"text":"([a-h]*)0 Nothing/.exec(json)?.[1] ?? ''
    const kept = lettersIn(sent.at(-1) ?? '')
    expect(kept).not.toBe('')
    // One paragraph went to the disk, not the memo.
    expect(sent.filter((middle) => middle.length > 1000 + letters.length)).toEqual([])

    const next = await aRun(place)
    const written = lettersIn((await call<Memo>(next.page, 'memos.get', { memo: memo.id })).document)
    expect([written.startsWith(kept), letters.startsWith(written)]).toEqual([true, true])
    await expect.poll(() => next.page.getByRole('textbox', { name: 'Memo body' }).locator('p').first().textContent()).toContain(`${written}0 Nothing`)
  })
})
