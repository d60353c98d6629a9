// Tagging with real keys: statements with their fields, evidence for what is there, segments, bounds, comments, many at once.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Item, ItemSummary } from '../../src/shared/items.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call } from './a-window.ts'
import type { PassageDetail, PassageMark } from '../../src/shared/passages.ts'
import type { SourceText } from '../../src/shared/sources.ts'
import { layDesk, type Desk } from './a-desk.ts'
import { axeOn } from './axe.ts'
import { findWords } from './keyboard.ts'

let page: Page
let desk: Desk

aSharedWindow(async (opened) => {
  page = opened.page
  desk = await layDesk(page)
})

/** What becomes so in a while; a loaded machine may take long. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })
const form = (name: string) => page.getByRole('dialog', { name, exact: true })
const claims = () => call<ItemSummary[]>(page, 'items.list', { kind: 'claim' })
const claimed = async (statement: string): Promise<Item> => {
  const found = (await claims()).find((item) => item.statement.includes(statement))
  if (!found) throw new Error(`no claim says “${statement}”`)
  return call<Item>(page, 'items.get', { item: found.id })
}

const settled = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** Presses keys one by one and answers how many. */
async function press(keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}

describe('a statement', () => {
  it('of a known speaker takes at most four keys after the selection, and one undo', async () => {
    await findWords(page, 'unproductive summit')
    await page.keyboard.press('s')
    const before = (await claims()).length
    expect(await press(['c', 'u', 's', 'Enter'])).toBeLessThanOrEqual(4)
    await form('Claim').waitFor({ state: 'detached' })
    await eventually(async () => (await claims()).map((item) => item.detail).filter((name) => name === 'Yuri Ushakov').length).toBe(2)
    await page.keyboard.press('Control+z')
    await eventually(async () => (await claims()).length).toBe(before)
  })

  it('offers as speaker whom the sentence names though nobody tagged them, by any word of the name', async () => {
    const before = (await claims()).length
    await findWords(page, 'two bites at the negotiating apple')
    await press(['s', 'c', 'd', 'm', 'i'])
    const offered = form('Claim').getByRole('listbox', { name: 'Said by' }).getByRole('option')
    await eventually(() => offered.locator('span').allInnerTexts()).toEqual(['Kirill Dmitriev', 'New actor “dmi”'])
    await page.keyboard.press('Enter')
    await form('Claim').waitFor({ state: 'detached' })
    await eventually(async () => (await claims()).filter(({ detail }) => detail === 'Kirill Dmitriev').length).toBe(1)
    await page.keyboard.press('Control+z')
    await eventually(async () => (await claims()).length).toBe(before)
  })

  it('hears the keys that come before anything of its form was painted', async () => {
    const before = (await claims()).length
    for (const [keys, expected] of [
      [['c', 'u', 's', 'Enter'], { names: ['Yuri Ushakov'], stance: null }],
      [['c', 'Alt+s', 'o', 'Enter'], { names: ['Yuri Ushakov'], stance: 'opposes' }],
      [['c', 'Escape'], { names: [], stance: null }],
    ] as const) {
      await findWords(page, 'unproductive summit')
      // No frame comes while the keys do: what they find is what the keys before them made, not what was painted.
      await page.evaluate(() => {
        const { requestAnimationFrame } = globalThis
        globalThis.requestAnimationFrame = () => 0
        document.addEventListener('keyup', (event) => event.key === 'Shift' && (globalThis.requestAnimationFrame = requestAnimationFrame))
      })
      await press([...keys, 'Shift'])
      await form('Claim').waitFor({ state: 'detached' })
      await eventually(async () => (await claims()).length).toBe(before + 1)
      const made = await claimed('unproductive summit')
      await eventually(async () => (await call<Item>(page, 'items.get', { item: made.id })).claim?.stance).toBe(expected.stance)
      await eventually(async () => Object.values((await call<Item>(page, 'items.get', { item: made.id })).names)).toEqual(expected.names)
      await page.keyboard.press('Control+z')
      await eventually(async () => (await claims()).length).toBe(before)
    }
  })

  it('takes stance, likelihood, confidence and credibility by keys', async () => {
    await findWords(page, 'unproductive summit')
    await page.keyboard.press('c')
    await form('Claim').waitFor()
    await press(['Alt+s', 'o', 'Alt+l', 'v', 'Alt+f', 'm', 'Alt+c', '3'])
    const { violations } = await axeOn(page).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    await page.keyboard.press('Enter')
    await eventually(async () => (await claimed('unproductive summit')).claim).toMatchObject({ stance: 'opposes', likelihood: 'very unlikely', confidence: 'moderate', credibility: 3 })
  })

  it('met again becomes evidence for the claim that is there', async () => {
    const before = await claims()
    await findWords(page, 'no compromise version of a peace settlement has been found')
    await page.keyboard.press('c')
    await page.getByRole('button', { name: /^Evidence for No compromise on a peace settlement/ }).waitFor()
    await press(['Alt+e', 'Alt+r'])
    await press(['Enter'])
    await form('Claim').waitFor({ state: 'detached' })
    await eventually(async () => (await claimed('No compromise on a peace')).passages.map(({ role }) => role)).toEqual(['states', 'supports'])
    expect((await claims()).length).toBe(before.length)
  })

})

const passages = () => call<PassageMark[]>(page, 'passages.list', { source: desk.source })
const quoted = async (words: string): Promise<PassageDetail | undefined> => {
  const details = await call<PassageDetail[]>(page, 'passages.describe', { passages: (await passages()).map(({ id }) => id) })
  return details.find(({ quote }) => quote.includes(words))
}
const scrolled = () => page.locator('.reader-scroller').evaluate((scroller) => scroller.scrollTop)
const handles = () => page.locator('.reader-handle:not([hidden])')
describe('a passage of several segments', () => {
  it('is begun with + and tagged as one, and loses its last segment with -', async () => {
    await findWords(page, 'Anchorage')
    await press(['+', 'w', 'w', 'w', 'w', 'Shift+w', 'c'])
    await form('Claim').waitFor()
    await press(['Enter'])
    await eventually(async () => (await quoted('Anchorage'))?.quote).toBe('Anchorage … the proposed')
    await page.getByRole('region', { name: 'Inspector' }).getByText('Anchorage … the proposed').first().waitFor()
    expect(await page.locator('.reader-bracket[data-joined] .reader-bracket-part').count()).toBe(2)
    await press(['-'])
    await eventually(async () => (await quoted('Anchorage'))?.quote).toBe('Anchorage')
    await page.keyboard.press('Control+z')
    await eventually(async () => (await quoted('Anchorage'))?.quote).toBe('Anchorage … the proposed')
  })

  it('is stepped out of with Escape, and one in hand grows with Enter', async () => {
    await findWords(page, 'haphazard')
    await press(['+', 'w', 'Escape', 'c'])
    await form('Claim').waitFor()
    await press(['Escape'])
    await eventually(() => handles().count()).toBe(2)
    await press(['+', 'w', 'w', 'Enter'])
    await eventually(async () => (await quoted('haphazard'))?.quote).toBe('haphazard … its')
  })
})

describe('the bounds of the passage in hand', () => {
  it('are dragged by words, in one step and without moving the page', async () => {
    await findWords(page, 'consistently demanded')
    await press(['c'])
    await form('Claim').waitFor()
    await press(['Enter'])
    await eventually(() => handles().count()).toBe(2)
    const before = await scrolled()
    const box = await handles().nth(1).boundingBox()
    if (!box) throw new Error('the handle is not on the page')
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
    await page.mouse.move(box.x + 12, box.y + 6)
    await page.mouse.down()
    for (const by of [15, 40, 65]) await page.mouse.move(box.x + 12 + by, box.y + 6)
    await page.mouse.up()
    await eventually(async () => (await quoted('consistently demanded'))?.quote).toBe('consistently demanded maximalist')
    expect(await scrolled()).toBe(before)
    await page.keyboard.press('Control+z')
    await eventually(async () => (await quoted('consistently demanded'))?.quote).toBe('consistently demanded')
  })

  it('move by arrow keys on a handle, and by sentence in the text', async () => {
    await eventually(() => handles().count()).toBe(2)
    await handles().nth(1).focus()
    await press(['ArrowRight'])
    await eventually(async () => (await quoted('consistently demanded'))?.quote).toBe('consistently demanded maximalist')
    await press(['Shift+ArrowLeft'])
    await eventually(async () => (await quoted('consistently demanded'))?.quote).toBe('consistently demanded maximalis')
    await press(['Escape', ')', '('])
    await eventually(async () => (await quoted('consistently demanded'))?.quote).toBe('Instead, he has consistently demanded maximalist aims to secure Ukrainian territory and erase its sovereignty.')
  })
})

describe('a remark on one tag', () => {
  it('is written with O and stands as a quiet mark in the margin', async () => {
    await press(['o'])
    await form('Remark').waitFor()
    await page.keyboard.type('Check against 2022')
    await page.keyboard.press('Enter')
    await page.locator('.reader-remark[title="Check against 2022"]').waitFor()
    await eventually(async () => (await passages()).flatMap(({ tags }) => tags.map(({ comment }) => comment)).filter((comment) => comment !== '')).toEqual(['Check against 2022'])
    await eventually(() => handles().count()).toBe(2)
    const { violations } = await axeOn(page).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})

describe('passages over each other', () => {
  it('are told apart six deep: brackets, a counted stack, and Tab that says which', async () => {
    const at = await quoted('no compromise version')
    if (!at) throw new Error('the first claim is gone')
    const { version, segments } = at
    const start = segments[0]?.start ?? 0
    for (const length of [20, 30, 38, 46]) {
      await call(page, 'items.tag', { source: desk.source, version, spans: [{ start, end: start + length }], kind: 'note', changes: { code: desk.code } })
    }
    await page.locator('.reader-stack').waitFor()
    await eventually(() => page.locator('.reader-stack').innerText()).toBe('3')
    await page.locator('.reader-stack').click()
    const said = () => page.locator('.reader-page > [aria-live]').innerText()
    await eventually(said).toMatch(/Passage \d of 3 here\.$/)
    const first = await said()
    await page.keyboard.press('Tab')
    await settled()
    expect(await said()).not.toBe(first)
  })
})

/** Whether an element is whole in the window, and is what one sees at its middle. */
const shown = (part: Locator) =>
  part.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return {
      whole: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      seen: element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)),
    }
  })
const wholly = { whole: true, seen: true }

describe('the form of a claim with a long statement that was met before', () => {
  const words = 'strengthen its negotiating hand'
  const statement = `The long statement ends with the finding that so far no compromise version of a peace settlement has been found, neither by the envoys in Moscow nor by those who met them before, in spite of what was promised`
  beforeAll(async () => {
    const { text, version } = await call<SourceText>(page, 'sources.text', { source: desk.source })
    const start = text.indexOf('some of the American proposals')
    for (const of of [1, 2, 3])
      await call(page, 'items.tag', { source: desk.source, version, spans: [{ start: start + of, end: start + of + 20 }], kind: 'claim', changes: { statement: `${statement} (${of})` } })
  })

  for (const [width, height] of [
    [1024, 700],
    [512, 350],
  ] as const)
    for (const edge of ['start', 'center', 'end'] as const)
      it(`is whole in a window of ${width} × ${height} with its words at the ${edge} of the page, and shows each part by keys`, async () => {
        await page.setViewportSize({ width, height })
        await findWords(page, words)
        await page.keyboard.press('s')
        await page.evaluate(
          ([text, block]) => {
            const blocks = [...document.querySelectorAll('.reader-scroller p')]
            blocks.find(({ textContent }) => textContent.includes(text))?.scrollIntoView({ block })
          },
          [words, edge] as const,
        )
        await settled()
        await page.keyboard.press('c')
        await press(['Shift+Tab', 'Control+a'])
        await page.keyboard.insertText(statement)
        await page.keyboard.press('Tab')
        const offers = form('Claim').getByRole('button', { name: /^Evidence for The long/ })
        await eventually(() => offers.count()).toBe(3)
        await settled()
        expect(await shown(form('Claim'))).toMatchObject({ whole: true })
        await page.keyboard.press('u')
        const options = form('Claim').getByRole('listbox', { name: 'Said by' }).getByRole('option')
        await options.filter({ hasText: 'Ushakov' }).first().waitFor()
        await settled()
        expect(await shown(options.first())).toEqual(wholly)
        for (let offer = 0; offer < 3; offer += 1) {
          await page.keyboard.press('Alt+e')
          await settled()
          expect(await shown(offers.nth(offer))).toEqual(wholly)
        }
        await press(['Escape', 'Control+z'])
        await form('Claim').waitFor({ state: 'detached' })
        await page.setViewportSize({ width: 1440, height: 900 })
      })
})
