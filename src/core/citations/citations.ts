// Citations: written by CSL styles, and traced from what is cited to the sentences that rest on it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Api } from '../../shared/api.ts'
import { pagesOf, paragraphNumber } from '../../shared/blocks.ts'
import type { AskedCite, CitationStyle, FormattedCitations } from '../../shared/citations.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { Locator } from '../../shared/memos.ts'
import type { Block } from '../../shared/sources.ts'
import type { CoreContext } from '../context.ts'
import { bundledStyles } from './bundled-styles.ts'
import { checkStyle } from './check-style.ts'
import { citationsStore, type CitedRow } from './citations-store.ts'
import { createFormatter, type ResolvedCitation } from './formatter.ts'
import { localeFor } from './locales.ts'
import { restingSentences } from './resting-sentences.ts'
import { sourceToCsl } from './source-to-csl.ts'

/** What stands for a passage that was deleted: a style still has something to write. */
const goneItem = { id: 'gone', type: 'document', title: '[deleted passage]' }

interface Style extends CitationStyle {
  text: string
  described: boolean
}

/** The feature's calls. */
export function createCitations(context: CoreContext, { sources }: Pick<Api, 'sources'>): Api['citations'] {
  const store = citationsStore(context.db)
  const folder = join(context.resources, 'csl')
  const formatter = createFormatter(folder)

  const ownStyle = ({ id, title, text }: { id: string; title: string; text: string }): Style => ({
    id,
    title,
    kind: /<style\b[^>]*\bclass="note"/.test(text) ? 'note' : 'in-text',
    own: true,
    text,
    described: false,
  })

  /** The style of that name; the first one where it is gone, so that a memo can always be read. */
  function styleOf(id: string): Style {
    const own = store.style(id)
    if (own) return ownStyle(own)
    const bundled = bundledStyles.find((style) => style.id === id) ?? bundledStyles[0]
    if (!bundled) throw new GroundworkError('style.gone', 'There is no citation style.')
    return { ...bundled, text: readFileSync(join(folder, 'styles', bundled.file), 'utf8') }
  }

  /** The citations with their passages resolved to sources and places in them, and the sources as CSL-JSON. */
  function resolve(asked: { id: Id; cites: AskedCite[] }[], described: boolean) {
    const wanted = [...new Set(asked.flatMap(({ cites }) => cites.map(({ passage }) => passage)))]
    const found = new Map(store.cited(JSON.stringify(wanted)).map((row) => [row.passage, row]))
    const blocks = new Map<string, Block[]>()
    const items = new Map<string, unknown>([[goneItem.id, goneItem]])
    const placeOf = ({ source, version, start, end }: CitedRow): Locator => {
      const key = `${source} ${version}`
      const known = blocks.get(key) ?? (JSON.parse(store.blocks(source, version)) as Block[])
      blocks.set(key, known)
      const pages = pagesOf(known, start, end)
      return pages === null ? { label: 'paragraph', value: String(paragraphNumber(known, start)) } : { label: 'page', value: pages }
    }
    const citations = asked.map(({ id, cites }): ResolvedCitation => ({
      id,
      cites: cites.map((cite) => {
        const row = found.get(cite.passage)
        if (!row) return { item: goneItem.id, cite, place: null }
        if (!items.has(row.source)) items.set(row.source, sourceToCsl(sources.get({ source: row.source }), described))
        return { item: row.source, cite, place: placeOf(row) }
      }),
    }))
    return { items, citations }
  }

  return {
    styles: () => [
      ...bundledStyles.map(({ id, title, kind, own }) => ({ id, title, kind, own })),
      ...store.styles().map(ownStyle).map(({ id, title, kind, own }) => ({ id, title, kind, own })),
    ],
    addStyle: ({ text }) => {
      const { title, kind, text: kept } = checkStyle(folder, text)
      const same = store.styles().find((style) => style.text === kept)
      if (same) return { id: same.id, title: same.title, kind, own: true }
      const id = context.newId()
      context.command('Add citation style', () => store.insertStyle({ id, title, text: kept }, context.now()))
      return { id, title, kind, own: true }
    },
    removeStyle: ({ style }) => {
      if (!store.style(style)) throw new GroundworkError('style.gone', 'This citation style no longer exists. Undo brings back one that was removed.')
      context.command('Remove citation style', () => store.removeStyle(style))
      return null
    },
    format: ({ style: id, language, citations: asked }): FormattedCitations => {
      const style = styleOf(id)
      const { items, citations } = resolve(asked, style.described)
      const locale = localeFor(language)
      const made = formatter.format({ key: `${style.id} ${locale}`, style: style.text, locale, items, citations })
      const texts = asked.map(({ id: citation }) => ({ citation, runs: made.texts.get(citation) ?? [] }))
      return { kind: style.kind, texts, bibliography: made.bibliography }
    },
    restingOn: ({ kind, id }) => {
      const passages = new Set(store.passagesOf(kind, id))
      return store.memosCiting(kind, id).flatMap((memo) => restingSentences(memo, passages))
    },
  }
}
