// The built page in Chromium on the Electron shell: its files come through the app's scheme, its calls through the one
// channel of the built main process, whose Electron is the double. Only Electron itself is missing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { AnyEvent } from '../../src/shared/api.ts'
import { ensureBuilt } from '../built-program.ts'
import { anElectron } from '../main/an-electron.ts'
import { theBrowser } from './a-window.ts'

beforeAll(ensureBuilt)

/** Chromium knows no scheme `app`; a host under localhost is as secure an origin. */
const origin = 'http://groundwork.localhost'

type Electron = ReturnType<typeof anElectron>

async function servePage(page: Page, electron: Electron): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const request = route.request()
    const { origin: _sender, ...headers } = await request.allHeaders()
    const answer = await electron.fetch(request.url().replace(origin, 'app://groundwork'), {
      method: request.method(),
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':'))),
      body: request.postDataBuffer() && new Uint8Array(request.postDataBuffer() as Buffer),
    })
    await route.fulfill({ status: answer.status, headers: answer.headers, body: Buffer.from(answer.body) })
  })
  await page.exposeFunction('askMain', (name: string, args: unknown) => electron.invoke('groundwork:call', name, args))
  await page.addInitScript(() => {
    const listeners = new Set<(event: unknown) => void>()
    Object.assign(window, {
      tellPage: (event: unknown) => listeners.forEach((listener) => listener(event)),
      groundwork: {
        invoke: (name: string, args: unknown) => (Reflect.get(window, 'askMain') as (...all: unknown[]) => unknown)(name, args),
        subscribe: (listener: (event: unknown) => void) => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
    })
  })
}

/** Hands the page every event that the main process has sent, as it comes, until the test ends. */
function followEvents(page: Page, electron: Electron): void {
  let told = 0
  const test = new AbortController()
  onTestFinished(() => test.abort())
  const hand = (event: AnyEvent) =>
    page.evaluate((one) => (Reflect.get(window, 'tellPage') as (event: unknown) => void)(one), event)
  const tell = async (): Promise<void> => {
    while (!test.signal.aborted) {
      for (const event of (await electron.events()).slice(told)) {
        await hand(event)
        told += 1
      }
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
  // The end of the test may come between two steps.
  tell().catch((thrown: unknown) => {
    if (!test.signal.aborted) throw thrown
  })
}

/** A page on a fresh workspace; `problems` collects what it and its policy complain of. */
async function aPage(): Promise<{ electron: Electron; page: Page; folder: string; problems: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const electron = anElectron({ folder })
  await electron.ready()
  const page = await (await theBrowser()).newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  onTestFinished(() => page.close())
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await servePage(page, electron)
  await page.goto(`${origin}/index.html`)
  await page.getByRole('region', { name: 'Reader' }).waitFor({ timeout: 15_000 }).catch((thrown: unknown) => {
    throw new Error(`the page did not come up: ${problems.join('\n')}`, { cause: thrown })
  })
  followEvents(page, electron)
  return { electron, page, folder, problems }
}

describe('the page in the Electron shell', () => {
  it('shows the article, obeys the menu and imports what the native dialog chose', async () => {
    const { electron, page, folder, problems } = await aPage()
    await page.getByRole('region', { name: 'Reader' }).getByText('Why the U.S.-Russia Ukraine Talks Failed').first().waitFor()

    await electron.menu('View', 'Theme', 'Dark')
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme), { timeout: 10_000 }).toBe('dark')
    await electron.menu('Help', 'Keyboard shortcuts')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')

    const article = join(folder, 'Talks resume.md')
    writeFileSync(article, '# Talks resume\n\nThe delegations met again on Tuesday in Geneva.\n')
    await electron.answer('showOpenDialog', { canceled: false, filePaths: [article] })
    await electron.menu('File', 'Import files…')
    await expect.poll(() => electron.call('sources.list'), { timeout: 10_000 }).toHaveLength(2)
    const rows = page.getByRole('region', { name: 'Library' }).getByRole('row')
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBeGreaterThan(1)
    expect(problems).toEqual([])
  })

  it('writes a memo whose PDF lands where the native dialog says', async () => {
    const { electron, page, folder, problems } = await aPage()
    await electron.menu('File', 'New memo')
    await page.getByRole('textbox', { name: 'Memo title' }).fill('Why the talks failed')
    await page.getByRole('textbox', { name: 'Memo body' }).click()
    await page.keyboard.type('Moscow gained time.')
    const path = join(folder, 'Memo.pdf')
    await electron.answer('showSaveDialog', { canceled: false, filePath: path })
    await electron.menu('File', 'Export memo as PDF…')
    await expect.poll(() => electron.record('dialog.showSaveDialog'), { timeout: 80_000 }).toHaveLength(1)
    const [asked] = await electron.record('dialog.showSaveDialog')
    expect(asked?.args[0]).toMatchObject({ defaultPath: expect.stringMatching(/Why the talks failed\.pdf$/) })
    await expect.poll(() => electron.call('memos.list'), { timeout: 10_000 }).toMatchObject([{ title: 'Why the talks failed' }])
    await expect.poll(() => readFileSync(path, 'latin1').slice(0, 5), { timeout: 10_000 }).toBe('%PDF-')
    expect(problems).toEqual([])
  })
})
