// Files dropped on the window, as a file manager does it.
import type { Page } from 'playwright-core'

/** Drops files, given by their names and contents, anywhere on the window. */
export function dropFiles(page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  return page.evaluate(
    (named) => {
      const carried = new DataTransfer()
      for (const [name, content] of named) carried.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }))
    },
    Object.entries(files).map(([name, content]) => [name, Buffer.from(content as string).toString('base64')] as const),
  )
}
