// The built preload, run as in a sandbox: it may require `electron` and nothing else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { AnyEvent } from '../../src/shared/api.ts'
import type { Bridge } from '../../src/renderer/api.ts'
import { build } from '../built-program.ts'
import { aSharedElectron } from './an-electron.ts'

const theElectron = aSharedElectron()

/** Loads the preload with what a sandboxed page gives it; answers what it exposes and the listeners it added. */
function aPage() {
  const exposed: Record<string, Bridge> = {}
  const listeners: { channel: string; listener: (...args: unknown[]) => void }[] = []
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, bridge: Bridge) => (exposed[name] = bridge) },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => theElectron().invoke(channel, ...args),
      on: (channel: string, listener: (...args: unknown[]) => void) => listeners.push({ channel, listener }),
      off: (channel: string, listener: (...args: unknown[]) => void) => {
        const at = listeners.findIndex((one) => one.channel === channel && one.listener === listener)
        if (at >= 0) listeners.splice(at, 1)
      },
    },
  }
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return electron
  }
  runInContext(readFileSync(join(build, 'preload/index.cjs'), 'utf8'), createContext({ require, exports: {}, module: {} }))
  return { exposed, listeners, bridge: exposed.groundwork as Bridge }
}

describe('the preload', () => {
  it('gives the page two functions and nothing else', () => {
    const { exposed } = aPage()
    const shapes = Object.entries(exposed).map(([name, bridge]) => [
      name,
      Object.entries(bridge).map(([key, value]) => [key, typeof value]),
    ])
    expect(shapes).toEqual([['groundwork', [['invoke', 'function'], ['subscribe', 'function']]]])
  })

  it('carries calls to the core and brings back their values and their errors', async () => {
    const { bridge } = aPage()
    expect(await bridge.invoke('workspace.get', {})).toMatchObject({ value: { name: 'Library' } })
    expect(await bridge.invoke('sources.get', { source: crypto.randomUUID() })).toMatchObject({ error: { code: 'source.gone' } })
  })

  it('hands events over without Electron’s own, until it is told to stop', () => {
    const { bridge, listeners } = aPage()
    const heard: unknown[][] = []
    const stop = bridge.subscribe((...args: unknown[]) => void heard.push(args))
    const event: AnyEvent = { name: 'changed', data: { features: ['items'] } }
    const electronsOwn = { sender: 'the whole of ipcRenderer' }
    for (const { channel, listener } of listeners) if (channel === 'groundwork:event') listener(electronsOwn, event)
    expect(heard).toEqual([[event]])
    expect(stop()).toBeUndefined()
    expect(listeners).toEqual([])
  })
})
