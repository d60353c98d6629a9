// The trivial loopback server that floors are measured on.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page that holds nothing to wait for. */
const blankPage = '<!doctype html><html lang="en"><title>Blank</title><p>Blank</p></html>'

/** A page that fetches a text on a click and shows each line as a paragraph, in a serif of the Reader's size. */
const plainPage = `<!doctype html><html lang="en"><title>Plain</title>
<style>body { margin: 0 } main { width: 535px; margin: 0 auto; font: 400 17px/28px serif }</style>
<button>Open</button><main></main>
<script>
document.querySelector('button').onclick = async () => {
  const lines = (await (await fetch('/text')).text()).split('\\n')
  document.querySelector('main').append(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })))
}
</script></html>`

/** A page that paints a word as a highlight when a key is pressed. */
const keyPage = `<!doctype html><html lang="en"><title>Key</title>
<style>::highlight(word) { background: gold }</style><p>One word to be highlighted.</p>
<script>
addEventListener('keydown', () => {
  const range = new Range(), node = document.querySelector('p').firstChild
  range.setStart(node, 4); range.setEnd(node, 8)
  CSS.highlights.set('word', new Highlight(range))
})
</script></html>`

const pages: Record<string, string> = { '/': blankPage, '/plain': plainPage, '/key': keyPage }

/** Serves the floors' pages and, at `/text`, the text given. */
export async function servePlainly(text = ''): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? '']
    response.setHeader('Content-Type', page ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8')
    response.setHeader('Cache-Control', 'no-store')
    response.end(page ?? (request.url === '/text' ? text : ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
