// The views of the window, for pictures and for checks that must hold in all of them.
import type { Page } from 'playwright-core'

/** Brings a view up in a window that shows the laid desk. */
export type View = (page: Page) => Promise<unknown>

const tab = (name: string) => (page: Page) => page.getByRole('tab', { name, exact: true }).click()
const open = (list: string, row: string) => async (page: Page) => {
  await tab(list)(page)
  await page.getByRole(list === 'Codes' ? 'treegrid' : 'grid', { name: list }).getByRole('row', { name: row }).first().click()
}

const dropEmptyFile = (page: Page) =>
  page.evaluate(() => {
    const carried = new DataTransfer()
    carried.items.add(new File([], 'Minutes of the meeting.txt'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }))
  })

/** Every view by name. */
export const views: Record<string, View> = {
  window: open('Claims', 'No compromise'),
  source: open('Sources', 'Why the U.S.'),
  actor: open('Actors', 'Yuri Ushakov'),
  recommendation: open('Recommendations', 'needs to strengthen'),
  memo: open('Memos', 'Pressure'),
  code: open('Codes', 'Negotiation'),
  codebook: async (page) => {
    await tab('Codes')(page)
    await page.getByRole('button', { name: 'Show the codebook' }).click()
    await page.getByRole('heading', { name: 'Codebook' }).waitFor()
  },
  search: async (page) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Putin')
    await page.getByRole('option').first().waitFor()
  },
  commands: async (page) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('>')
    await page.getByRole('option').first().waitFor()
  },
  keys: (page) => page.getByRole('button', { name: '? keys' }).click(),
  export: async (page) => {
    await open('Memos', 'Pressure')(page)
    await page.getByRole('button', { name: 'Format and options' }).click()
  },
  preview: async (page) => {
    await open('Memos', 'Pressure')(page)
    await page.keyboard.press('Control+Alt+p')
    await page.getByRole('img', { name: 'Page 1 of' }).waitFor()
  },
  about: async (page) => {
    await page.getByRole('button', { name: 'View' }).click()
    await page.getByRole('menuitem', { name: 'About Groundwork' }).click()
    await page.getByRole('dialog', { name: 'About Groundwork' }).getByText(/Groundwork \d/).waitFor()
  },
  history: (page) => page.getByRole('button', { name: 'History' }).click(),
  view: (page) => page.getByRole('button', { name: 'View' }).click(),
  workspace: (page) => page.getByRole('button', { name: 'Library', exact: true }).click(),
  restore: async (page) => {
    await page.getByRole('button', { name: 'Library', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Restore from a backup…' }).click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByRole('radio').first().waitFor()
  },
  newWorkspace: async (page) => {
    await page.getByRole('button', { name: 'Library', exact: true }).click()
    await page.getByRole('menuitem', { name: 'New workspace' }).click()
  },
  speaker: async (page) => {
    await open('Claims', 'No compromise')(page)
    await page.getByRole('combobox', { name: 'Speaker' }).fill('mar')
    await page.getByRole('option').first().waitFor()
  },
  report: async (page) => {
    await dropEmptyFile(page)
    await page.getByRole('alert').waitFor()
  },
  passage: async (page) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('offered nothing key issue')
    await page.getByRole('group', { name: 'Passages' }).getByRole('option').first().click()
    await page.getByRole('region', { name: 'Inspector' }).getByText('Evidence').waitFor()
  },
  suggestion: async (page) => {
    await page.getByRole('button', { name: /\d suggestions/ }).click()
    await page.getByRole('dialog', { name: /^Suggested / }).waitFor()
  },
  mentions: async (page) => {
    await open('Actors', 'Yuri Ushakov')(page)
    await page.keyboard.press('Control+Alt+f')
    await page.getByRole('dialog', { name: 'Mentions of Yuri Ushakov' }).getByText('No further mention').waitFor()
  },
  board: async (page) => {
    await page.keyboard.press('Control+Alt+b')
    await page.getByRole('grid', { name: 'Claims on the board' }).waitFor()
  },
  library: async (page) => {
    await page.keyboard.press('Control+Alt+l')
    await page.getByRole('grid', { name: 'Table of sources' }).getByRole('row', { name: /Why the U.S./ }).waitFor()
  },
  queries: async (page) => {
    await page.keyboard.press('Control+Alt+c')
    await page.getByRole('combobox', { name: 'Passages tagged with', exact: true }).fill('claims')
    await page.getByRole('option', { name: /^Claims/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('grid', { name: 'Passages of the query' }).getByText('no compromise version').first().waitFor()
  },
  codeTable: async (page) => {
    await page.keyboard.press('Control+Alt+c')
    await page.getByText('Table', { exact: true }).click()
    await page.getByRole('grid', { name: 'How often codes stand together' }).waitFor()
  },
  bulk: async (page) => {
    await open('Sources', 'Why the U.S.')(page)
    await page.getByRole('checkbox', { name: 'Choose all passages' }).check()
  },
  claimForm: async (page) => {
    await page.locator('[role="document"]').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('c')
    await page.getByRole('dialog', { name: 'Claim' }).waitFor()
  },
  dossier: async (page) => {
    await open('Actors', 'Yuri Ushakov')(page)
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Yuri Ushakov' }).waitFor()
  },
  paste: (page) => page.keyboard.press('Control+Shift+V'),
}

