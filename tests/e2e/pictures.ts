// The README's pictures: the worked example in the window, and a page of its memo as PDF.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MemoSummary } from '../../src/shared/memos.ts'
import { aPlace, call, closeBrowser, openWindow, startShell } from './a-window.ts'

const folder = join(import.meta.dirname, '../../docs/pictures')

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const place = aPlace()
  // The example lies in the documents folder: here one of its own.
  process.env.XDG_CONFIG_HOME = place.folder
  writeFileSync(join(place.folder, 'user-dirs.dirs'), `XDG_DOCUMENTS_DIR="${place.folder}"\n`)
  const shell = await startShell(place)
  const window = await openWindow(shell.url)
  const { page } = window
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.type('worked example')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Worked example', exact: true }).waitFor()
  await page.getByRole('textbox', { name: 'Memo body' }).getByRole('heading', { name: 'Bottom line' }).waitFor()
  await page.getByRole('grid', { name: 'Claims' }).getByRole('row', { name: 'Putin has not negotiated' }).click()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, 'window.png') })
  const [memo] = await call<MemoSummary[]>(page, 'memos.list')
  await window.close()
  await closeBrowser()
  await shell.stop()
  const pdf = join(place.folder, 'memo.pdf')
  const cli = join(import.meta.dirname, '../../out/main/cli.js')
  const example = join(place.folder, 'Groundwork', 'Worked example.groundwork')
  execFileSync(process.execPath, [cli, '--workspace', example, 'export', 'memo', memo?.id ?? '', '--to', pdf])
  execFileSync('pdftoppm', ['-r', '90', '-png', '-singlefile', '-f', '1', pdf, join(folder, 'memo')])
  place.remove()
}

await main()
