// The window in a real browser: views without accessibility faults, panes, lists, search, import, the desk.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SourceSummary } from '../../src/shared/sources.ts'
import { layDesk, type Desk } from './a-desk.ts'
import { aPlace, call, closeWindows, openWindow, startShell, type Shell, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'
import { views } from './views.ts'

const place = aPlace()
let shell: Shell
let window: Window
let page: Page
let desk: Desk | null = null
let address: string

beforeAll(async () => {
  // New workspaces go into the documents folder: here into one of the test's own.
  writeFileSync(join(place.folder, 'user-dirs.dirs'), `XDG_DOCUMENTS_DIR="${place.folder}"\n`)
  shell = await startShell(place, undefined, { XDG_CONFIG_HOME: place.folder })
  window = await openWindow(shell.url)
  page = window.page
  page.setDefaultTimeout(8000)
  address = new URL(page.url()).origin
})

afterAll(async () => {
  await window.close()
  await closeWindows()
  await shell.stop()
  place.remove()
})

const pane = (name: string) => page.getByRole('region', { name, exact: true })
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
const afresh = async () => {
  await page.goto(address)
  await page.getByRole('main').waitFor()
}

/** The faults that axe finds on the page as it is. The other theme differs in its colours only. */
async function faults(colorScheme: 'light' | 'dark'): Promise<string[]> {
  const { violations } = await (colorScheme === 'light' ? axeOn(page) : axeOn(page).withRules(['color-contrast', 'link-in-text-block'])).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme}: ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`))
}

describe('the first start', () => {
  it('opens the article and says in one line what to do first, until it is put away', async () => {
    await pane('Reader').getByRole('heading', { name: 'Why the U.S.-Russia Ukraine Talks Failed' }).waitFor()
    const line = page.getByRole('complementary', { name: 'First step' })
    expect(await line.innerText()).toBe('Select a sentence, then press C for a claim, A for an actor, R for a recommendation. Press ? for all keys.')
    await line.getByRole('button', { name: 'Hide this line' }).click()
    await line.waitFor({ state: 'detached' })
    await expect.poll(() => call(page, 'workspace.desk')).toMatchObject({ welcomed: true })
    await afresh()
    await pane('Reader').getByRole('heading').first().waitFor()
    expect(await line.count()).toBe(0)
  })
})

/** Lays work on the desk once, for every test but the first. */
const laid = async (): Promise<void> => {
  if (desk) return
  desk = await layDesk(page)
  await call(page, 'workspace.saveDesk', {
    desk: { readers: [{ source: desk.source, offset: 0 }], activeReader: desk.source, memos: [desk.memo], activeMemo: desk.memo, welcomed: true },
  })
  await afresh()
}

describe('every view', () => {
  beforeAll(laid)

  for (const [name, view] of Object.entries(views)) {
    it(`${name}: has no fault that axe knows, light and dark`, async () => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await afresh()
      await view(page)
      const found = await faults('light')
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      expect([...found, ...(await faults('dark'))]).toEqual([])
    })
  }

  for (const [width, height] of [[1920, 1080], [1440, 900], [1024, 700], [800, 600], [520, 600]] as const) {
    it(`at ${width} × ${height} nothing is cut off at the side`, async () => {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width, height })
      await afresh()
      await pane('Reader').waitFor()
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('.title-bar, .panes, .pane, .inspector, .library, .status-bar')]
          .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
          .map((element) => `${element.className}: ${element.scrollWidth} > ${element.clientWidth}`),
      )
      const whole = await page.evaluate(() => document.documentElement.scrollWidth)
      await page.setViewportSize({ width: 1440, height: 900 })
      expect({ wide, whole }).toEqual({ wide: [], whole: width })
    })
  }
})

describe('panes', () => {
  beforeAll(laid)

  it('go and come back with a key, and the keyboard is never lost', async () => {
    await afresh()
    await page.keyboard.press('F6')
    await page.keyboard.press('Control+1')
    await pane('Library').waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
    await page.keyboard.press('Control+1')
    await pane('Library').waitFor()
    await page.keyboard.press('Control+3')
    await pane('Memo').waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+3')
    await pane('Memo').waitFor()
  })

  it('leave one alone in focus mode', async () => {
    await pane('Reader').getByRole('tab', { name: /^Why the U\.S\./ }).click()
    await pane('Reader').getByRole('document').focus()
    await page.keyboard.press('Control+.')
    await pane('Library').waitFor({ state: 'hidden' })
    expect(await pane('Memo').isVisible()).toBe(false)
    await page.keyboard.press('Control+.')
    await pane('Memo').waitFor()
    // From the memo the memo is left, and one writes on in it.
    await page.getByRole('textbox', { name: 'Memo body' }).click()
    await page.keyboard.press('Control+.')
    await pane('Library').waitFor({ state: 'hidden' })
    expect([await pane('Reader').isVisible(), await pane('Inspector').isVisible(), await focused()]).toEqual([false, false, 'Memo body'])
    await page.keyboard.press('Control+.')
    await pane('Reader').waitFor()
    expect(await focused()).toBe('Memo body')
  })

  it('are resized with the keyboard, and the size is kept', async () => {
    const border = page.getByRole('separator', { name: 'Width of the side column' })
    await border.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => border.getAttribute('aria-valuenow')).toBe('296')
    await expect.poll(() => call(page, 'workspace.desk')).toMatchObject({ panes: { library: 296 } })
    await afresh()
    expect(await border.getAttribute('aria-valuenow')).toBe('296')
    await border.dblclick()
    expect(await border.getAttribute('aria-valuenow')).toBe('272')
  })

  it('Reader and Memo share their room by a border that the mouse drags and arrows move, kept after a reload', async () => {
    const border = page.getByRole('separator', { name: 'Width of the Memo' })
    const value = async () => Number(await border.getAttribute('aria-valuenow'))
    const widths = async () => Promise.all(['Reader', 'Memo'].map(async (name) => (await pane(name).boundingBox())?.width ?? 0))
    expect(await border.getAttribute('aria-orientation')).toBe('vertical')
    const [reader = 0, memo = 0] = await widths()
    const [x, y] = await border.boundingBox().then((box) => [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 200] as const)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 30, y, { steps: 3 })
    await page.mouse.move(x + 90, y + 10, { steps: 5 })
    await page.mouse.up()
    await expect.poll(widths).toEqual([reader + 90, memo - 90])
    expect(await value()).toBe(Math.round(memo - 90))
    // The drag ended with the button.
    await page.mouse.move(x - 200, y)
    expect(await widths()).toEqual([reader + 90, memo - 90])
    await border.focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(widths).toEqual([reader + 66, memo - 66])
    await page.keyboard.press('Home')
    await expect.poll(value).toBe(Number(await border.getAttribute('aria-valuemin')))
    await page.keyboard.press('End')
    await expect.poll(value).toBe(Number(await border.getAttribute('aria-valuemax')))
    // However it is pulled, neither text is left without room.
    expect(Math.min(...(await widths()))).toBeGreaterThanOrEqual(300)
    const kept = await value()
    await expect.poll(async () => ((await call<{ panes: { memo?: number } }>(page, 'workspace.desk')).panes.memo ?? 0) > 0.5).toBe(true)
    await afresh()
    await expect.poll(value).toBe(kept)
    await border.dblclick()
    await expect.poll(widths).toEqual([reader, memo])
  })

  it('show in the theme that was chosen, from the first paint on', async () => {
    await page.getByRole('button', { name: 'View' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click()
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await expect.poll(() => call(page, 'workspace.desk')).toMatchObject({ theme: 'dark' })
    await page.goto(address, { waitUntil: 'commit' })
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await page.getByRole('button', { name: 'View' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'As the system' }).click()
  })
})

describe('the Library', () => {
  beforeAll(laid)

  it('is walked with the keyboard; a deleted row hands over to its neighbour and comes back by undo', async () => {
    await page.getByRole('tab', { name: 'Actors' }).click()
    const grid = page.getByRole('grid', { name: 'Actors' })
    await grid.focus()
    await page.keyboard.press('Home')
    await page.keyboard.type('v')
    const active = () => grid.evaluate((list) => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.innerText.split('\n')[0])
    expect(await active()).toBe('Vladimir Putin')
    await page.keyboard.press('Space')
    await pane('Inspector').getByText('Mentions').waitFor()
    await page.keyboard.press('Delete')
    await expect.poll(active).toBe('Yuri Ushakov')
    await expect.poll(() => focused()).toBe('Actors')
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await grid.getByRole('row', { name: 'Vladimir Putin' }).waitFor()
  })

  it('filters, and renames in place with F2', async () => {
    await page.getByRole('tab', { name: 'Codes' }).click()
    await page.getByRole('searchbox', { name: 'Filter codes' }).fill('terr')
    const grid = page.getByRole('treegrid', { name: 'Codes' })
    await expect.poll(() => grid.getByRole('row').count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Name of the code' }).fill('Territorial questions')
    await page.keyboard.press('Enter')
    await grid.getByRole('row', { name: 'Territorial questions' }).waitFor()
    await expect.poll(() => focused()).toBe('Codes')
    await page.keyboard.press('Control+z')
    await grid.getByRole('row', { name: 'Territory' }).waitFor()
  })

  it('imports what is pasted, and says of a second time that it is here already', async () => {
    for (const expected of ['row', 'report']) {
      await page.keyboard.press('Control+Shift+V')
      await page.getByRole('textbox', { name: 'Article' }).fill('Talks resumed on Monday.\n\nNobody expected an agreement.')
      await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Talks resumed')
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      if (expected === 'row') await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: 'Talks resumed' }).waitFor()
      else await page.getByRole('alert').getByText('already here').waitFor()
    }
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByRole('button', { name: 'Dismiss' }).click()
  })

  it('imports dropped files and names each that it could not take', async () => {
    const before = await call<SourceSummary[]>(page, 'sources.list')
    await page.evaluate(() => {
      const carried = new DataTransfer()
      carried.items.add(new File(['A good file.\n\nIt has two paragraphs.'], 'good.txt'))
      carried.items.add(new File([], 'empty.txt'))
      document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer: carried, bubbles: true, cancelable: true }))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }))
    })
    const report = page.getByRole('alert')
    await report.getByText('1 imported, 1 left out').waitFor()
    expect(await report.getByRole('listitem').innerText()).toContain('empty.txt')
    expect(await call<SourceSummary[]>(page, 'sources.list')).toHaveLength(before.length + 1)
    await page.getByRole('button', { name: 'Dismiss' }).click()
  })
})

describe('the Inspector', () => {
  beforeAll(laid)

  it('saves a field when it is left, restores it on Escape, and everything can be undone', async () => {
    await views.window?.(page)
    const statement = pane('Inspector').getByRole('textbox', { name: 'Statement' })
    await statement.fill('Nothing was agreed')
    await page.keyboard.press('Escape')
    expect(await statement.inputValue()).toBe('No compromise on a peace settlement was found in Moscow')
    await statement.fill('Nothing was agreed')
    await page.keyboard.press('Enter')
    await page.getByRole('grid', { name: 'Claims' }).getByRole('row', { name: 'Nothing was agreed' }).waitFor()
    await pane('Inspector').getByRole('combobox', { name: 'Status' }).selectOption('contested')
    await expect.poll(async () => (await call<{ claim: { status: string } }>(page, 'items.get', { item: desk?.claim })).claim.status).toBe('contested')
    await page.getByRole('grid', { name: 'Claims' }).focus()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => statement.inputValue()).toBe('No compromise on a peace settlement was found in Moscow')
  })

  it('finds the speaker by alias, or makes a new actor', async () => {
    const speaker = pane('Inspector').getByRole('combobox', { name: 'Speaker' })
    await speaker.fill('Dmitry Peskov')
    await page.getByRole('option', { name: 'New actor' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => speaker.inputValue()).toBe('Dmitry Peskov')
    await speaker.fill('Ushak')
    await page.getByRole('option', { name: 'Yuri Ushakov' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => speaker.inputValue()).toBe('Yuri Ushakov')
  })
})

describe('the keyboard', () => {
  beforeAll(laid)

  it('stays in the pane when what it was on is deleted', async () => {
    await page.getByRole('tab', { name: 'Sources' }).click()
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: 'Oil sanctions' }).click()
    await pane('Inspector').getByRole('button', { name: 'Move to trash' }).focus()
    await page.keyboard.press('Enter')
    await pane('Inspector').getByText('is in the trash.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label'))).toBe('Inspector')
    await pane('Inspector').getByRole('button', { name: 'Restore' }).click()
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: 'Oil sanctions' }).waitFor()
  })
})

describe('search', () => {
  beforeAll(laid)

  it('opens what was found where it belongs, by keyboard', async () => {
    await page.keyboard.press('Control+k')
    await expect.poll(() => focused()).toBe('Search everything')
    await page.keyboard.type('Rubio')
    await page.getByRole('option', { name: 'Marco Rubio' }).first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => pane('Inspector').getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Marco Rubio')
  })

  it('runs commands, and gives the keyboard back', async () => {
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('use the dark')
    await page.getByRole('option', { name: 'Use the dark theme' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
  })
})

describe('dialogs', () => {
  beforeAll(laid)

  it('take the keyboard and give it back to where they were opened', async () => {
    const button = page.getByRole('button', { name: 'Library', exact: true })
    await button.click()
    await page.getByRole('menuitem', { name: 'New workspace' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('workspace-name')
    await page.keyboard.press('Escape')
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('?')
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('redo')
    await expect.poll(() => page.getByRole('dialog', { name: 'Keys' }).getByRole('term').allInnerTexts()).toEqual(['Redo'])
    // The first Escape empties the field.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
  })
})

describe('workspaces', () => {
  beforeAll(laid)

  it('a new one opens in the same window, and the old one is in the menu', async () => {
    await page.getByRole('button', { name: 'Library', exact: true }).click()
    await page.getByRole('menuitem', { name: 'New workspace' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Ukraine talks')
    await page.getByRole('button', { name: 'Make workspace' }).click()
    await page.getByRole('button', { name: 'Ukraine talks' }).click()
    await expect.poll(() => page.title()).toBe('Ukraine talks – Groundwork')
    await page.getByRole('menuitem', { name: 'Library' }).click()
    await page.getByRole('button', { name: 'Library', exact: true }).waitFor()
    await page.getByRole('tab', { name: 'Sources' }).click()
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: 'Oil sanctions' }).waitFor()
  })
})

it('complains of nothing all the while', () => {
  expect(window.problems).toEqual([])
})
