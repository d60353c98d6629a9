// What an analyst does with keys alone, in the Reader and in the memo.
import type { Page } from 'playwright-core'

/** Finds words in the open source and leaves them selected, with the text focused. */
export async function findWords(page: Page, words: string): Promise<void> {
  await page.getByRole('document').focus()
  await page.keyboard.press('f')
  await page.getByRole('searchbox', { name: 'Find in source' }).waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Escape')
}

/** Closes the statement's popover, after typing over the prefilled statement where one is given. */
async function keepStatement(page: Page, statement: string | undefined): Promise<void> {
  const popover = page.getByRole('dialog')
  await popover.waitFor()
  if (statement !== undefined) {
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

/** In the memo's body: `@`, the words, Enter on the first passage offered. */
export async function citeByTyping(page: Page, words: string): Promise<void> {
  await page.keyboard.type('@')
  const offered = page.getByRole('listbox', { name: 'Citations' })
  await offered.waitFor()
  await page.keyboard.type(words)
  await offered.getByRole('option').first().filter({ hasText: words.split(' ').at(-1) ?? words }).waitFor()
  await page.keyboard.press('Enter')
  await offered.waitFor({ state: 'hidden' })
}
