// The page's only door to the program: two functions, no feature, no object of Electron's.
import { contextBridge, ipcRenderer } from 'electron'
import type { AnyEvent } from '../shared/api.ts'
import type { WireError } from '../shared/errors.ts'

// The same two names stand in src/main/channels.ts: neither side may import the other.
const callChannel = 'groundwork:call'
const eventChannel = 'groundwork:event'

contextBridge.exposeInMainWorld('groundwork', {
  /** Runs a call of the contract; the answer carries either its value or its error. */
  invoke(name: string, args: unknown): Promise<{ value: unknown } | { error: WireError }> {
    return ipcRenderer.invoke(callChannel, name, args)
  },
  /** Hears every event until the answer is called. The listener never meets Electron's own event. */
  subscribe(listener: (event: AnyEvent) => void): () => void {
    const hear = (_: unknown, event: AnyEvent) => listener(event)
    ipcRenderer.on(eventChannel, hear)
    return () => {
      ipcRenderer.off(eventChannel, hear)
    }
  },
})
