// Which of the bundled CSL locales writes the words of a language.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const byLanguage: Record<string, string> = {
  en: 'en-US',
  de: 'de-DE',
  es: 'es-ES',
  fr: 'fr-FR',
  it: 'it-IT',
  nl: 'nl-NL',
  pl: 'pl-PL',
  pt: 'pt-PT',
  ru: 'ru-RU',
  sv: 'sv-SE',
  uk: 'uk-UA',
}

/** The bundled locale for a BCP 47 tag: British English for Britain and the Commonwealth, American English where there is none. */
export function localeFor(tag: string): string {
  const [language = '', ...rest] = tag.split('-')
  const region = rest.find((part) => /^[A-Za-z]{2}$/.test(part))?.toUpperCase()
  if (language.toLowerCase() === 'en' && region !== undefined && region !== 'US') return 'en-GB'
  return byLanguage[language.toLowerCase()] ?? 'en-US'
}

/** Reads the locale that is nearest to the one asked for. `folder` is resources/csl. */
export const readLocale = (folder: string, tag: string): string =>
  readFileSync(join(folder, 'locales', `locales-${localeFor(tag)}.xml`), 'utf8')
