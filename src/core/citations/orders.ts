// What a style is to write for a memo: its text, its sources as CSL-JSON, and each citation resolved to them.
import { join } from 'node:path'
import type { Api } from '../../shared/api.ts'
import { pagesOf, paragraphNumber } from '../../shared/blocks.ts'
import type { AskedCite, CitationStyle, StyleKind } from '../../shared/citations.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Locator } from '../../shared/memos.ts'
import type { Block } from '../../shared/sources.ts'
import type { CoreContext } from '../context.ts'
import { bundledStyles, bundledText } from './bundled-styles.ts'
import { citationsStore, type CitedRow } from './citations-store.ts'
import type { FormatOrder, ResolvedCitation } from './formatter.ts'
import { localeFor } from './locales.ts'
import { sourceToCsl } from './source-to-csl.ts'

/** What stands for a passage that was deleted: a style still has something to write. */
export const goneItem = { id: 'gone', type: 'document', title: '[deleted passage]' }

interface Style extends CitationStyle {
  text: string
  described: boolean
}

/** Citations to be written; `id` is any name that the caller tells them apart by. */
export interface AskedCitations {
  style: string
  /** A BCP 47 tag. */
  language: string
  citations: { id: string; cites: AskedCite[] }[]
}

/** One of the user's own styles as the menu lists it. */
export const ownStyle = ({ id, title, text }: { id: string; title: string; text: string }): Style => ({
  id,
  title,
  kind: /<style\b[^>]*\bclass="note"/.test(text) ? 'note' : 'in-text',
  own: true,
  text,
  described: false,
})

/** Makes orders for the formatter; it may run in another thread, so an order is plain data. */
export function createOrders(context: CoreContext, { sources }: Pick<Api, 'sources'>) {
  const store = citationsStore(context.db)
  const folder = join(context.resources, 'csl')

  /** The style of that name; the first one where it is gone, so that a memo can always be read. */
  function styleOf(id: string): Style {
    const own = store.style(id)
    if (own) return ownStyle(own)
    const bundled = bundledStyles.find((style) => style.id === id) ?? bundledStyles[0]
    if (!bundled) throw new GroundworkError('style.gone', 'There is no citation style.')
    return { ...bundled, text: bundledText(folder, bundled) }
  }

  /** The citations with their passages resolved to sources and places in them, and the sources as CSL-JSON. */
  function resolve(asked: AskedCitations['citations'], described: boolean) {
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
    /** Whether the style of that name writes notes or into the line. */
    kindOf: (id: string): StyleKind => bundledStyles.find((style) => style.id === id)?.kind ?? styleOf(id).kind,
    /** The order, with the style it is for: another one than was asked where that one is gone. */
    orderFor({ style: id, language, citations }: AskedCitations): { style: CitationStyle; order: FormatOrder } {
      const style = styleOf(id)
      const locale = localeFor(language)
      return { style, order: { key: `${style.id} ${locale}`, style: style.text, locale, ...resolve(citations, style.described) } }
    },
  }
}

export type Orders = ReturnType<typeof createOrders>
