// The README's pictures: the window with the article tagged, and a page of its memo as PDF.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { TagResult } from '../../src/shared/items.ts'
import { aCite, type Memo } from '../../src/shared/memos.ts'
import type { SourceText } from '../../src/shared/sources.ts'
import { layDesk } from './a-desk.ts'
import { aPlace, call, closeBrowser, openWindow, startShell } from './a-window.ts'

const folder = join(import.meta.dirname, '../../docs/pictures')

const evidence = [
  ['recommendation', 'the recent oil sanctions have hit Russia’s economy and, with vigorous enforcement, could hit it further'],
  ['recommendation', 'The Europeans could finally agree to use €140 billion of frozen Russian assets to support Ukraine'],
  ['claim', 'That gave his Russian counterpart, Kirill Dmitriev, two bites at the negotiating apple'],
  ['claim', 'These are standard Kremlin negotiating tactics'],
] as const

/** A page of memo over more of the article's passages than the tests need. */
async function writeMemo(page: Page, source: string, memo: string, first: string): Promise<void> {
  const { text, version } = await call<SourceText>(page, 'sources.text', { source })
  const passages: { passage: string; quote: string }[] = [{ passage: first, quote: 'So far, no compromise version of a peace settlement has been found' }]
  for (const [kind, quote] of evidence) {
    const start = text.indexOf(quote)
    const spans = [{ start, end: start + quote.length }]
    const { passage } = await call<TagResult>(page, 'items.tag', { source, version, spans, kind })
    passages.push({ passage, quote })
  }
  const words = (some: string, ...marks: string[]) => ({ type: 'text', text: some, ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}) })
  const cite = (at: number) => ({ type: 'citation', attrs: { id: `01900000-0000-7000-8000-00000000001${at}`, cites: passages.slice(at, at + 1).map(({ passage, quote }) => aCite(passage, version, quote)) } })
  const heading = (some: string) => ({ type: 'heading', attrs: { level: 2 }, content: [words(some)] })
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
  const item = (...content: unknown[]) => ({ type: 'listItem', content: [paragraph(...content)] })
  const document = {
    type: 'doc',
    content: [
      heading('Bottom line'),
      paragraph(words('Pressure has to come before proposals.', 'bold'), words(' Moscow gave nothing in five hours of talks,'), cite(0), words(' and waiting is its usual way to collect concessions.'), cite(4)),
      heading('What happened'),
      paragraph(words('The first draft of the plan drew on Russian input, which gave Moscow’s envoy a second turn at the same table.'), cite(3)),
      { type: 'blockquote', content: [paragraph(words('Putin has never negotiated in good faith since his first invasion of Ukraine in 2014.'))] },
      heading('What to do'),
      { type: 'orderedList', attrs: { start: 1 }, content: [
        item(words('Enforce the oil sanctions that already bite.'), cite(1)),
        item(words('Settle the use of €140 billion of frozen assets with the Europeans.'), cite(2)),
      ] },
    ],
  }
  const { revision } = await call<Memo>(page, 'memos.get', { memo })
  await call(page, 'memos.save', { memo, revision, document: JSON.stringify(document) })
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const place = aPlace()
  const shell = await startShell(place)
  const window = await openWindow(shell.url)
  const { page } = window
  const { source, memo, claim } = await layDesk(page)
  const { passages } = await call<{ passages: { passage: { id: string } }[] }>(page, 'items.get', { item: claim })
  await writeMemo(page, source, memo, passages[0]?.passage.id ?? '')
  await call(page, 'sources.update', { source, reliability: 'B' })
  await call(page, 'workspace.saveDesk', {
    desk: { readers: [{ source, offset: 0 }], activeReader: source, memos: [memo], activeMemo: memo, welcomed: true },
  })
  await page.goto(new URL(page.url()).origin)
  await page.getByRole('tab', { name: 'Claims' }).click()
  await page.getByRole('grid', { name: 'Claims' }).getByRole('row').first().click()
  await page.getByRole('tab', { name: 'Sources' }).click()
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(folder, 'window.png') })
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const pdf = join(place.folder, 'memo.pdf')
  await (await downloading).saveAs(pdf)
  execFileSync('pdftoppm', ['-r', '90', '-png', '-singlefile', '-f', '1', pdf, join(folder, 'memo')])
  await window.close()
  await closeBrowser()
  await shell.stop()
  place.remove()
}

await main()
