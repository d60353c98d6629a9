// Spell checking in the user's languages, without a word or a request leaving the machine.
import { app, type Session } from 'electron'
import { appOrigin } from './app-address.ts'

const base = (language: string) => language.toLowerCase().split('-')[0] ?? ''

/**
 * The languages to check, of those `available`: each preferred one, or the first of the same language when its
 * region is unknown. English when nothing fits, since an unchecked memo looks like a faultless one.
 */
export function spellingLanguages(preferred: readonly string[], available: readonly string[]): string[] {
  const found = preferred.flatMap((language) => {
    const exact = available.find((one) => one.toLowerCase() === language.toLowerCase())
    return exact ?? available.find((one) => base(one) === base(language)) ?? []
  })
  const chosen = [...new Set(found)]
  return chosen.length > 0 ? chosen : available.filter((one) => one === 'en-US')
}

/** Sets a session up. macOS brings its own checker and languages. */
export function setUpSpelling(session: Session, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'darwin') return
  // Chromium would fetch missing dictionaries from its maker's servers: it may ask this program instead.
  session.setSpellCheckerDictionaryDownloadURL(`${appOrigin}/dictionaries/`)
  session.setSpellCheckerLanguages(spellingLanguages(app.getPreferredSystemLanguages(), session.availableSpellCheckerLanguages))
}
