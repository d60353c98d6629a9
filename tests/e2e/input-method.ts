// An input method as Japanese and Chinese are written with: words stand provisionally in the text until they are chosen.
import type { Page } from 'playwright-core'

/** What the tests do with an input method. */
export interface InputMethod {
  /** Shows provisional words in place of those shown before. */
  compose(...stages: string[]): Promise<void>
  /** Puts the chosen words in place of the provisional ones. */
  choose(words: string): Promise<void>
  /** A key that the input method takes for itself, as Enter is on a Mac: pages hear it, and that a composition is under way. */
  key(key: 'Enter' | 'Escape' | 'ArrowDown'): Promise<void>
  /** How compositions began and ended since the page was loaded: one that the page broke ends before its time. */
  told(): Promise<string[]>
}

const codes = { Enter: 13, Escape: 27, ArrowDown: 40 }

/** The browser's own input method, by its protocol. Call it again after the page was loaded anew. */
export async function anInputMethod(page: Page): Promise<InputMethod> {
  const devtools = await page.context().newCDPSession(page)
  await page.evaluate(() => {
    const told: string[] = []
    Object.assign(globalThis, { compositionsTold: told })
    for (const name of ['compositionstart', 'compositionend']) document.addEventListener(name, (event) => told.push(event.type), true)
  })
  return {
    async compose(...stages) {
      for (const text of stages) await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    },
    choose: async (text) => void (await devtools.send('Input.insertText', { text })),
    async key(key) {
      const event = { key, code: key, windowsVirtualKeyCode: codes[key], nativeVirtualKeyCode: codes[key] }
      await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    },
    told: () => page.evaluate(() => (globalThis as { compositionsTold?: string[] }).compositionsTold ?? []),
  }
}
