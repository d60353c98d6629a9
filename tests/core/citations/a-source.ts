// Builders for tests of citations: sources as the core keeps them, and citations of them.
import { join } from 'node:path'
import { bundledStyles, bundledText } from '../../../src/core/citations/bundled-styles.ts'
import { createFormatter, type ResolvedCitation } from '../../../src/core/citations/formatter.ts'
import { localeFor } from '../../../src/core/citations/locales.ts'
import { sourceToCsl, type CitedSource } from '../../../src/core/citations/source-to-csl.ts'
import { plainRuns } from '../../../src/core/citations/styled-runs.ts'
import type { AskedCite } from '../../../src/shared/citations.ts'
import { resources } from '../a-core.ts'

export const folder = join(resources, 'csl')

export const aSource = (id: string, metadata: Partial<CitedSource['metadata']>, reference: CitedSource['reference'] = {}): CitedSource => ({
  id,
  metadata: { title: '', authors: [], containerTitle: null, issued: null, url: null, accessed: null, language: null, ...metadata },
  reference,
  reliability: null,
})

export const anAskedCite = (cite: Partial<AskedCite> = {}): AskedCite => ({
  passage: '01900000-0000-7000-8000-000000000001',
  prefix: '',
  suffix: '',
  locator: { label: 'page', value: '' },
  suppressAuthor: false,
  ...cite,
})

/** A citation of one source; without a locator unless one is given. */
export const citing = (id: string, item: string, cite: Partial<AskedCite> = {}): ResolvedCitation => ({
  id,
  cites: [{ item, cite: anAskedCite(cite), place: { label: 'paragraph', value: '6' } }],
})

/** The order that formats citations of sources in a bundled style. */
export function anOrder(style: string, sources: CitedSource[], citations: ResolvedCitation[], language = 'en-US') {
  const bundled = bundledStyles.find(({ id }) => id === style)
  if (!bundled) throw new Error(`there is no style ${style}`)
  return {
    key: `${style} ${language}`,
    style: bundledText(folder, bundled),
    locale: localeFor(language),
    items: new Map(sources.map((source) => [source.id, sourceToCsl(source, bundled.described)])),
    citations,
  }
}

/** Texts and bibliography as plain words. */
export function formatted(...order: Parameters<typeof anOrder>): { texts: string[]; bibliography: string[] } {
  const made = createFormatter(folder).format(anOrder(...order))
  return { texts: [...made.texts.values()].map(plainRuns), bibliography: made.bibliography.map(plainRuns) }
}
