// Codes: each key typed into the picker with 1,000 codes.
import type { Page } from 'playwright-core'
import { aMeasuredShell, aProbedWindow } from './a-measured-shell.ts'
import { reading, type Bench, type Figure } from './figure.ts'
import { eventToPaint } from './frames.ts'
import { theLongSource } from './long-source.ts'
import { windowOnArticle } from './open.ts'
import { servePlainly } from './plain-server.ts'
import { untilKeysWork } from './tag.ts'

const hasTyped = (words: string): boolean => {
  const field = document.querySelector<HTMLInputElement>('[aria-label="Find or name a code"]')
  const list = document.querySelector('[role="listbox"][aria-label="Codes"]')
  // What is typed makes a new code, too, so that the last line says it.
  return field?.value === words && list !== null && list.children.length > 0
}

/** Opens the picker, types a word key by key, and closes it; milliseconds to the first list and for each key. */
async function typeInPicker(page: Page): Promise<{ opened: number; keys: number[] }> {
  const opened = await eventToPaint(page, 'keydown', hasTyped, '', () => page.keyboard.press('t'))
  const keys: number[] = []
  for (const typed of ['t', 'th', 'the', 'the ', 'the r']) {
    await page.waitForTimeout(150)
    keys.push(await eventToPaint(page, 'keydown', hasTyped, typed, () => page.keyboard.press(typed.endsWith(' ') ? 'Space' : (typed.at(-1) ?? ''))))
  }
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300)
  return { opened, keys }
}

async function measure({ browser, runs, seed, say }: Bench) {
  const figure = 'codes'
  const long = await theLongSource(seed)
  const plain = await servePlainly()
  const measured = await aMeasuredShell(browser, long)
  say('codes: typing into the picker')
  const { context, page } = await windowOnArticle(measured, long.article)
  const floorPage = await aProbedWindow(browser)
  await floorPage.page.goto(`${plain.origin}/key`)
  await page.bringToFront()
  await untilKeysWork(page)
  const taken = { opened: [] as number[], key: [] as number[], floor: [] as number[] }
  for (let run = 0; run <= runs; run += 1) {
    const { opened, keys } = await typeInPicker(page)
    await floorPage.page.bringToFront()
    await floorPage.page.evaluate(() => CSS.highlights.clear())
    const floor = await eventToPaint(floorPage.page, 'keydown', () => CSS.highlights.size > 0, null, () => floorPage.page.keyboard.press('c'))
    await page.bringToFront()
    if (run === 0) continue
    taken.opened.push(opened)
    taken.key.push(Math.max(...keys))
    taken.floor.push(floor)
  }
  await context.close()
  await floorPage.context.close()
  await measured.stop()
  await plain.close()
  return [
    reading({ figure, what: 'T to the list of 1,000 codes', unit: 'ms' }, taken.opened, taken.floor),
    reading({ figure, what: 'key to the found codes, the slowest of five', unit: 'ms' }, taken.key, taken.floor),
  ]
}

export const codes: Figure = {
  method:
    'With 1,000 codes in a tree, T is pressed on a selected sentence, then five letters; from each trusted key until the frame with what it found ' +
    'is painted. Floor: a page whose key handler sets one highlight over one word.',
  measure,
}
