// Typing in a long memo: from a key to its letter on the page, in 100,000 words with 2,000 citations; and saving and checking it.
import type { Browser, Page } from 'playwright-core'
import { aPlace, call } from '../e2e/a-window.ts'
import { aCite, type DocumentNode, type Memo } from '../../src/shared/memos.ts'
import type { PassageDetail } from '../../src/shared/passages.ts'
import type { SourceSummary, SourceText } from '../../src/shared/sources.ts'
import { uuidFrom } from '../../src/shared/identifiers.ts'
import { randomFrom } from '../campaigns/random.ts'
import { aMeasuredShell } from './a-measured-shell.ts'
import { median, type Bench, type Figure, type Reading } from './figure.ts'
import { aSentence } from './generated-text.ts'
import { keyCosts, traced, type KeyCosts } from './key-costs.ts'

const [words, citations] = [100_000, 2000]
const checkedWords = 10_000
/** Keys that are counted; some before them are not. */
const [counted, warming] = [200, 20]
/** Between two keys, in milliseconds: a fast typist. */
const rhythm = 80
const needle = 'Xyzzy'

const percentile = (numbers: readonly number[], share: number): number => numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * share) - 1] ?? Number.NaN

/** Paragraphs of four sentences, with citations spread evenly; the needle stands alone in the middle. */
function aLongMemo(seed: number, length: number, cited: number, cite: ReturnType<typeof aCite>): { document: DocumentNode; texts: string[] } {
  const random = randomFrom(seed)
  const texts: string[] = []
  for (let count = 0; count < length; ) {
    const text = Array.from({ length: 4 }, () => aSentence(random)).join(' ')
    texts.push(text)
    count += text.split(' ').length
  }
  const middle = texts.length >> 1
  texts[middle] = `${needle} ${texts[middle] ?? ''}`
  let made = 0
  const content = texts.flatMap((text, at): DocumentNode[] => {
    const due = Math.round(((at + 1) / texts.length) * cited) - made
    const marks = Array.from({ length: due }, (): DocumentNode => {
      const bytes = new Uint8Array(10)
      new DataView(bytes.buffer).setUint32(6, (made += 1))
      return { type: 'citation', attrs: { id: uuidFrom(9_000_000, bytes), cites: [cite] } }
    })
    const paragraph: DocumentNode = { type: 'paragraph', content: [{ type: 'text', text }, ...marks] }
    return at % 40 === 0 ? [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: `Part ${at}` }] }, paragraph] : [paragraph]
  })
  return { document: { type: 'doc', content }, texts }
}

/** Of each key, in milliseconds: from its time stamp until after its paint, and what `keyCosts` tells. */
interface Typed extends KeyCosts {
  shown: number[]
}

/** Types letters where the caret is. */
async function typed(browser: Browser, page: Page): Promise<Typed> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => taken.push(performance.now() - timeStamp), { once: true })
          port1.start()
          port2.postMessage(null)
        }),
      true,
    )
  })
  const type = async (keys: number) => {
    for (let key = 0; key < keys; key += 1) {
      await page.keyboard.press('abcdefgh '[key % 9] === ' ' ? 'Space' : ('abcdefgh'[key % 9] ?? 'a'))
      await page.waitForTimeout(rhythm)
    }
  }
  await type(warming + counted)
  const taken = await page.evaluate(() => (window as unknown as { taken: number[] }).taken)
  // Once more with Chromium's trace, which takes some time itself.
  await browser.startTracing(page, { categories: traced })
  await type(counted)
  return { shown: taken.slice(warming), ...keyCosts((await browser.stopTracing()).toString()) }
}

/** Lets a page note how old the oldest letter of each save was when its answer came, in milliseconds. */
function noteAges(): void {
  let waiting: number[] = []
  const ages: number[] = []
  Object.assign(window, { ages })
  const isLetter = ({ key, ctrlKey, target }: KeyboardEvent) => !ctrlKey && key.length === 1 && (target as HTMLElement).isContentEditable
  addEventListener('keydown', (event) => void (isLetter(event) && waiting.push(event.timeStamp)), true)
  const { fetch: send } = window
  window.fetch = async (...given) => {
    const isSave = String(given[0]).includes('/api/memos.save')
    const [oldest] = isSave ? waiting : []
    if (isSave) waiting = []
    const answer = await send(...given)
    if (oldest !== undefined) ages.push(performance.now() - oldest)
    return answer
  }
}

/** The same words in an editable element of the browser's own. */
async function typedPlainly({ browser }: Bench, texts: string[]): Promise<Typed> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.setContent('<!doctype html><style>div{width:420px;height:800px;overflow:auto;font:16px/26px serif}</style><div contenteditable></div>')
  await page.evaluate(
    ([all, word]) => {
      const editable = document.querySelector('div') as HTMLDivElement
      for (const text of all as string[]) editable.append(Object.assign(document.createElement('p'), { textContent: text }))
      const paragraph = [...editable.children].find((child) => child.textContent?.startsWith(word as string)) as HTMLElement
      editable.focus()
      getSelection()?.setPosition(paragraph.firstChild, (word as string).length)
      paragraph.scrollIntoView()
    },
    [texts, needle] as const,
  )
  const taken = await typed(browser, page)
  await page.close()
  return taken
}

/** Milliseconds that calls of the contract take, seen from the page. */
async function timed(runs: number, run: (at: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let at = 0; at <= runs; at += 1) {
    const began = performance.now()
    await run(at)
    if (at > 0) taken.push(performance.now() - began)
  }
  return taken
}

async function measure(bench: Bench): Promise<Reading[]> {
  const place = aPlace()
  const measured = await aMeasuredShell(bench.browser, place)
  const { context, page } = await measured.window()
  await page.goto(measured.origin)
  await page.getByRole('region', { name: 'Reader' }).waitFor()
  const [source] = await call<SourceSummary[]>(page, 'sources.list')
  const { version } = await call<SourceText>(page, 'sources.text', { source: source?.id })
  const passage = await call<{ id: string }>(page, 'passages.create', { source: source?.id, version, spans: [{ start: 0, end: 60 }] })
  const { quote } = await call<PassageDetail>(page, 'passages.get', { passage: passage.id })
  const cite = aCite(passage.id, version, quote)
  const { document, texts } = aLongMemo(bench.seed, words, citations, cite)
  const memo = await call<Memo>(page, 'memos.create', { head: { title: 'A long memo' } })
  await call(page, 'memos.save', { memo: memo.id, revision: 0, document: JSON.stringify(document) })

  bench.say('typing: the browser’s own')
  const floor = await typedPlainly(bench, texts)
  bench.say('typing: the memo')
  await call(page, 'workspace.saveDesk', { desk: { readers: [], activeReader: null, memos: [memo.id], activeMemo: memo.id, welcomed: true } })
  await page.addInitScript(noteAges)
  await page.goto(measured.origin)
  const body = page.getByRole('textbox', { name: 'Memo body' })
  await body.locator('.cite').nth(citations - 1).waitFor({ state: 'attached', timeout: 60_000 })
  await page.waitForTimeout(3000)
  await body.focus()
  await page.keyboard.press('Control+f')
  await page.keyboard.type(needle)
  await page.getByText('1 of 1').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  const ours = await typed(bench.browser, page)
  const ages = await page.evaluate(() => (window as unknown as { ages: number[] }).ages)

  bench.say('typing: saving and checking')
  // With the long memo open, each save would have the reading worker list its evidence and reviews while it is to check.
  await call(page, 'workspace.saveDesk', { desk: { readers: [], activeReader: null, memos: [], activeMemo: null, welcomed: true } })
  await page.goto('about:blank')
  await page.goto(measured.origin)
  await page.getByRole('region', { name: 'Reader' }).waitFor()
  let { revision } = await call<Memo>(page, 'memos.get', { memo: memo.id })
  const save = (text: string) => call(page, 'memos.save', { memo: memo.id, revision: revision++, document: text })
  const saved = await timed(bench.runs, (at) => save(JSON.stringify({ ...document, content: [{ type: 'paragraph', content: [{ type: 'text', text: `State ${at}` }] }, ...(document.content ?? [])] })))
  const { document: short } = aLongMemo(bench.seed + 1, checkedWords, 200, cite)
  const other = await call<Memo>(page, 'memos.create', { head: { title: 'A memo' } })
  const text = JSON.stringify(short)
  const checked = await timed(bench.runs, () => call(page, 'checks.run', { memo: other.id, language: 'en', document: text }))
  await context.close()
  await measured.stop()
  place.remove()

  const line = (what: string, taken: readonly number[], share: number, against: readonly number[] | null): Reading => ({
    figure: 'typing',
    what,
    unit: 'ms',
    ours: share === 0.5 ? median(taken) : percentile(taken, share),
    floor: against && (share === 0.5 ? median(against) : percentile(against, share)),
    spread: [Math.min(...taken), Math.max(...taken)],
  })
  return [
    line('key to the end of its paint, time of the page’s thread, median', ours.painted, 0.5, floor.painted),
    line('key to the end of its paint, time of the page’s thread, 95 of 100', ours.painted, 0.95, floor.painted),
    line('key to the next key, time of the page’s thread, median', ours.worked, 0.5, floor.worked),
    line('key to the next key, time of the page’s thread, 95 of 100', ours.worked, 0.95, floor.worked),
    line('key to paint, 100,000 words, median', ours.shown, 0.5, floor.shown),
    line('key to paint, 100,000 words, 95 of 100', ours.shown, 0.95, floor.shown),
    line('oldest letter of a save once on the disk', ages, 1, null),
    line('save of 100,000 words with a version', saved, 0.5, null),
    line('checks of 10,000 words', checked, 0.5, null),
  ]
}

export const typing: Figure = {
  method:
    'A generated memo of 100,000 words with 2,000 citations; 200 letters are typed in its middle, one each 80 ms, by trusted keys. ' +
    'Key to paint: from the key’s time stamp until after the paint of the next frame, the wait for that frame included (up to 16.7 ms at ' +
    '60 frames a second). Time of the page’s thread, from Chromium’s trace of 200 more keys: the processor time of its tasks from the ' +
    'key to the one that paints it, in which the wait is not; and of all until the next key, with what goes on beside. Floor: the same words in paragraphs of a plain contenteditable. ' +
    'Saving and checking: calls of the contract as the page makes them, the document sent whole.',
  measure,
}
