// PDF: a memo of about twenty pages with 200 footnotes against Chromium printing the same words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createCore } from '../../src/core/core.ts'
import { sentencesOf } from '../../src/shared/sentences.ts'
import { aCite, type DocumentNode, type Memo } from '../../src/shared/memos.ts'
import { uuidFrom } from '../../src/shared/identifiers.ts'
import { randomFrom, type Random } from '../campaigns/random.ts'
import { aPlace, call } from '../e2e/a-window.ts'
import { aMeasuredShell } from './a-measured-shell.ts'
import { inTurn, reading, type Bench, type Figure } from './figure.ts'
import { aSentence, paragraphsOf } from './generated-text.ts'

interface Cited {
  passage: string
  quote: string
}

/** A memo as what it says: sections of paragraphs of sentences, some of them followed by what they cite. */
type Section = { title: string; paragraphs: { sentence: string; cited: Cited | null }[][] }

/** How much a memo holds: the usual one makes 22 pages with its annex; a longer one has 1,000 notes on 150 pages without it. */
interface Extent {
  footnotes: number
  sections: number
}

const usualExtent: Extent = { footnotes: 200, sections: 12 }
export const extentOf = (pages: number | null): Extent =>
  pages === null ? usualExtent : { footnotes: Math.round((pages * 1000) / 150), sections: Math.ceil(pages * 0.7) }

const paragraphsEach = 5
const sentencesEach = 4

function sectionsOf(passages: Cited[], { footnotes, sections }: Extent, random: Random): Section[] {
  const each = footnotes / (sections * paragraphsEach * sentencesEach)
  let count = 0
  const sentence = () => {
    count += 1
    const due = Math.floor(count * each) > Math.floor((count - 1) * each)
    return { sentence: aSentence(random), cited: due ? (passages[Math.floor(count * each) - 1] ?? null) : null }
  }
  const paragraph = () => Array.from({ length: sentencesEach }, sentence)
  return Array.from({ length: sections }, (_, at) => ({
    title: `Section ${at + 1}`,
    paragraphs: Array.from({ length: paragraphsEach }, paragraph),
  }))
}

function documentOf(content: Section[], random: Random): string {
  const citation = ({ passage, quote }: Cited): DocumentNode => {
    const id = uuidFrom(1, Uint8Array.from({ length: 10 }, () => random.whole(0, 255)))
    return { type: 'citation', attrs: { id, cites: [aCite(passage, 1, quote)] } }
  }
  const nodes = content.flatMap(({ title, paragraphs }): DocumentNode[] => [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] },
    ...paragraphs.map((paragraph) => ({
      type: 'paragraph',
      content: paragraph.flatMap(({ sentence, cited }): DocumentNode[] => [
        { type: 'text', text: sentence },
        ...(cited ? [citation(cited)] : []),
        { type: 'text', text: ' ' },
      ]),
    })),
  ])
  return JSON.stringify({ type: 'doc', content: nodes })
}

function pageOf(content: Section[], sourceTitle: string): string {
  const notes: string[] = []
  const noted = ({ quote }: Cited) => `<sup>${notes.push(`${sourceTitle}, n.d. “${quote}”`)}</sup>`
  const body = content.map(({ title, paragraphs }) => {
    const written = paragraphs.map((paragraph) => `<p>${paragraph.map(({ sentence, cited }) => `${sentence}${cited ? noted(cited) : ''}`).join(' ')}</p>`)
    return `<h2>${title}</h2>${written.join('')}`
  })
  return `<!doctype html><html lang="en"><style>body { font: 10.5pt/15pt serif; text-align: justify; hyphens: auto } li { font: 8.5pt/12pt serif }</style>
<h1>A memo</h1>${body.join('')}<ol>${notes.map((note) => `<li>${note}</li>`).join('')}</ol></html>`
}

/** Makes the workspace with the memo; answers the memo's id and the same words as a page. */
export async function layMemo(place: { workspace: string; folder: string }, extent: Extent, random: Random): Promise<{ memo: string; html: string }> {
  const core = createCore({ path: place.workspace, resources: join(import.meta.dirname, '../../resources'), filesFolder: join(place.folder, 'files') })
  try {
    const title = 'A source that is cited'
    const report = await core.api.sources.importText({ text: paragraphsOf(extent.footnotes * 40, random).join('\n\n'), format: 'plain', title })
    const source = core.api.sources.text({ source: report.outcomes[0]?.source ?? '' })
    const passages = sentencesOf(source.text, source.blocks)
      .slice(0, extent.footnotes)
      .map((span) => core.api.passages.create({ source: source.source, version: source.version, spans: [span] }))
      .map(({ id, quote }) => ({ passage: id, quote }))
    const content = sectionsOf(passages, extent, random)
    const memo = core.api.memos.create({ head: { title: 'A memo', tlp: 'AMBER' } })
    core.api.memos.save({ memo: memo.id, revision: 0, document: documentOf(content, random) })
    return { memo: memo.id, html: pageOf(content, title) }
  } finally {
    core.close()
  }
}

/** How often a second a process's time is counted (Linux, `sysconf(_SC_CLK_TCK)`), and where in its `stat`. */
const ticks = 100

/** Processor time of a process with all its threads, in milliseconds; NaN where the system does not say it like Linux. */
function processorTime(id: number | undefined): number {
  try {
    const [, rest = ''] = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')
    const [user, system] = rest.split(' ').slice(11, 13).map(Number)
    return (((user ?? Number.NaN) + (system ?? Number.NaN)) * 1000) / ticks
  } catch {
    return Number.NaN
  }
}

/** The longest time between two frames of the window while something is done, in milliseconds. */
async function longestFrame(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    let [last, longest, over] = [0, 0, false]
    const next = (now: number) => {
      if (last > 0) longest = Math.max(longest, now - last)
      last = now
      if (!over) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    Object.assign(window, { stopFrames: () => ((over = true), longest) })
  })
  await work()
  return page.evaluate(() => (window as unknown as { stopFrames(): number }).stopFrames())
}

/** What an export took. */
interface Taken {
  ms: number
  processor: number
  frame: number
}

/** Changes the first words before it exports: of a memo that is unchanged the typesetter remembers the pages. */
const exportMemo = async (page: Page, memo: string, options: object, shell: number | undefined): Promise<Taken> => {
  const { document, revision } = await call<Memo>(page, 'memos.get', { memo })
  await call(page, 'memos.save', { memo, revision, document: document.replace(/Section 1\b[^"]*/, `Section 1, draft ${revision}`) })
  return timed(page, memo, options, shell)
}

const timed = async (page: Page, memo: string, options: object, shell: number | undefined): Promise<Taken> => {
  const used = processorTime(shell)
  let ms = Number.NaN
  const frame = await longestFrame(page, async () => {
    const began = performance.now()
    await call(page, 'exports.memo', { memo, format: 'pdf', ...options })
    ms = performance.now() - began
  })
  return { ms, processor: processorTime(shell) - used, frame }
}

/** How many pages a PDF has, by its page objects; enough for files that we made ourselves. */
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** The first export of a shell that was told to lay the memo out before. */
async function aPreparedExport(browser: Browser, place: ReturnType<typeof aPlace>, memo: string, options: object): Promise<Taken> {
  const measured = await aMeasuredShell(browser, place)
  const { context, page } = await measured.window()
  await page.goto(measured.origin)
  await call(page, 'exports.preview', { memo, ...options, from: 0, count: 0 })
  const taken = await timed(page, memo, options, measured.shell.process.pid)
  await context.close()
  await measured.stop()
  return taken
}

async function measure({ browser, runs, seed, pages, say }: Bench) {
  const place = aPlace()
  say('pdf: making the memo')
  const { memo, html } = await layMemo(place, extentOf(pages), randomFrom(seed))
  const measured = await aMeasuredShell(browser, place)
  const { context, page } = await measured.window()
  await page.goto(measured.origin)
  const printing = await browser.newPage()
  await printing.setContent(html)
  const margin = { top: '25mm', right: '25mm', bottom: '32mm', left: '25mm' }
  say('pdf: exporting and printing')
  const options = { paper: 'a4', ...(pages === null ? {} : { annex: false }) }
  const shell = measured.shell.process.pid
  const first = await exportMemo(page, memo, options, shell)
  const { ours, chromium } = await inTurn(runs, {
    chromium: async () => {
      const began = performance.now()
      const pdf = await printing.pdf({ format: 'A4', margin })
      return { ms: performance.now() - began, pages: pagesIn(pdf) }
    },
    ours: async () => ({ ...(await exportMemo(page, memo, options, shell)), idle: await longestFrame(page, () => page.waitForTimeout(1000)) }),
  })
  const exported = await call<{ file: string }>(page, 'exports.memo', { memo, format: 'pdf', ...options })
  const bytes = await (await page.request.get(`${measured.origin}/files/${exported.file}`)).body()
  const memory = measured.memory()
  await context.close()
  await printing.close()
  await measured.stop()
  // Another shell, which lays the memo out beforehand as the window does when one comes near its button.
  const prepared = await aPreparedExport(browser, place, memo, options)
  place.remove()
  const figure = 'pdf'
  return [
    reading({ figure, what: 'memo to PDF', unit: 'ms' }, ours.ms, chromium.ms),
    reading({ figure, what: 'the same, processor time of the shell', unit: 'ms' }, ours.processor),
    reading({ figure, what: 'memo to PDF, first of the shell', unit: 'ms' }, [first.ms], chromium.ms),
    reading({ figure, what: 'the same, processor time of the shell', unit: 'ms' }, [first.processor]),
    reading({ figure, what: 'memo to PDF, first of the shell, laid out beforehand', unit: 'ms' }, [prepared.ms], chromium.ms),
    reading({ figure, what: 'the same, processor time of the shell', unit: 'ms' }, [prepared.processor]),
    reading({ figure, what: 'longest time between two frames of the window meanwhile', unit: 'ms' }, ours.frame, ours.idle),
    reading({ figure, what: 'pages', unit: 'pages' }, [pagesIn(bytes)], chromium.pages),
    reading({ figure, what: 'memory of the shell after', unit: 'MB' }, [memory]),
  ]
}

export const pdf: Figure = {
  method:
    'exports.memo through the shell’s wire, from the call to its answer: a memo of 12 sections with 200 citations of 200 passages, A4, tagged, ' +
    'real footnotes; a heading at its beginning is changed before each run, and the first of a shell is measured as it comes and, in a second shell, after the memo was laid out as the window has it done when one comes near the button; --pages 150 makes it a memo of 1,000 citations, without annex. Processor time is that of the shell with all its threads. Floor: Chromium’s page.pdf of a page laid out already that has the same words, with the notes as a list at the end.',
  measure,
}
