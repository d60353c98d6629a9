// The program in Electron itself, wherever Electron's binary is: the window, its walls, the core behind them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Electron's binary: `ELECTRON_EXEC_PATH`, or the one that Electron's own installer fetched. */
function electronBinary(): string | null {
  const given = process.env.ELECTRON_EXEC_PATH
  if (given && existsSync(given)) return given
  const pathFile = join(root, 'node_modules/electron/path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(root, 'node_modules/electron/dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

/** Why Electron cannot be tried here, or null. */
function obstacle(): string | null {
  if (electronBinary() === null) return 'no Electron binary is present; `node node_modules/electron/install.js` fetches one'
  if (!existsSync(join(root, 'out/main/index.js'))) return 'the program is not built; `npm run build` does it'
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  return display ? null : 'there is no display; `xvfb-run -a npm run test:e2e` lends one'
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-electron-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function open(folder: string): Promise<{ electron: ElectronApplication; page: Page }> {
  const environment = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const electron = await _electron.launch({
    executablePath: electronBinary() ?? '',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--workspace', join(folder, 'Library.groundwork')],
    env: { ...Object.fromEntries(environment), GROUNDWORK_DATA: join(folder, 'data') },
  })
  return { electron, page: await electron.firstWindow() }
}

it('opens its window on the article, behind its walls, and keeps what was done', async (test) => {
  const reason = obstacle()
  if (reason !== null) {
    console.log(`The Electron window was not tried: ${reason}.`)
    test.skip(reason)
  }
  const folder = aFolder()
  const first = await open(folder)
  await first.page.getByRole('region', { name: 'Reader' }).waitFor()
  await first.page.getByText('Why the U.S.-Russia Ukraine Talks Failed').first().waitFor()
  expect(first.page.url()).toBe('app://groundwork/index.html')

  const seen = await first.page.evaluate(async () => {
    const answers = await Promise.allSettled([fetch('https://example.org/'), fetch('file:///etc/hosts')])
    const upload = await fetch('/files?name=Talks.txt', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new File(['The delegations met again on Tuesday in Geneva.'], 'Talks.txt'),
    })
    const storage: unknown = Reflect.get(window, 'groundwork')
    return {
      outside: answers.map(({ status }) => status),
      opened: window.open('https://example.org/'),
      node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
      bridge: Object.keys(storage as object).toSorted(),
      upload: await upload.json(),
    }
  })
  expect(seen).toEqual({
    outside: ['rejected', 'rejected'],
    opened: null,
    node: ['undefined', 'undefined'],
    bridge: ['invoke', 'subscribe'],
    upload: { value: { id: expect.any(String), name: 'Talks.txt', size: 47 } },
  })
  expect(await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await first.electron.close()
  expect(existsSync(join(folder, 'Library.groundwork-wal'))).toBe(false)

  const second = await open(folder)
  await second.page.getByText('Why the U.S.-Russia Ukraine Talks Failed').first().waitFor()
  await second.electron.close()
})
