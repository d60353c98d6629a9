// Writing in the window, by key: comments on ranges, find and replace, the outline, the word target.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openDesk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'
import { newMemo } from './keyboard.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  await openDesk(page)
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const violations = async () => {
  const found = await axeOn(page).include('.memo').analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
const picture = async (name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` })
}
const painted = (name: string) => page.evaluate((each) => [...(CSS.highlights.get(each) ?? [])].map(String), name)
const selectWords = async (words: string) => {
  await body().evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      ;(root as HTMLElement).focus()
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
  }, words)
}

describe('comments', () => {
  const threads = () => page.getByRole('grid', { name: 'Comments' }).getByRole('row')

  it('are written on selected words by key, answered, settled and undone', async () => {
    await body().getByText('Pressure should come before').click()
    await selectWords('the assets')
    await page.keyboard.press('Control+Alt+m')
    await page.getByRole('textbox', { name: 'Comment' }).waitFor()
    await page.keyboard.type('Which assets?')
    await page.keyboard.press('Enter')
    await threads().filter({ hasText: 'Which assets?' }).waitFor()
    await expect.poll(() => painted('memo-comment-active')).toEqual(['the assets'])
    await selectWords('Five hours')
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type('Says who?')
    await page.keyboard.press('Enter')
    await expect.poll(() => threads().count()).toBe(2)
    await threads().filter({ hasText: 'Which assets?' }).click()
    await page.keyboard.press('r')
    await page.keyboard.type('The frozen ones.')
    await page.keyboard.press('Enter')
    await threads().filter({ hasText: 'The frozen ones.' }).waitFor()
    await picture('comments')
    expect(await violations()).toEqual([])
    await page.keyboard.press('x')
    await expect.poll(() => threads().count()).toBe(1)
    await page.getByRole('button', { name: 'Show 1 settled' }).click()
    await expect.poll(() => threads().count()).toBe(2)
    await page.getByRole('grid', { name: 'Comments' }).focus()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Comments 2' }).waitFor()
  })

  it('are walked through by key and survive a reload', async () => {
    await body().getByText('What happened').click()
    await page.keyboard.press('F8')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('Five hours')
    await page.keyboard.press('F8')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('the assets')
    await page.keyboard.press('Shift+F8')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('Five hours')
    await page.keyboard.press('Control+s')
    await page.reload()
    await page.getByRole('button', { name: 'Comments 2' }).click()
    await threads().filter({ hasText: 'The frozen ones.' }).waitFor()
  })

  it('fit a narrow, dark window', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 1024, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await picture('comments-narrow')
    expect(await violations()).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

describe('find and replace', () => {
  const field = () => page.getByRole('searchbox', { name: 'Find in this memo' })

  it('finds as one types, steps by key, and closes on the match', async () => {
    await body().getByText('What happened').click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+f')
    await field().waitFor()
    await page.keyboard.type('should')
    await expect.poll(() => painted('memo-match-current')).toEqual(['should'])
    await page.getByText('1 of 2').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('2 of 2').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('should')
    expect(await painted('memo-match')).toEqual([])
  })

  it('replaces all by key, as one change', async () => {
    await page.keyboard.press('Control+h')
    await page.getByRole('textbox', { name: 'Replace with' }).fill('must')
    await picture('find')
    expect(await violations()).toEqual([])
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => body().innerText()).toContain('Pressure must come before proposals, and the assets must be settled')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect.poll(() => body().innerText()).toContain('Pressure should come before proposals, and the assets should be settled')
  })
})

describe('outline and target', () => {
  it('leads to a heading by key', async () => {
    await body().getByText('Pressure should').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+Shift+o')
    const headings = page.getByRole('grid', { name: 'Headings' })
    await headings.getByRole('row', { name: 'What happened' }).waitFor()
    await picture('outline')
    expect(await violations()).toEqual([])
    await headings.focus()
    await page.keyboard.press('Enter')
    await headings.waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe('What happened')
    await expect.poll(() => body().evaluate((text) => text === document.activeElement)).toBe(true)
  })

  it('counts words against a target that is set by key', async () => {
    await page.keyboard.press('Control+Alt+t')
    await page.getByRole('spinbutton', { name: 'Target in words' }).waitFor()
    await page.keyboard.type('1500')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '23 of 1,500 words' }).waitFor()
    await picture('target')
  })
})

describe('templates', () => {
  it('make a memo by key, with prompts that go when typed over', async () => {
    await page.keyboard.press('Control+Alt+Shift+n')
    const templates = page.getByRole('grid', { name: 'Templates' })
    await templates.getByRole('row', { name: /Policy memo/ }).waitFor()
    await picture('templates')
    const found = await axeOn(page).include('dialog').analyze()
    expect(found.violations.map(({ id }) => id)).toEqual([])
    await templates.focus()
    // Typed before the memo is there: its letters are no commands of the Reader, which had the keyboard before.
    await page.route('**/api/memos.create', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600))
      await route.continue()
    })
    await page.keyboard.press('Enter')
    await page.keyboard.type('A new policy')
    // From the title to the first prompt, which is typed over.
    await page.keyboard.press('Enter')
    await page.keyboard.type('Talks failed.')
    await page.getByRole('heading', { name: 'Bottom line' }).waitFor()
    await page.unroute('**/api/memos.create')
    await page.keyboard.press('F9')
    await page.keyboard.press('Tab')
    await page.keyboard.type('It is likely.')
    await expect.poll(() => body().innerText()).toMatch(/Bottom line\s+Talks failed\.\s+What happened\s+The facts the reader needs[^]*Assessment\s+It is likely\./)
    await picture('prompts')
    expect(await violations()).toEqual([])
  })

  it('are kept of a memo', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('>Save memo as template')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Alt+Shift+n')
    await page.getByRole('grid', { name: 'Templates' }).getByRole('row', { name: /A new policy/ }).waitFor()
    await page.keyboard.press('Escape')
  })

  const rows = () => page.getByRole('grid', { name: 'Templates' }).getByRole('row')
  /** Makes a memo from the template of that name, by keys. */
  const makeFrom = async (name: string) => {
    await page.keyboard.press('Control+Alt+Shift+n')
    const grid = page.getByRole('grid', { name: 'Templates' })
    await rows().filter({ hasText: name }).waitFor()
    await expect.poll(() => grid.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Home')
    const at = (await rows().locator('.row-title').allInnerTexts()).indexOf(name)
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await grid.waitFor({ state: 'detached' })
    const title = page.getByRole('textbox', { name: 'Memo title' })
    await expect.poll(() => title.evaluate((field: HTMLTextAreaElement) => [field.value, field === document.activeElement])).toEqual(['', true])
    await page.keyboard.type(`From ${name}`)
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: `From ${name}`, selected: true }).waitFor()
  }
  const headings = () => body().locator('h1, h2, h3').allInnerTexts()

  it.each([
    ['Blank', [], 0],
    ['Policy memo', ['Bottom line', 'What happened', 'Assessment', 'Options', 'Recommendation', 'What would change this view'], 8],
    ['Intelligence assessment', ['Key judgments', 'Scope', 'Discussion', 'What is known', 'What is judged', 'Alternatives', 'Confidence and gaps', 'Outlook', 'Evidence'], 9],
    ['Comparison of sources', ['Where they agree', 'Where they differ', 'Which to trust, and why'], 16],
  ])('%s: has its parts, and asks for each', async (name, parts, prompts) => {
    await makeFrom(name)
    await expect.poll(headings).toEqual(parts)
    expect(await body().locator('.memo-prompt').count()).toBe(prompts)
    if (name === 'Intelligence assessment') {
      expect(await body().getByRole('group', { name: 'Key judgment' }).count()).toBe(3)
      expect(await body().getByRole('group', { name: 'Evidence' }).count()).toBe(1)
    }
    if (name === 'Comparison of sources') expect(await body().locator('th').allInnerTexts()).toEqual(['Source', 'What it says', 'What that rests on', 'Grade'])
    // Every prompt is reached by its key and goes when it is typed over.
    await page.keyboard.press('Control+Home')
    for (let left = prompts; left > 0; left -= 1) {
      await page.keyboard.press('F9')
      await page.keyboard.type('Said.')
      await expect.poll(() => body().locator('.memo-prompt').count()).toBe(left - 1)
    }
    expect((await body().innerText()).split('Said.')).toHaveLength(prompts + 1)
  })

  it('of one’s own make memos with its words and prompts, without what it cited; one that is deleted comes back with undo', async () => {
    await makeFrom('A new policy')
    await expect.poll(() => body().innerText()).toMatch(/^Bottom line\s+Talks failed\.\s+What happened\s+The facts the reader needs/)
    await page.keyboard.press('Control+Alt+Shift+n')
    await rows().filter({ hasText: 'A new policy' }).click()
    await page.getByRole('grid', { name: 'Templates' }).focus()
    await page.keyboard.press('Delete')
    await rows().filter({ hasText: 'A new policy' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.getByText('Deleted the template “A new policy”').waitFor()
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await page.keyboard.press('Control+Alt+Shift+n')
    await rows().filter({ hasText: 'A new policy' }).waitFor()
    await page.keyboard.press('Escape')
    // The tests after these write in the memo that they know.
    await page.getByRole('tab', { name: 'A new policy', exact: true }).click()
    await expect.poll(() => body().innerText()).toContain('It is likely.')
  })
})

describe('a memo that was saved elsewhere', () => {
  it('is not written over: the text here is kept as a copy', async () => {
    const memo = (await call<{ id: string; title: string }[]>(page, 'memos.list')).find(({ title }) => title === 'A new policy')
    const { revision, document } = await call<{ revision: number; document: string }>(page, 'memos.get', { memo: memo?.id })
    await body().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Mine.')
    await call(page, 'memos.save', { memo: memo?.id, revision, document: document.replace('Talks failed.', 'Theirs.') })
    await page.getByRole('alert').getByText('saved elsewhere').waitFor()
    await page.getByRole('button', { name: 'Keep mine as a copy' }).click()
    await page.getByRole('tab', { name: 'A new policy (copy)' }).waitFor()
    await expect.poll(() => body().innerText()).toMatch(/Talks failed\.[^]*Mine\./)
    await page.getByRole('tab', { name: 'A new policy', exact: true }).click()
    await expect.poll(() => body().innerText()).toContain('Theirs.')
  })
})

describe('a new memo', () => {
  it('takes what is typed before it is there: a title, and from Enter on its text', async () => {
    await page.route('**/api/memos.create', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700))
      await route.continue()
    })
    await page.keyboard.press('Control+Alt+n')
    await page.keyboard.type('Named at once')
    await page.keyboard.press('Enter')
    await page.keyboard.type('And begun.')
    await page.getByRole('tab', { name: 'Named at once' }).waitFor()
    await page.unroute('**/api/memos.create')
    await expect.poll(() => body().innerText()).toContain('And begun.')
    await page.keyboard.type(' Then went on.')
    await expect.poll(() => body().innerText()).toBe('And begun. Then went on.')
  })
})

describe('a paste', () => {
  it('from Word comes in clean and runs nothing', async () => {
    await newMemo(page, 'Pasted')
    // The body of the memo before stands there until the new one has its own.
    await expect.poll(() => body().evaluate((element) => element === document.activeElement && element.textContent === '')).toBe(true)
    const html = readFileSync(join(import.meta.dirname, '../fixtures/paste/word.html'), 'utf8') + readFileSync(join(import.meta.dirname, '../fixtures/paste/hostile.html'), 'utf8')
    await body().evaluate((element, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', pasted)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, html)
    await expect.poll(() => body().innerText()).toMatch(/Pressure before proposals\s+What happened\s+Five hours in the Kremlin produced no agreed text, by the account of Ushakov\./)
    await expect.poll(() => body().locator('ul > li').count()).toBe(3)
    expect(await page.evaluate(() => (window as { hit?: number }).hit ?? null)).toBeNull()
    await picture('paste')
  })
})

describe('in a narrow, dark window', () => {
  it('find and replace, the outline and the templates fit and have no fault that axe knows', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 1024, height: 700 })
    await body().click()
    await page.keyboard.press('Control+h')
    const bar = page.getByRole('search', { name: 'Find in the memo' })
    await bar.waitFor()
    expect(await bar.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
    expect(await page.getByRole('searchbox', { name: 'Find in this memo' }).evaluate((field) => field.clientWidth)).toBeGreaterThan(140)
    await picture('find-narrow')
    expect(await violations()).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+o')
    await page.getByRole('grid', { name: 'Headings' }).waitFor()
    expect(await violations()).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Alt+Shift+n')
    await page.getByRole('grid', { name: 'Templates' }).waitFor()
    await expect.poll(() => page.getByRole('grid', { name: 'Templates' }).evaluate((grid) => grid === document.activeElement)).toBe(true)
    await picture('templates-narrow')
    const found = await axeOn(page).include('dialog').analyze()
    expect(found.violations.map(({ id }) => id)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.keyboard.press('Escape')
  })
})

it('complained of nothing', () => expect(window.problems).toEqual([]))
