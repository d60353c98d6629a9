// Who may ask the main process for anything, and what comes back.
import { describe, expect, it } from 'vitest'
import { aSharedElectron } from './an-electron.ts'

const theElectron = aSharedElectron()

const refused = { error: { code: 'call.refused', message: 'This page may not ask Groundwork for anything.' } }

const strangers = [
  null,
  { origin: 'app://groundwork', top: false },
  { origin: 'app://groundwork.evil', top: true },
  { origin: 'app://evil', top: true },
  { origin: 'app://groundwork:80', top: true },
  { origin: 'app://GROUNDWORK', top: true },
  { origin: 'https://groundwork', top: true },
  { origin: 'file://', top: true },
  { origin: 'null', top: true },
  { origin: '', top: true },
]

describe('a call', () => {
  it('is refused on every channel unless the page itself asks', async () => {
    const electron = theElectron()
    const channels = (await electron.order({ do: 'channels' })) as string[]
    expect(channels).toEqual(['groundwork:call'])
    for (const channel of channels) {
      for (const frame of strangers) {
        const args = ['workspace.get', {}]
        expect(await electron.order({ do: 'invoke', channel, frame, args }), JSON.stringify(frame)).toEqual(refused)
      }
    }
  })

  it('runs in the core, tells every change as an event, and keeps what it changed', async () => {
    const electron = theElectron()
    const code = { parent: null, name: 'Ceasefire terms', color: '#2F5FD0' }
    const made = await electron.call<{ id: string; name: string }>('codes.create', code)
    expect(made.name).toBe('Ceasefire terms')
    const changed = { name: 'changed', data: expect.objectContaining({ features: expect.arrayContaining(['codes']) }) }
    await expect.poll(electron.events, { timeout: 10_000 }).toContainEqual(changed)
    const codes = await electron.call<{ id: string }[]>('codes.list')
    expect(codes.map(({ id }) => id)).toContain(made.id)
  })

  it.each([
    ['an unknown call', 'sources.explode', {}, 'call.unknown'],
    ['an unknown call of the shell', 'shell.execute', {}, 'call.unknown'],
    ['a name out of an object’s depths', 'shell.constructor', {}, 'call.unknown'],
    ['a name that is none', { toString: 'sources.list' }, {}, 'call.unknown'],
    ['an argument of the wrong kind', 'shell.openExternal', { url: 7 }, 'call.invalid'],
    ['an argument that is missing', 'sources.get', {}, 'call.invalid'],
  ])('refuses %s with a code', async (_what, name, args, code) => {
    const electron = theElectron()
    const answer = await electron.invoke('groundwork:call', name, args)
    expect(answer).toMatchObject({ error: { code } })
  })

  it('says what the shell can do', async () => {
    const electron = theElectron()
    expect(await electron.call('shell.capabilities')).toEqual({
      saveDialog: true,
      openPrograms: true,
      openDialog: true,
      menu: true,
      switchWorkspace: true,
      platform: 'linux',
      version: '0.1.0',
    })
  })
})
