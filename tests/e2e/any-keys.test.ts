// Keys and words at random, as fast as they come, in the memo: nothing complains, and what is stored is what is shown.
// KEYS_SEED and KEYS_ROUNDS try others and more.
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { DocumentNode, Memo, MemoSummary } from '../../src/shared/memos.ts'
import type { SourceSummary } from '../../src/shared/sources.ts'
import { parseDocument } from '../../src/shared/memo-document.ts'
import { layDesk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'

let window: Window
let page: Page
let sources: SourceSummary[]

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  await layDesk(page)
  sources = await call<SourceSummary[]>(page, 'sources.list')
})

const seed = Number(process.env.KEYS_SEED ?? 2050212465)
const rounds = Number(process.env.KEYS_ROUNDS ?? 2)
const steps = 150

const keys = `Enter Enter Backspace Delete ArrowUp ArrowDown ArrowLeft ArrowRight Home End Control+Home Control+End Shift+ArrowLeft
  Shift+ArrowUp Control+Shift+ArrowRight Control+a Control+z Control+z Control+y Control+b Control+i Control+Alt+1
  Control+Shift+8 Control+Shift+7 Control+Shift+b Control+Alt+j Control+Alt+c Control+Alt+y Control+Alt+g Control+Alt+h
  Control+Alt+l Control+Alt+k Tab Shift+Tab Control+x Control+c Control+v Shift+Enter Escape F2 F9 Control+Backspace Control+Delete`.split(/\s+/)
const words = ['one ', 'two.', ' “q” ', 'x', '# ', '- ', '1. ', '> ', '```', '@', '@so f', '/', '/evi', '/source', '/claims', '/table', '/call', '**b** ', 'https://example.org ', '"', "'", 'é😀 ']

/** Numbers from 0 to 1, the same for a seed. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

const memos = () => call<MemoSummary[]>(page, 'memos.list')
type InText = Element & { editor?: { getJSON: () => unknown; can: () => { undo: () => boolean } } }
const shown = () => page.evaluate(() => (document.querySelector('.memo-text') as InText | null)?.editor?.getJSON() ?? null)
/** Beyond the beginning of the text undo takes back what was done to the workspace, and in the end the memo itself. */
const undoStaysInText = () => page.evaluate(() => (document.querySelector('.memo-text') as InText | null)?.editor?.can().undo() ?? false)
/** Without the place for comments, which is stored only where there are some. */
const asStored = (document: unknown): unknown => {
  const { type, content } = document as DocumentNode
  return { type, content }
}
const escapes = async () => {
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape')
}

it.each(Array.from({ length: rounds }, (_, round) => seed + round))('seed %i', async (from) => {
  const random = randomFrom(from)
  const pick = (all: readonly string[]): string => all[Math.floor(random() * all.length)] as string
  const before = new Set((await memos()).map(({ id }) => id))
  await page.keyboard.press('Control+Alt+n')
  await page.keyboard.type(`Seed ${from}`)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await memos()).some(({ id }) => !before.has(id))).toBe(true)
  const done: string[] = []
  for (let step = 0; step < steps && window.problems.length === 0; step += 1) {
    const isKey = random() < 0.6
    const input = pick(isKey ? keys : words)
    if (input === 'Control+z' && !(await undoStaysInText())) continue
    done.push(isKey ? input : `“${input}”`)
    await (isKey ? page.keyboard.press(input) : page.keyboard.type(input))
    if (step % 10 === 9) await escapes()
  }
  expect(window.problems, done.slice(-20).join(' ')).toEqual([])
  await escapes()
  const made = (await memos()).find(({ id }) => !before.has(id))
  await expect
    .poll(async () => {
      const stored = parseDocument((await call<Memo>(page, 'memos.get', { memo: made?.id })).document)
      return JSON.stringify('document' in stored ? asStored(stored.document) : stored.problem)
    }, { message: done.slice(-20).join(' ') })
    .toBe(JSON.stringify(asStored(await shown())))
})

it('changed nothing in the text that is read', async () => {
  expect(await page.getByRole('button', { name: 'Save correction' }).count()).toBe(0)
  expect(await call<SourceSummary[]>(page, 'sources.list')).toEqual(sources)
})
