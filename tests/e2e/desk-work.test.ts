// The main job by keyboard alone: read, tag, write, cite, export; then what poppler finds in the PDF.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ItemSummary } from '../../src/shared/items.ts'
import type { MemoSummary } from '../../src/shared/memos.ts'
import { aPlace, call, closeWindows, openWindow, startShell } from './a-window.ts'
import { citeByTyping, tabTo, tagSentence, tagWords } from './keyboard.ts'

afterAll(closeWindows)

const claims = [
  { words: 'So far, no compromise', statement: 'No compromise on a settlement was found' },
  { words: 'appears Putin again offered nothing', statement: 'Putin offered nothing on territory' },
  { words: 'initial 28-point plan', statement: 'The 28-point plan drew on Russian input' },
  { words: 'negotiating in public', statement: 'The Administration negotiates in public' },
]

const recommendations = [
  'stop trying to find concessions',
  'strengthen its negotiating hand',
  'Europeans could finally agree',
  'work together on security back-up',
]

const actors = ['Yuri Ushakov', 'Vladimir Putin', 'Steve Witkoff', 'Donald Trump', 'Jared Kushner', 'Marco Rubio']

describe('an analyst without a mouse', () => {
  it('tags the article, writes a memo with five citations and exports it as PDF', async () => {
    const place = aPlace()
    const shell = await startShell(place)
    const window = await openWindow(shell.url)
    const { page } = window
    try {
      await page.getByRole('heading', { name: 'Why the U.S.-Russia Ukraine Talks Failed' }).waitFor()
      for (const { words, statement } of claims) await tagSentence(page, 'c', words, statement)
      for (const name of actors) await tagWords(page, 'a', name)
      for (const words of recommendations) await tagSentence(page, 'r', words)

      // A tag is seen before it is stored.
      const listed = () => call<ItemSummary[]>(page, 'items.list')
      await expect.poll(async () => (await listed()).filter(({ kind }) => kind === 'recommendation').length).toBe(4)
      const items = await listed()
      const statements = (kind: string) => items.filter((item) => item.kind === kind).map((item) => item.statement)
      expect(statements('claim').toSorted()).toEqual(claims.map((claim) => claim.statement).toSorted())
      expect(statements('actor').toSorted()).toEqual([...actors].toSorted())
      for (const words of recommendations) {
        expect(statements('recommendation').some((statement) => statement.includes(words))).toBe(true)
      }

      await page.keyboard.press('Control+k')
      await page.keyboard.type('new memo')
      await page.getByRole('option', { name: 'New memo', exact: true }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('textbox', { name: 'Memo title' }).waitFor()
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Memo title')
      await page.keyboard.type('Pressure before proposals')
      await page.keyboard.press('Enter')
      await page.keyboard.type('## What happened')
      await page.keyboard.press('Enter')
      await page.keyboard.type('The Kremlin meeting ended without agreement')
      await citeByTyping(page, 'compromise version')
      await page.keyboard.type(', and nothing was offered on territory')
      await citeByTyping(page, 'offered nothing')
      await page.keyboard.type('.')
      await page.keyboard.press('Enter')
      await page.keyboard.type('The plan’s authorship weakened the American hand')
      await citeByTyping(page, '28-point')
      await page.keyboard.type('.')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Pressure should come before proposals')
      await citeByTyping(page, 'negotiating hand')
      await page.keyboard.type(' and Europe should settle the assets')
      await citeByTyping(page, 'frozen Russian')
      await page.keyboard.type('.')
      await expect
        .poll(async () => (await call<MemoSummary[]>(page, 'memos.list'))[0], { timeout: 5000 })
        .toMatchObject({ title: 'Pressure before proposals', citations: 5 })

      await tabTo(page, /^ Marking: no marking/, 'Shift+Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('menu').waitFor()
      await tabTo(page, /^ TLP:AMBER$/, 'ArrowDown')
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await call<MemoSummary[]>(page, 'memos.list'))[0]?.tlp).toBe('AMBER')

      const downloading = page.waitForEvent('download')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('export memo')
      await page.getByRole('option', { name: /Export memo as PDF/ }).waitFor()
      await page.keyboard.press('Enter')
      const download = await downloading
      expect(download.suggestedFilename()).toBe('Pressure before proposals.pdf')
      const pdf = join(place.folder, 'memo.pdf')
      await download.saveAs(pdf)
      expectMemoIn(pdf)
      expect(window.problems).toEqual([])
    } finally {
      await window.close()
      await shell.stop()
      place.remove()
    }
  })
})

/** The PDF holds the memo's words, a footnote for each citation, the marking, and is tagged. */
function expectMemoIn(pdf: string): void {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString().replace(/\s+/g, ' ')
  for (const words of ['Pressure before proposals', 'What happened', 'The Kremlin meeting ended without agreement', 'TLP:AMBER']) {
    expect(text).toContain(words)
  }
  const flat = text.replaceAll('- ', '')
  for (const quoted of ['So far, no compromise', 'offered nothing on the key issue', 'initial 28-point plan', 'strengthen its negotiating hand', 'frozen Russian assets']) {
    expect(flat).toContain(quoted)
  }
  const notes = execFileSync('pdfinfo', ['-struct', pdf]).toString().match(/^\s*Note\b/gm) ?? []
  expect(notes).toHaveLength(5)
  const facts = execFileSync('pdfinfo', [pdf]).toString()
  expect(facts).toMatch(/^Tagged:\s+yes$/m)
  expect(facts).toMatch(/^Title:\s+Pressure before proposals$/m)
}
