// What an analyst's corpus goes through: text formats and references, a batch that is stopped, filters, words looked for.
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Source, SourceSummary } from '../../src/shared/sources.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'
import { dropFiles } from './drop-files.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
})

afterAll(async () => {
  expect(window.problems).toEqual([])
})

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 })
const pane = (name: string) => page.getByRole('region', { name, exact: true })
const grid = () => pane('Library').getByRole('grid', { name: 'Sources' })
const report = () => page.getByRole('alert', { name: 'Import report' })
const sources = () => call<SourceSummary[]>(page, 'sources.list', {})
const titles = async () => (await sources()).map(({ title }) => title)
const sourceOf = async (title: string) => {
  const found = (await sources()).find((source) => source.title === title)
  return call<Source>(page, 'sources.get', { source: found?.id })
}

const html = (title: string, words: string, head = '') =>
  `<!doctype html><html lang="fr"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1><p>${words}</p><p>A second paragraph stands below the first one, so that this reads as an article.</p></article></body></html>`

const mhtml = [
  'From: <Saved by a browser>',
  'Subject: Saved page',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="edge"',
  '',
  '--edge',
  'Content-Type: text/html',
  'Content-Location: https://news.example/saved',
  '',
  html('Saved page', 'The page was saved by a browser with everything that it showed.'),
  '--edge--',
  '',
].join('\r\n')

describe('files of text', () => {
  it('of every form become sources, and references in BibTeX and CSL-JSON go to them by address and by DOI', async () => {
    await dropFiles(page, {
      'plain.txt': 'Plain words\n\nThey stand in a file of plain text about the harbour.',
      'marked.md': '# Marked words\n\nThey stand in *Markdown* about the railway.',
      'page.html': html('Page in French', 'The refinery stands idle since autumn, and nobody says for how long.', '<meta name="citation_doi" content="10.5555/refinery"><meta property="og:url" content="https://news.example/refinery"><meta property="og:site_name" content="Le Monde"><meta name="author" content="Ada Lind"><meta property="article:published_time" content="2025-03-07">'),
      'other.htm': html('Other page', 'The treaty was read twice before it was signed by both of the ministers.', '<link rel="canonical" href="https://news.example/treaty">'),
      'saved.mhtml': mhtml,
    })
    for (const title of ['Plain words', 'Marked words', 'Page in French', 'Other page', 'Saved page']) await eventually(titles).toContain(title)
    await dropFiles(page, {
      'works.bib': '@article{treaty, title = {Another title}, url = {https://news.example/treaty}, publisher = {House of Treaties}}',
      'works.json': JSON.stringify([{ id: 'refinery', type: 'article-journal', title: 'Another one', DOI: '10.5555/refinery', publisher: 'House of Oil' }]),
    })
    await report().waitFor()
    await eventually(async () => (await sourceOf('Other page')).reference).toMatchObject({ publisher: 'House of Treaties' })
    await eventually(async () => (await sourceOf('Page in French')).reference).toMatchObject({ publisher: 'House of Oil' })
    await report().getByRole('button', { name: 'Dismiss' }).click()
  })

  it('say where their title came from, when they were captured and what their bytes come to', async () => {
    await grid().getByRole('row').filter({ hasText: 'Plain words' }).click()
    const inspector = pane('Inspector')
    await inspector.getByRole('textbox', { name: 'Title' }).waitFor()
    await inspector.getByText(createHash('sha256').update('Plain words\n\nThey stand in a file of plain text about the harbour.').digest('hex')).waitFor()
    expect(await inspector.getByRole('textbox', { name: 'Title' }).evaluate((field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent)).toMatch(/^from /)
    await inspector.getByText('Captured', { exact: true }).waitFor()
    await inspector.getByText('plain.txt, 66 bytes').waitFor()
    expect((await axeOn(page).include('[data-pane="inspector"]').analyze()).violations).toEqual([])
  })

  it('that are here already are not taken twice, and the report leads to the one that is here', async () => {
    await dropFiles(page, { 'again.txt': 'Plain words\n\nThey stand in a file of plain text about the harbour.' })
    await report().getByText('The same content is here already.').waitFor()
    await report().getByRole('button', { name: 'Show' }).click()
    await pane('Reader').getByRole('heading', { name: 'Plain words' }).waitFor()
    expect((await titles()).filter((title) => title === 'Plain words')).toHaveLength(1)
    await report().getByRole('button', { name: 'Dismiss' }).click()
  })
})

describe('a batch', () => {
  it('shows how far it is, stops when asked, and keeps what was done', async () => {
    const before = (await sources()).length
    const long = Array.from({ length: 1500 }, (_, at) => `<p>Sentence ${at} of a long page says a little more than the one before it.</p>`).join('')
    await dropFiles(page, Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`batch-${at}.html`, html(`Batch ${at}`, `Page ${at}.${long}`)])))
    const card = page.getByRole('region', { name: 'Import', exact: true })
    await card.getByRole('progressbar', { name: 'Import' }).waitFor()
    await expect.poll(async () => (await sources()).length, { timeout: 60_000 }).toBeGreaterThan(before)
    await card.getByRole('button', { name: 'Cancel' }).click()
    await report().getByText(/\d imported.*cancelled/).waitFor()
    const said = Number(/([\d,]+) imported/.exec(await report().innerText())?.[1]?.replace(',', ''))
    expect(said).toBeLessThan(80)
    expect((await sources()).length - before).toBe(said)
    await report().getByRole('button', { name: 'Dismiss' }).click()
  })
})

describe('filters of the Library', () => {
  const shown = () => eventually(() => grid().locator('.row-title').allInnerTexts())
  const withPanel = async (work: (panel: ReturnType<Page['getByRole']>) => Promise<void>) => {
    await pane('Library').getByRole('button', { name: 'Filters' }).click()
    await work(page.getByRole('dialog', { name: 'Filters' }))
    await page.keyboard.press('Escape')
  }
  const without = (chip: string) => pane('Library').getByRole('button', { name: `No longer: ${chip}` }).click()

  it('take author, language, dates, grade and claims, each taken back by its chip', async () => {
    const french = (await sources()).find(({ title }) => title === 'Page in French')?.id
    const text = await call<{ text: string; version: number }>(page, 'sources.text', { source: french })
    await call(page, 'items.tag', { source: french, version: text.version, spans: [{ start: text.text.indexOf('The refinery'), end: text.text.indexOf(', and nobody') }], kind: 'claim' })
    await call(page, 'sources.update', { source: french, metadata: {}, reliability: 'B' })
    await withPanel(async (panel) => {
      await panel.getByRole('combobox', { name: 'Author' }).fill('lind')
      await panel.getByRole('option', { name: /Lind/ }).click()
    })
    await shown().toEqual(['Page in French'])
    await pane('Library').getByRole('group', { name: 'What narrows the list' }).getByRole('button').first().click()
    await withPanel(async (panel) => {
      await panel.getByRole('textbox', { name: 'Dated from' }).fill('2025-03')
      await page.keyboard.press('Tab')
      await panel.getByRole('textbox', { name: 'Dated to' }).fill('2025-04')
      await page.keyboard.press('Tab')
    })
    await shown().toEqual(['Page in French'])
    await pane('Library').getByRole('button', { name: 'Clear', exact: true }).click()
    await withPanel(async (panel) => {
      await panel.getByRole('combobox', { name: 'Grade' }).selectOption('B')
    })
    await shown().toEqual(['Page in French'])
    await without('Grade B')
    await withPanel(async (panel) => {
      await panel.getByRole('combobox', { name: 'Claims' }).selectOption('yes')
    })
    await shown().toEqual(['Page in French'])
    await without('With claims')
    await withPanel(async (panel) => {
      await panel.getByRole('combobox', { name: 'Language' }).fill('fr')
      await panel.getByRole('option', { name: /^fr/ }).click()
    })
    await shown().not.toContain('Plain words')
    await shown().toContain('Page in French')
    await without('fr')
  })
})

describe('words looked for', () => {
  const box = () => page.getByRole('searchbox', { name: 'Search everything' })
  const found = () => eventually(() => page.getByRole('group', { name: 'Sources' }).locator('.search-title').allInnerTexts())
  const type = async (text: string) => {
    await page.keyboard.press('Control+k')
    await box().fill('')
    await page.keyboard.type(text)
  }

  beforeAll(async () => {
    const add = (title: string, text: string) => call(page, 'sources.importText', { title, text, format: 'plain' })
    await add('Straße und Häfen', 'Die Straße zum Hafen ist gesperrt. Der Bürgermeister sprach von einer Überraschung.')
    await add('会谈', '普京周二在莫斯科会见了特使，双方讨论了停火条件。')
    await add('ประชุม', 'ประธานาธิบดีพบกับทูตที่กรุงมอสโก')
    await add('Oil first', 'Oil sanctions hit the harbour in winter.')
    await add('Oil second', 'Sanctions on oil hit the harbour in spring.')
    const dated = (await sources()).find(({ title }) => title === 'Oil second')?.id
    await call(page, 'sources.update', { source: dated, metadata: { issued: '2019-05-01' } })
  })

  it.each([
    ['"oil sanctions"', ['Oil first', 'Why the U.S.-Russia Ukraine Talks Failed']],
    ['sanctions harbour -spring', ['Oil first']],
    ['sanctions before:2020', ['Oil second']],
    ['sanctions harbour after:2020', ['Oil first']],
    ['in:title second', ['Oil second']],
    ['kind:source before:2020', ['Oil second']],
    ['source:oil before:2020', ['Oil second']],
    ['strasse', ['Straße und Häfen']],
    ['uberr', ['Straße und Häfen']],
    ['会见', ['会谈']],
    ['停火条件', ['会谈']],
    ['条', ['会谈']],
    ['กรุง', ['ประชุม']],
  ])('finds %s', async (typed, expected) => {
    await type(typed)
    await found().toEqual(expected)
    await page.keyboard.press('Escape')
  })

  it('marks the words, takes what means nothing as words, and opens the hit in place', async () => {
    await type('kind:nothing (harbour OR')
    await page.getByText('Nothing has these words.').waitFor()
    await type('"oil sanctions"')
    await eventually(() => page.getByRole('option').locator('mark').allInnerTexts()).toEqual(['Oil sanctions', 'oil sanctions'])
    await page.keyboard.press('Enter')
    await pane('Reader').getByRole('heading', { name: 'Oil first' }).waitFor()
    await eventually(() => page.evaluate(() => ['reader-selection', 'reader-flash'].flatMap((name) => [...(CSS.highlights.get(name) ?? [])].map(String)).join(' '))).toMatch(/oil sanctions/i)
  })

  it('come newest first for two letters, and the box says so', async () => {
    await type('oi')
    await page.getByText('Very common words: the newest come first.').waitFor()
    expect((await page.getByRole('group', { name: 'Sources' }).locator('.search-title').allInnerTexts()).slice(0, 2)).toEqual(['Oil second', 'Oil first'])
    await page.keyboard.press('Escape')
  })
})
