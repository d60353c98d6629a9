// What the windows showed when a test failed: in its report, and a picture of each beside that.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { Page } from 'playwright-core'
import { openPages } from './a-window.ts'

const pictures = join(import.meta.dirname, '../../out/test-reports/at-failure')

/** Where the keyboard was, and what was open or said, in one line. */
const stateOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = (element: Element | null) =>
      element ? [element.tagName.toLowerCase(), element.getAttribute('role'), element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60)].filter(Boolean).join(' ') : 'nothing'
    const open = [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"], [role="alert"]')].map(named)
    const said = [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent?.trim()).filter(Boolean)
    return `keyboard on ${named(document.activeElement)}; open: ${open.join(', ') || 'nothing'}; said: ${said.join(' | ') || 'nothing'}`
  })

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  mkdirSync(pictures, { recursive: true })
  const shown = openPages().map(async (page, at) => {
    const name = `${task.name.replaceAll(/\W+/g, '-').slice(0, 60)}-${at + 1}.png`
    const state = await stateOf(page)
    await page.screenshot({ path: join(pictures, name), timeout: 5000 })
    return `${state} (${name})`
  })
  const told = await Promise.allSettled(shown)
  Object.assign(task.meta, { windows: told.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason))) })
})
