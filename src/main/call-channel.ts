// The one channel from pages: who asks is checked before what is asked, and nothing but coded errors goes back.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { toWireError, type WireError } from '../shared/errors.ts'
import { isAppFrame } from './app-address.ts'
import { callChannel } from './channels.ts'

const refused: WireError = { code: 'call.refused', message: 'This page may not ask Groundwork for anything.' }

/** The only `ipcMain.handle` of the program: every message passes the sender check first. */
function handle(
  channel: string,
  log: (line: string) => void,
  answer: (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>,
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    if (!isAppFrame(event.senderFrame)) return { error: refused }
    try {
      return { value: await answer(event, ...args) }
    } catch (thrown) {
      const error = toWireError(thrown)
      if (error.code === 'internal') log(`a call failed: ${thrown instanceof Error ? thrown.stack : String(thrown)}`)
      return { error }
    }
  })
}

/** Lets pages run calls. `run` rejects with GroundworkErrors; `name` and `args` come unchecked. */
export function answerCalls(run: (name: string, args: unknown) => Promise<unknown>, log: (line: string) => void): void {
  handle(callChannel, log, (_event, name, args) => run(typeof name === 'string' ? name : '', args))
}
