// Spell checking in the user's languages; its dictionaries are fetched once, and only when the user asked for it.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, type BrowserWindow, type Session } from 'electron'
import { appOrigin } from './app-address.ts'

/** Where Chromium fetches dictionaries by itself (chrome/browser/spellchecker). */
const chromiumsServer = 'https://redirector.gvt1.com/edgedl/chrome/dict/'

const base = (language: string) => language.toLowerCase().split('-')[0] ?? ''

/**
 * The languages to check, of those `available`: each preferred one, or the first of the same language when its
 * region is unknown; English when nothing fits.
 */
export function spellingLanguages(preferred: readonly string[], available: readonly string[]): string[] {
  const found = preferred.flatMap((language) => {
    const exact = available.find((one) => one.toLowerCase() === language.toLowerCase())
    return exact ?? available.find((one) => base(one) === base(language)) ?? []
  })
  const chosen = [...new Set(found)]
  return chosen.length > 0 ? chosen : available.filter((one) => one === 'en-US')
}

/** Checks spelling in a session. macOS brings its own checker, which is always on. */
export function createSpelling(session: Session, dataFolder: string, platform: NodeJS.Platform = process.platform) {
  const wish = join(dataFolder, 'spelling-wanted')
  const isOn = (): boolean => existsSync(wish)
  const languages = () => spellingLanguages(app.getPreferredSystemLanguages(), session.availableSpellCheckerLanguages)

  function turnOn(): void {
    session.setSpellCheckerDictionaryDownloadURL(chromiumsServer)
    session.setSpellCheckerEnabled(true)
    session.setSpellCheckerLanguages(languages())
  }

  function turnOff(): void {
    // Even a checker that is off may look for its dictionary: it may ask this program for one, and nobody else.
    session.setSpellCheckerDictionaryDownloadURL(`${appOrigin}/dictionaries/`)
    session.setSpellCheckerEnabled(false)
  }

  return {
    /** Whether spelling is checked; null where the system decides. */
    state: (): boolean | null => (platform === 'darwin' ? null : isOn()),
    /** Does at a start what the user chose last. */
    start(): void {
      if (platform === 'darwin') return
      if (isOn()) turnOn()
      else turnOff()
    },
    /** Turns checking off, or on after a yes to fetching the dictionaries. */
    async toggle(window: BrowserWindow): Promise<void> {
      if (isOn()) {
        rmSync(wish, { force: true })
        return turnOff()
      }
      if (!(await askToFetch(window, languages()))) return
      mkdirSync(dataFolder, { recursive: true })
      writeFileSync(wish, '')
      turnOn()
    },
  }
}

export type Spelling = ReturnType<typeof createSpelling>

async function askToFetch(window: BrowserWindow, languages: string[]): Promise<boolean> {
  const names = new Intl.DisplayNames('en', { type: 'language' })
  const list = new Intl.ListFormat('en').format(languages.map((language) => names.of(language) ?? language))
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Check spelling in ${list}?`,
    detail:
      'The dictionaries are fetched once from a Google server, which learns these languages and your address on the ' +
      'network. Nothing of your work is sent; checking happens on this machine.',
    buttons: ['Fetch and check', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
