// Spell checking: off and silent until the user asks, and then in the languages of the system.
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../built-program.ts'
import { anElectron } from './an-electron.ts'

beforeAll(ensureBuilt)

const off = [
  { call: 'session.setSpellCheckerDictionaryDownloadURL', args: ['app://groundwork/dictionaries/'] },
  { call: 'session.setSpellCheckerEnabled', args: [false] },
]
const on = [
  { call: 'session.setSpellCheckerDictionaryDownloadURL', args: ['https://redirector.gvt1.com/edgedl/chrome/dict/'] },
  { call: 'session.setSpellCheckerEnabled', args: [true] },
  { call: 'session.setSpellCheckerLanguages', args: [['de', 'en-GB']] },
]

async function aRunning(folder?: string) {
  const electron = anElectron(folder === undefined ? {} : { folder })
  await electron.ready()
  const spelling = async () => (await electron.record()).filter(({ call }) => call.startsWith('session.setSpell'))
  return { ...electron, spelling }
}

describe('spell checking', () => {
  it('fetches nothing at first, and nothing after a no', async () => {
    const electron = await aRunning()
    expect(await electron.spelling()).toEqual(off)
    await electron.answer('showMessageBox', { response: 1 })
    await electron.menu('Edit', 'Check spelling')
    const [asked] = await electron.waitFor('dialog.showMessageBox')
    expect(asked?.args[0]).toMatchObject({ modal: true, message: 'Check spelling in German and British English?' })
    expect(await electron.spelling()).toEqual(off)
  })

  it('starts after a yes, in the languages of the system, and again the next time', async () => {
    const electron = await aRunning()
    await electron.answer('showMessageBox', { response: 0 })
    await electron.menu('Edit', 'Check spelling')
    await electron.waitFor('session.setSpellCheckerLanguages')
    expect(await electron.spelling()).toEqual([...off, ...on])
    await electron.order({ do: 'window', event: 'close' })
    await electron.ended
    const again = await aRunning(electron.folder)
    expect(await again.spelling()).toEqual(on)
    await again.menu('Edit', 'Check spelling')
    expect(await again.spelling()).toEqual([...on, ...off])
  })
})
