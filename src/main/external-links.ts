// Addresses outside: which may be opened at all, and the question before one is.
import { dialog, shell, type BrowserWindow } from 'electron'
import { GroundworkError } from '../shared/errors.ts'

const schemes = new Set(['https:', 'http:', 'mailto:'])
const shownLength = 400

/** Mail programs take a file to attach from these; a page must not be able to name one. */
const attachments = /^attach/i

function refuse(reason: string): never {
  throw new GroundworkError('shell.refused', `${reason} Nothing was opened.`)
}

/** The address to open, in canonical form; throws `shell.refused` for what is not a plain web or mail address. */
export function parseExternalAddress(address: string): URL {
  const url = URL.parse(address)
  if (!url || !schemes.has(url.protocol)) refuse('Groundwork opens web and mail addresses only.')
  if (url.username !== '' || url.password !== '') refuse('The address hides a name or password before the site.')
  if (url.protocol === 'mailto:' && [...url.searchParams.keys()].some((key) => attachments.test(key))) {
    refuse('The mail address asks to attach a file.')
  }
  return url
}

/** Asks before an address is opened outside; nothing happens when the answer is no. */
export async function openExternalAddress(window: BrowserWindow, address: string): Promise<void> {
  const url = parseExternalAddress(address)
  const mail = url.protocol === 'mailto:'
  const shown = url.href.length > shownLength ? `${url.href.slice(0, shownLength)}…` : url.href
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: mail ? 'Write to this address in your mail program?' : `Open ${url.host} in your browser?`,
    detail: `${shown}\n\nThis leaves Groundwork; the site learns that you opened it.`,
    buttons: [mail ? 'Open mail program' : 'Open in browser', 'Cancel'],
    // Cancel by default: a page that is not what it seems could ask while someone types.
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) await shell.openExternal(url.href)
}
