// Runs in a process of its own: the built main bundle on the double of Electron, driven by messages from the test.
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { MenuItemConstructorOptions } from 'electron'
import { answer } from './double-answers.ts'
import { theRecord } from './double-record.ts'
import * as electron from './electron-double.ts'

/** What a test can have done. Frames are described, since they cannot be sent. */
export type Order =
  | { do: 'invoke'; channel: string; frame: { origin: string; top: boolean } | null; args: unknown[] }
  | { do: 'fetch'; url: string; method: string; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> | null }
  | { do: 'app'; event: string; args: unknown[] }
  | { do: 'window'; event: string }
  | { do: 'contents'; event: string; details: object; args: unknown[] }
  | { do: 'open window'; url: string }
  | { do: 'menu'; labels: string[] }
  | { do: 'context menu'; label: string }
  | { do: 'templates' }
  | { do: 'session'; handler: string; args: unknown[] }
  | { do: 'place'; bounds: Electron.Rectangle; maximised: boolean; minimised: boolean }
  | { do: 'answer'; dialog: string; value: unknown }
  | { do: 'channels' }
  | { do: 'quit' }
  | { do: 'record' }

const double = pathToFileURL(`${import.meta.dirname}/electron-double.ts`).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context),
})

const theWindow = () => {
  const window = electron.BrowserWindow.all[0]
  if (!window) throw new Error('no window is open')
  return window
}

function find(items: MenuItemConstructorOptions[], labels: string[]): MenuItemConstructorOptions {
  const [label, ...rest] = labels
  const item = items.find((one) => one.label?.replace('&', '') === label)
  if (!item) throw new Error(`no menu item “${label}”`)
  return rest.length > 0 ? find(item.submenu as MenuItemConstructorOptions[], rest) : item
}

const click = (item: MenuItemConstructorOptions) => {
  if (!item.click) throw new Error(`“${item.label}” does nothing`)
  Reflect.apply(item.click, undefined, [])
}

const frameOf = (frame: { origin: string; top: boolean } | null) =>
  frame && { origin: frame.origin, parent: frame.top ? null : { origin: 'app://groundwork', parent: null } }

async function fetched(order: Extract<Order, { do: 'fetch' }>) {
  const { url, method, body } = order
  const stream = body && new Response(body).body
  // Not a Request, which would tidy the address before the handler sees it.
  const request = { url, method, headers: new Headers(order.headers), body: stream } as Request
  const response = await electron.protocolHandlers.get('app')?.(request)
  if (!response) throw new Error('the scheme is not handled')
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  }
}

/** Calls a handler of the session; the last argument is a function that gives the answer, where there is one. */
function askSession(name: string, args: unknown[]): unknown {
  const handler = electron.session.defaultSession.handlers[name]
  if (!handler) throw new Error(`no handler ${name}`)
  let given: unknown
  const value = Reflect.apply(handler, undefined, [...args, (answered: unknown) => (given = answered)])
  return { value, given }
}

function emitted(target: { emit(name: string, ...args: unknown[]): boolean }, name: string, details: object, args: unknown[]) {
  const event = electron.anEvent(details)
  target.emit(name, event, ...args)
  return event.defaultPrevented
}

const obey = {
  invoke: (order) => electron.handlers.get(order.channel)?.({ senderFrame: frameOf(order.frame) }, ...order.args),
  fetch: fetched,
  app: (order) => emitted(electron.app, order.event, {}, order.args),
  window: (order) => (order.event === 'close' ? theWindow().close() : theWindow().emit(order.event)),
  contents: (order) => emitted(theWindow().webContents, order.event, order.details, order.args),
  'open window': (order) => theWindow().webContents.openHandler?.({ url: order.url }),
  menu: (order) => click(find(electron.menus.application, order.labels)),
  'context menu': (order) => click(find(electron.menus.context, [order.label])),
  templates: () => JSON.parse(JSON.stringify(electron.menus)),
  session: (order) => askSession(order.handler, order.args),
  place: ({ bounds, maximised, minimised }) => void Object.assign(theWindow(), { bounds, maximised, minimised }),
  answer: (order) => answer(order.dialog, order.value),
  quit: () => electron.app.quit(),
  channels: () => [...electron.handlers.keys()],
  record: theRecord,
} satisfies { [Do in Order['do']]: (order: Extract<Order, { do: Do }>) => unknown }

process.on('message', async ({ id, order }: { id: number; order: Order }) => {
  try {
    const run = obey[order.do] as (order: Order) => unknown
    process.send?.({ id, value: await run(order) })
  } catch (thrown) {
    process.send?.({ id, error: thrown instanceof Error ? thrown.message : String(thrown) })
  }
})
process.on('disconnect', () => process.exit())

await import(pathToFileURL(process.env.DOUBLE_ENTRY ?? '').href)
