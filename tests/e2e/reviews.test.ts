// The living memo in the window: what changed beneath a sentence is listed, and decided by one key each.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/shared/items.ts'
import { aCite, type DocumentNode, type Memo } from '../../src/shared/memos.ts'
import type { CorrectedBlock, SourceSummary, SourceText } from '../../src/shared/sources.ts'
import type { PassageDetail } from '../../src/shared/passages.ts'
import { openDesk, tagWords, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk
let passage: PassageDetail

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await openDesk(page)
  const { passages } = await call<Item>(page, 'items.get', { item: desk.claim })
  passage = await call<PassageDetail>(page, 'passages.get', { passage: passages[0]?.passage.id ?? '' })
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const chip = () => body().locator('.cite')
const rows = () => page.getByRole('grid', { name: 'Needs review' }).getByRole('row')
const count = () => page.getByRole('button', { name: /^\d+ to review$/ })
const grade = (reliability: string | null) => call(page, 'sources.update', { source: desk.source, reliability })

/** Moves the end of the cited passage by some code units. */
const rebound = (by: number) => {
  const [segment] = passage.segments
  if (!segment) throw new Error('the passage has no segment')
  return call(page, 'passages.setBounds', { passage: passage.id, spans: [{ start: segment.start, end: segment.end + by }] })
}

async function choose(): Promise<void> {
  await page.keyboard.press('Control+Alt+r')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('region', { name: 'Before and after' }).waitFor()
}

describe('a sentence that rests on what changed', () => {
  it('is counted in the head, marked at its citation and listed with before and after', async () => {
    expect(await count().count()).toBe(0)
    await rebound(-6)
    await count().waitFor()
    expect(await chip().getAttribute('aria-label')).toContain('needs review')
    await choose()
    expect(await rows().count()).toBe(1)
    expect(await rows().innerText()).toContain('Five hours in the Kremlin produced no agreed text.')
    const detail = await page.getByRole('region', { name: 'Before and after' }).innerText()
    expect(detail).toContain(`“${passage.quote}”`)
    expect(detail).toContain(`“${passage.quote.slice(0, -6)}”`)
  })

  it('is accepted by A, so that the memo quotes the new words, and comes back with undo', async () => {
    await page.keyboard.press('a')
    await count().waitFor({ state: 'detached' })
    const quoted = () => chip().getAttribute('aria-label')
    await expect.poll(quoted).toContain(`“${passage.quote.slice(0, -6)}”`)
    await page.keyboard.press('Control+z')
    await count().waitFor()
    await expect.poll(quoted).toContain(`“${passage.quote}”`)
    await rebound(0)
    await count().waitFor({ state: 'detached' })
  })

  it('is kept as written by K with a reason, and waits again when something else changes', async () => {
    await grade('D')
    await count().waitFor()
    await choose()
    await page.keyboard.press('k')
    await page.getByRole('textbox', { name: 'Why the sentence is kept as written' }).waitFor()
    await page.keyboard.type('Seen by others, too')
    await page.keyboard.press('Enter')
    await rows().filter({ hasText: 'Kept as written: Seen by others, too' }).waitFor()
    await count().waitFor({ state: 'detached' })
    await grade('E')
    await count().waitFor()
    await rows().filter({ hasText: 'Reliability not judged → E' }).waitFor()
  })

  it('loses its citation by D, and has it back with undo', async () => {
    await choose()
    await page.keyboard.press('d')
    await chip().waitFor({ state: 'detached' })
    await count().waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await chip().waitFor()
    await count().waitFor()
  })

  it('is gone to by Enter', async () => {
    await choose()
    await page.keyboard.press('Enter')
    await body().locator('.cite.ProseMirror-selectednode').waitFor()
  })

  it('has no fault that axe knows, in light and dark, wide and narrow', async () => {
    await choose()
    for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [1024, 'dark']] as const) {
      await page.setViewportSize({ width, height: width === 1024 ? 700 : 900 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await axeOn(page).include('.memo').analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
      expect(await page.locator('.review-list').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-panel-${width}-${colorScheme}.png` })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

describe('a source', () => {
  const inspector = () => page.getByRole('region', { name: 'Inspector' })

  it('tells beforehand which sentences a retraction would bring to review', async () => {
    await grade(null)
    await count().waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Sources', exact: true }).click()
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: 'Why the U.S.' }).first().click()
    await inspector().getByRole('combobox', { name: 'What would change if' }).selectOption('it were retracted')
    await inspector().getByText('1 sentence would come to review.').waitFor()
    await inspector().getByRole('region', { name: 'What would change if …' }).getByText('Five hours in the Kremlin').waitFor()
    expect(await count().count()).toBe(0)
    if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-foresee.png` })
  })

  it('is retracted with a date and a note; exactly those sentences are then to be reviewed', async () => {
    await inspector().getByRole('textbox', { name: 'Retracted', exact: true }).fill('2026-11-02')
    await page.keyboard.press('Enter')
    await count().waitFor()
    expect(await count().innerText()).toBe('1 to review')
    await inspector().getByRole('textbox', { name: 'Reason', exact: true }).fill('Withdrawn by the editors')
    await page.keyboard.press('Enter')
    await choose()
    await rows().filter({ hasText: 'Source retracted' }).waitFor()
    await page.getByRole('region', { name: 'Reader' }).getByRole('button', { name: /^Retracted/ }).waitFor()
    const { violations } = await axeOn(page).include('.inspector').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    await page.keyboard.press('a')
    await count().waitFor({ state: 'detached' })
  })

})

describe('a memo that rests on two sources', () => {
  const inspector = () => page.getByRole('region', { name: 'Inspector' })
  const foreseen = () => inspector().getByRole('region', { name: 'What would change if …' }).locator('.reference')
  const listed = () => rows().locator('.review-sentence').allInnerTexts()
  const why = () => rows().locator('.review-why').allInnerTexts()
  let memo = ''
  let oil = ''
  let claim = ''

  const ofMemo = (found: string[][]) => found.filter(([sentence = '']) => /^(Alpha|Beta|Gamma|Epsilon) /.test(sentence)).map((line) => line.slice(0, 2))
  /**
   * Opens a source's Inspector and asks what would change, until the sentences begin with these words and each says so: an
   * answer given before is shown until the new one comes. Answers each sentence of the memo with what it would say of it.
   */
  const ask = async (title: string, what: string, sentences: readonly string[], change: RegExp): Promise<string[][]> => {
    await page.getByRole('tab', { name: 'Sources', exact: true }).click()
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: title }).first().click()
    await inspector().getByRole('combobox', { name: 'What would change if' }).selectOption(what)
    await inspector().getByText(/would come to review\.$/).waitFor()
    const said = () => foreseen().evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText.split('\n').map((line) => line.trim()).filter((line) => line !== '')))
    const expected = sentences.map((word) => [expect.stringMatching(`^${word} `), expect.stringMatching(change)])
    await expect.poll(async () => ofMemo(await said())).toEqual(expected)
    return ofMemo(await said())
  }
  /** The list as it stands, in the same form. */
  const standing = async () => {
    const [sentences, changes] = [await listed(), await why()]
    return sentences.map((sentence, at) => [sentence, changes[at] ?? ''])
  }
  it('is laid out', async () => {
    const titled = async (title: string) => (await call<SourceSummary[]>(page, 'sources.list')).find((one) => one.title.startsWith(title))?.id ?? ''
    oil = await titled('Oil sanctions')
    await call(page, 'sources.update', { source: desk.source, retraction: null })
    const tagged = async (source: string, words: string) => {
      const { passage: id, item } = await tagWords(page, { ...desk, source }, words, { kind: 'claim' })
      return { passage: id, item, words }
    }
    const [first, second, third] = [
      await tagged(desk.source, 'The Kremlin has been in the happy position of sitting back'),
      await tagged(desk.source, 'Putin started the war'),
      await tagged(desk.source, 'It doesn’t work'),
    ]
    const [autumn, prices] = [await tagged(oil, 'Exports fell in the autumn'), await tagged(oil, 'Prices followed')]
    claim = first.item
    let last = 0x200
    const citing = (...cited: { passage: string; words: string }[]): DocumentNode => {
      last += 1
      return { type: 'citation', attrs: { id: `01900000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`, cites: cited.map(({ passage: id, words }) => aCite(id, 1, words)) } }
    }
    const line = (words: string, ...nodes: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text: words }, ...nodes] })
    const content = [
      line('Alpha rests on the article.', citing(first)),
      line('Beta rests on oil.', citing(autumn)),
      line('Gamma rests on both.', citing(second, prices)),
      line('Delta rests on nothing.'),
      line('Epsilon rests on the article as well.', citing(third)),
    ]
    memo = (await call<Memo>(page, 'memos.create', { head: { title: 'Two sources' } })).id
    await call(page, 'memos.save', { memo, revision: 0, document: JSON.stringify({ type: 'doc', content }) })
    await page.getByRole('tab', { name: 'Memos', exact: true }).click()
    await page.getByRole('grid', { name: 'Memos' }).getByRole('row', { name: 'Two sources' }).first().click()
    await body().getByText('Delta rests on nothing.').waitFor()
    await expect.poll(() => count().count()).toBe(0)
  })

  it.each([
    ['retracted', 'it were retracted', ['Alpha', 'Gamma', 'Epsilon'], /^Source retracted/, { retraction: { on: new Date().toISOString().slice(0, 10), note: '' } }, { retraction: null }],
    ['graded anew', 'its reliability were D', ['Alpha', 'Gamma', 'Epsilon'], /→ D$/, { reliability: 'D' }, { reliability: null }],
  ])('lists, when the article is %s, the sentences that were foreseen, and no other', async (_name, what, sentences, says, change, back) => {
    const choice = what.endsWith(' D') ? ((await inspectorChoice(what)) ?? what) : what
    const before = await ask('Why the U.S.', choice, sentences, says)
    await call(page, 'sources.update', { source: desk.source, ...change })
    await count().waitFor()
    await page.keyboard.press('Control+Alt+r')
    await expect.poll(standing).toEqual(before)
    expect(await count().innerText()).toBe('3 to review')
    await call(page, 'sources.update', { source: desk.source, ...back })
    await count().waitFor({ state: 'detached' })
  })

  /** The whole words of a choice that begins so. */
  async function inspectorChoice(beginning: string): Promise<string | null> {
    await page.getByRole('tab', { name: 'Sources', exact: true }).click()
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: 'Why the U.S.' }).first().click()
    const options = await inspector().getByRole('combobox', { name: 'What would change if' }).locator('option').allInnerTexts()
    return options.find((option) => option.startsWith(beginning)) ?? null
  }

  it('lists, when a source is deleted, the sentences that were foreseen with what they quoted; D drops them, undo brings them back', async () => {
    const before = await ask('Oil sanctions', 'it were deleted', ['Beta', 'Gamma'], /^Source deleted$/)
    await page.getByRole('grid', { name: 'Sources' }).focus()
    await page.keyboard.press('Delete')
    await count().waitFor()
    await page.keyboard.press('Control+Alt+r')
    await expect.poll(standing).toEqual(before)
    await page.keyboard.press('Home')
    await page.getByRole('region', { name: 'Before and after' }).getByText('“Exports fell in the autumn”').waitFor()
    await page.keyboard.press('d')
    await expect.poll(listed).toEqual(['Gamma rests on both.'])
    await expect.poll(() => chip().count()).toBe(3)
    // Of a citation of two passages only the one that is gone is dropped.
    await page.keyboard.press('Home')
    await page.keyboard.press('d')
    await count().waitFor({ state: 'detached' })
    expect(await chip().count()).toBe(3)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => chip().count()).toBe(4)
    await call(page, 'trash.restore', { sources: [oil] })
    await count().waitFor({ state: 'detached' })
  })

  it('lists what new evidence speaks against, and what a claim became', async () => {
    await tagWords(page, { ...desk, source: oil }, 'Prices', { item: claim, role: 'contradicts' })
    await count().waitFor()
    await page.keyboard.press('Control+Alt+r')
    await expect.poll(standing).toEqual([['Alpha rests on the article.', 'Contradicted by 1, was 0']])
    await page.keyboard.press('Home')
    await page.keyboard.press('a')
    await count().waitFor({ state: 'detached' })
    await call(page, 'items.update', { item: claim, changes: { claim: { status: 'refuted', credibility: 5 } } })
    await count().waitFor()
    await expect.poll(standing).toEqual([['Alpha rests on the article.', 'Credibility not judged → 5 · Claim open → refuted']])
    await page.keyboard.press('k')
    await page.getByRole('textbox', { name: 'Why the sentence is kept as written' }).waitFor()
    await page.keyboard.press('Enter')
    await count().waitFor({ state: 'detached' })
  })

  it('lists what was corrected in the text, word against word', async () => {
    const { version, blocks, text } = await call<SourceText>(page, 'sources.text', { source: oil })
    const corrected = blocks.map(({ start, end, ...block }): CorrectedBlock => ({ ...block, text: text.slice(start, end).replace('the autumn', 'the winter') }))
    await call(page, 'sources.correct', { source: oil, version, blocks: corrected })
    await count().waitFor()
    await page.keyboard.press('Control+Alt+r')
    await expect.poll(async () => (await standing()).filter(([, change]) => change === 'Text corrected')).toEqual([['Beta rests on oil.', 'Text corrected']])
    await rows().filter({ hasText: 'Beta' }).click()
    const detail = page.getByRole('region', { name: 'Before and after' })
    await expect.poll(() => detail.locator('mark').allInnerTexts()).toEqual([expect.stringContaining('autumn'), expect.stringContaining('winter')])
    await page.keyboard.press('a')
    await expect.poll(() => body().locator('.cite').nth(1).getAttribute('aria-label')).toContain('“Exports fell in the winter”')
  })

  it('complained of nothing', () => expect(window.problems).toEqual([]))
})
