// Every view as a picture, light and dark, narrow and wide, into `screenshots/`: to be looked at, not compared.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { layDesk } from './a-desk.ts'
import { aPlace, call, closeBrowser, openWindow, startShell } from './a-window.ts'
import { views } from './views.ts'

const folder = join(import.meta.dirname, '../../screenshots')
const sizes = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 700 },
  { width: 800, height: 600 },
]
const only = process.argv.slice(2)

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const place = aPlace()
  const shell = await startShell(place)
  const window = await openWindow(shell.url)
  const { page } = window
  const address = new URL(page.url()).origin
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(folder, 'first-start.png') })
  const desk = await layDesk(page)
  await call(page, 'workspace.saveDesk', { desk: { readers: [{ source: desk.source, offset: 0 }], activeReader: desk.source, memos: [desk.memo], activeMemo: desk.memo } })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const size of sizes) {
      await page.setViewportSize(size)
      for (const [name, view] of Object.entries(views)) {
        if (only.length > 0 && !only.includes(name)) continue
        await page.goto(address)
        await page.getByRole('region', { name: 'Library' }).waitFor()
        await view(page)
        await page.waitForTimeout(250)
        await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${size.width}.png`) })
      }
    }
  }
  for (const problem of new Set(window.problems)) console.log(problem)
  await window.close()
  await closeBrowser()
  await shell.stop()
  place.remove()
}

await main()
