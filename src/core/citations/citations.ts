// Citations: written by CSL styles, and traced from what is cited to the sentences that rest on it.
import { join } from 'node:path'
import type { Api } from '../../shared/api.ts'
import type { FormattedCitations } from '../../shared/citations.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { CoreContext } from '../context.ts'
import { bundledStyles } from './bundled-styles.ts'
import { checkStyle } from './check-style.ts'
import { citationsStore } from './citations-store.ts'
import { createFormatter } from './formatter.ts'
import { ownStyle, type Orders } from './orders.ts'
import { restingSentences } from './resting-sentences.ts'

/** The feature's calls. */
export function createCitations(context: CoreContext, orders: Orders): Api['citations'] {
  const store = citationsStore(context.db)
  const folder = join(context.resources, 'csl')
  const formatter = createFormatter(folder)

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
    format: (asked): FormattedCitations => {
      const { style, order } = orders.orderFor(asked)
      const made = formatter.format(order)
      const texts = asked.citations.map(({ id: citation }) => ({ citation, runs: made.texts.get(citation) ?? [] }))
      return { kind: style.kind, texts, bibliography: made.bibliography }
    },
    restingOn: ({ kind, id }) => {
      const passages = new Set(store.passagesOf(kind, id))
      return store.memosCiting(kind, id).flatMap((memo) => restingSentences(memo, orders.kindOf(memo.style) === 'in-text', passages))
    },
  }
}
