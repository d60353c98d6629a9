// What an analyst does with keys alone, in the Reader and in the memo.
import type { Page } from 'playwright-core'

/** Finds words in the open source and leaves them selected, with the text focused. */
export async function findWords(page: Page, words: string): Promise<void> {
  const found = page.getByRole('searchbox', { name: 'Find in this source' })
  await page.keyboard.press('f')
  await found.waitFor()
  await page.keyboard.type(words)
  await page.getByText(/^1 of \d+$/).waitFor()
  await page.keyboard.press('Escape')
  await found.waitFor({ state: 'detached' })
}

/** Closes the statement's popover, after typing over the prefilled statement where one is given. */
async function keepStatement(page: Page, statement: string | undefined): Promise<void> {
  const popover = page.getByRole('dialog', { name: /^(Claim|Actor|Recommendation)$/ })
  await popover.waitFor()
  if (statement !== undefined) {
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(statement)
  }
  await page.keyboard.press('Enter')
  await popover.waitFor({ state: 'hidden' })
}

/** Tags the words found as an actor, claim or recommendation. */
export async function tagWords(page: Page, key: 'c' | 'a' | 'r', words: string, statement?: string): Promise<void> {
  await findWords(page, words)
  await page.keyboard.press(key)
  await keepStatement(page, statement)
}

/** Moves the sentence cursor to the sentence that holds the words, and tags the sentence. */
export async function tagSentence(page: Page, key: 'c' | 'r', words: string, statement?: string): Promise<void> {
  await findWords(page, words)
  await page.keyboard.press('s')
  await page.keyboard.press(key)
  await keepStatement(page, statement)
}

/** In the memo's body: `@`, the words, Enter on the first passage offered once it shows what is expected. */
export async function citeByTyping(page: Page, words: string, shown: string = words.split(' ').at(-1) ?? words): Promise<void> {
  await page.keyboard.type(' @')
  const offered = page.getByRole('listbox', { name: 'Passages to cite' })
  await offered.waitFor()
  await page.keyboard.type(words)
  await offered.getByRole('option').first().filter({ hasText: shown }).waitFor()
  await page.keyboard.press('Enter')
  await offered.waitFor({ state: 'hidden' })
}

/** Goes on with Tab (or back with Shift+Tab, or down with ArrowDown) until the element with that accessible name has the focus. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`
    })
    if (name.test(focused)) return
    await page.keyboard.press(key)
    // Menus move the focus only after the key's own work is done.
    await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 20)))
  }
  throw new Error(`${key} never reached ${name}`)
}

/** Goes from pane to pane with F6 until that pane has the focus. */
export async function goToPane(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 6; steps += 1) {
    const pane = await page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-label'))
    if (pane === name) return
    await page.keyboard.press('F6')
  }
  throw new Error(`F6 never reached ${name}`)
}

/** Makes a memo by its key and types its title at once, as a fast hand does; leaves the caret in the body. */
export async function newMemo(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+Alt+n')
  await page.keyboard.type(title)
  await page.waitForFunction((wanted) => {
    const field = document.activeElement
    return field instanceof HTMLTextAreaElement && field.getAttribute('aria-label') === 'Memo title' && field.value === wanted
  }, title)
  await page.keyboard.press('Enter')
}
