// Checks in the window: they appear as one writes, lead to their place, are fixed and set aside by key.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { TagResult } from '../../src/shared/items.ts'
import { aCite, type DocumentNode, type Memo } from '../../src/shared/memos.ts'
import type { PassageDetail } from '../../src/shared/passages.ts'
import type { SourceSummary, SourceText } from '../../src/shared/sources.ts'
import { openDesk, tagWords, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await openDesk(page)
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const findings = () => page.getByRole('grid', { name: 'Findings' }).getByRole('row')
const finding = (words: string) => findings().filter({ hasText: words })

describe('checks', () => {
  it('find what is being written, fix it and set it aside by key, and block nothing', async () => {
    await body().getByText('Pressure should come before').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' The regime might agree.')
    // What is found in a sentence half written is another finding.
    const asked = await page.waitForRequest((request) => request.url().endsWith('/api/checks.run'))
    await asked.response()
    await page.getByRole('button', { name: /^Checks [1-9]/ }).click()
    await finding('regime').click()
    await page.keyboard.press('f')
    await expect.poll(() => body().innerText()).toContain('The government might agree.')
    await finding('regime').waitFor({ state: 'detached' })
    await finding('might').click()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('might')
    await finding('might').click()
    await page.keyboard.press('x')
    await page.getByRole('textbox', { name: /is set aside$/ }).waitFor()
    await page.keyboard.type('Nobody knows')
    await page.keyboard.press('Enter')
    await finding('Set aside: Nobody knows').waitFor()
  })

  it('have no fault that axe knows', async () => {
    const { violations } = await axeOn(page).include('.memo').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT })
  })

  it('have room for their reasons in a narrow, dark window, too', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 1024, height: 700 })
    const { violations } = await axeOn(page).include('.memo').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    expect(await page.locator('.finding-why').first().evaluate((why) => why.clientWidth)).toBeGreaterThan(220)
    expect(await page.locator('.checks-list').evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0)
    if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-narrow.png` })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1440, height: 900 })
  })

})

/** Each kind of finding by its title: where it stands, what explains it, and what may safely be written instead. */
const wanted: readonly { title: string; words: string; why: string; fixed?: string }[] = [
  { title: 'Source data missing', words: 'They met for five hours.', why: 'has no date, which citation styles print' },
  { title: 'Doubted claim as fact', words: 'No compromise was found.', why: 'is contested, and the sentence states it as a fact' },
  { title: 'Quotation differs', words: 'since his first invasion of Ukraine in 2013', why: 'The source says: “', fixed: 'since his first invasion of Ukraine in 2014' },
  { title: 'Citation does not stand', words: 'A passage that is gone.', why: 'A cited passage was deleted.' },
  { title: 'Likelihood and confidence', words: 'We judge with high confidence that talks are likely.', why: 'Make two sentences (ICD 203)' },
  { title: 'Mixed likelihood terms', words: 'improbable', why: 'its word for this is “unlikely”', fixed: 'unlikely' },
  { title: 'Vague likelihood', words: 'might', why: 'can mean anything from 1 to 99 percent' },
  { title: 'Loaded word', words: 'regime', why: 'tells the reader what to think', fixed: 'government' },
  { title: 'Unexplained short form', words: 'OSCE', why: 'Write it in full the first time' },
  { title: 'Judgment without a citation', words: 'No text will be agreed soon.', why: 'This judgment cites nothing.' },
  { title: 'One source', words: 'Putin offered nothing on territory.', why: 'Look for an independent one' },
  { title: 'Copies of one text', words: 'Exports of oil fell in the autumn.', why: 'are copies of one text: they count as one' },
]

const agency = [
  'Exports of oil fell in the autumn by a fifth, the agency said on Tuesday, and prices followed them down within a week of the announcement.',
  'Officials of three ports confirmed the figures and said that insurers had raised their rates for every ship that calls at one of them.',
  'Nobody expects that the trade will come back before the winter is over, two of the traders said on condition that they not be named.',
].join('\n\n')

/** A memo in which each rule finds one thing, and a source is known to be a copy of another. */
async function aMemoOfFaults(): Promise<void> {
  const passageIn = async (title: string, text: string): Promise<[string, string]> => {
    await call(page, 'sources.importText', { text, format: 'plain', title })
    const source = (await call<SourceSummary[]>(page, 'sources.list')).find((one) => one.title === title)?.id
    const { version } = await call<SourceText>(page, 'sources.text', { source })
    const whole = await call<SourceText>(page, 'sources.text', { source })
    const [quote] = /Exports of oil fell in the autumn/.exec(whole.text) ?? ['']
    const start = whole.text.indexOf(quote)
    const { passage } = await call<TagResult>(page, 'items.tag', { source, version, spans: [{ start, end: start + quote.length }], kind: 'claim' })
    return [passage, quote]
  }
  const inArticle = async (words: string): Promise<[string, string]> => [(await tagWords(page, desk, words, { kind: 'claim' })).passage, words]
  const met = await inArticle('Steve Witkoff')
  const [first] = (await call<{ passages: { passage: PassageDetail }[] }>(page, 'items.get', { item: desk.claim })).passages
  await call(page, 'items.update', { item: desk.claim, changes: { claim: { status: 'contested' } } })
  const faith = await inArticle('Putin has never negotiated in good faith since his first invasion of Ukraine in 2014')
  const gone = await tagWords(page, desk, 'Kirill Dmitriev', { kind: 'claim' })
  // A passage that nothing rests on goes with its tag.
  await call(page, 'items.untag', { tag: gone.tag })
  const nothing = await inArticle('Putin again offered nothing')
  const [one, two] = [await passageIn('Agency', agency), await passageIn('A copy of it', `${agency}\n\nThe Daily.`)]
  const id = (() => {
    let last = 0x100
    return () => `01900000-0000-7000-8000-${(last += 1).toString(16).padStart(12, '0')}`
  })()
  const citing = (...cited: [string, string][]): DocumentNode => ({ type: 'citation', attrs: { id: id(), cites: cited.map(([passage, quote]) => aCite(passage, 1, quote)) } })
  const text = (words: string): DocumentNode => ({ type: 'text', text: words })
  const line = (words: string, ...nodes: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content: [text(words), ...nodes] })
  const heading = (words: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] })
  const content = [
    heading('What happened'),
    line('They met for five hours.', citing(met)),
    line('No compromise was found.', citing([first?.passage.id ?? '', first?.passage.quote ?? ''])),
    line('The paper said: “since his first invasion of Ukraine in 2013”', citing(faith)),
    line('A passage that is gone.', citing([gone.passage, 'Kirill Dmitriev'])),
    line('We judge with high confidence that talks are likely.'),
    line('War is improbable.'),
    line('They might meet.'),
    line('The regime agreed.'),
    line('OSCE monitors came.'),
    heading('Assessment'),
    line('No text will be agreed soon.'),
    line('Putin offered nothing on territory.', citing(nothing)),
    line('Exports of oil fell in the autumn.', citing(one, two)),
  ]
  const memo = await call<Memo>(page, 'memos.create', { head: { title: 'A memo of faults' } })
  await call(page, 'memos.save', { memo: memo.id, revision: 0, document: JSON.stringify({ type: 'doc', content }) })
  for (const source of (await call<SourceSummary[]>(page, 'sources.list')).filter(({ title }) => /Agency|copy/.test(title))) {
    await call(page, 'sources.update', { source: source.id, metadata: { containerTitle: 'The Daily', issued: '2025-11-04' } })
  }
  await page.getByRole('tab', { name: 'Memos', exact: true }).click()
  await page.getByRole('grid', { name: 'Memos' }).getByRole('row', { name: 'A memo of faults' }).first().click()
  await body().getByText('The regime agreed.').waitFor()
}

describe('each rule', () => {
  const grid = () => page.getByRole('grid', { name: 'Findings' })
  const chosen = () => page.locator('.checks-list .grid-row-active')
  /** The findings from first to last, walked through with the keyboard, as the list is longer than what it draws. */
  const walk = async (each: (at: number) => Promise<void>) => {
    await grid().focus()
    const count = Number(await grid().getAttribute('aria-rowcount'))
    for (let at = 0; at < count; at += 1) {
      await page.keyboard.press(at === 0 ? 'Home' : 'ArrowDown')
      await each(at)
    }
  }
  /** Goes to a finding by keys. */
  const goTo = async (at: number) => {
    await grid().focus()
    await page.keyboard.press('Home')
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown')
    await rowAt(at).waitFor()
  }
  const rowAt = (at: number) => chosen().and(page.locator(`[data-index="${at}"]`))

  it('finds what it is for, once, and says why', async () => {
    await aMemoOfFaults()
    await page.getByRole('button', { name: 'Checks 12' }).click()
    const found: string[][] = []
    await walk(async (at) => {
      const row = rowAt(at)
      found.push([await row.locator('.finding-rule').innerText(), await row.locator('.finding-words').innerText()])
      expect(await row.locator('.finding-why').innerText()).toContain(wanted[at]?.why)
    })
    expect(found).toEqual(wanted.map(({ title, words }) => [title, words]))
  })

  it('leads to its place', async () => {
    for (const [at, { words }] of wanted.entries()) {
      await goTo(at)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toBe(words)
      expect(await body().evaluate((element) => element === document.activeElement)).toBe(true)
    }
  })

  it('mends what it can mend safely, and nothing else; undo takes it back', async () => {
    for (const [at, { title, words, fixed }] of wanted.entries()) {
      const row = finding(words).filter({ hasText: title })
      await goTo(at)
      const before = await body().innerText()
      await expect.poll(() => page.getByRole('button', { name: 'Fix' }).isEnabled()).toBe(fixed !== undefined)
      await page.keyboard.press('f')
      if (fixed === undefined) {
        expect(await body().innerText()).toBe(before)
        continue
      }
      await expect.poll(() => body().innerText()).toBe(before.replace(words, fixed))
      await row.waitFor({ state: 'detached' })
      await page.keyboard.press('Control+z')
      await expect.poll(() => body().innerText()).toBe(before)
      await page.getByRole('button', { name: 'Checks 12' }).waitFor()
    }
  })

  it('is set aside with a reason that is kept after a reload, and taken up again', async () => {
    for (const [at, { title }] of wanted.entries()) {
      await goTo(at)
      await page.keyboard.press('x')
      const reason = page.getByRole('textbox', { name: `Why “${title}” is set aside` })
      await reason.waitFor()
      await page.keyboard.type(`Reason ${at}.`)
      await page.keyboard.press('Enter')
      await reason.waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: 'Checks 0 12 set aside' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Checks 0 12 set aside' }).click()
    await walk(async (at) => expect(await rowAt(at).locator('.finding-why').innerText()).toBe(`Set aside: Reason ${at}.`))
    await page.keyboard.press('x')
    await page.getByRole('button', { name: 'Checks 1 11 set aside' }).waitFor()
    await expect.poll(() => chosen().locator('.finding-why').innerText()).toContain('are copies of one text')
  })

  it('complained of nothing', () => expect(window.problems).toEqual([]))
})
