// Whether a file is a citation style that can be run; it comes from outside and is only ever read as data.
import type { StyleKind } from '../../shared/citations.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { whenUsed } from '../when-used.ts'
import { readLocale } from './locales.ts'
import { styledRuns } from './styled-runs.ts'

const engineOf = whenUsed('citeproc', ({ Engine }: typeof import('citeproc')) => Engine)

/** A style that can be used: its title, its kind, and its text as it was given. */
export interface CheckedStyle {
  title: string
  kind: StyleKind
  text: string
}

function refuse(reason: string): never {
  throw new GroundworkError('style.invalid', `This style was not added: ${reason}. The memo keeps the style it has.`)
}

const sample = { id: 'sample', type: 'article-magazine', title: 'A title', author: [{ family: 'Name' }], issued: { 'date-parts': [[2025]] } }

const titleIn = (text: string): string =>
  (/<title(?:\s[^>]*)?>([^<]*)<\/title>/.exec(text)?.[1] ?? '').replace(/\s+/g, ' ').trim()

/** Reads and tries a style; `style.invalid` says in a sentence why it is none. `folder` is resources/csl. */
export function checkStyle(folder: string, given: string): CheckedStyle {
  const text = given.replace(/^\ufeff/, '')
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) refuse('it holds a document type or entities, which a style has no use for')
  const root = /<style\b[^>]*>/.exec(text)?.[0]
  if (!root?.includes('http://purl.org/net/xbiblio/csl')) refuse('it is not a CSL style')
  const parent = /<link\b[^>]*rel="independent-parent"[^>]*>/.exec(text)?.[0]
  if (!/<citation\b/.test(text)) {
    const of = /href="([^"]*)"/.exec(parent ?? '')?.[1]
    refuse(of ? `it only points at another style; add that one instead: ${of}` : 'it does not say how to cite')
  }
  try {
    const engine = new (engineOf())(
      { retrieveLocale: (tag) => readLocale(folder, tag), retrieveItem: () => sample },
      text,
      'en-US',
    )
    engine.setOutputFormat('html')
    const cluster = { citationID: 'one', citationItems: [{ id: 'sample' }], properties: { noteIndex: 1 } }
    const [made] = engine.rebuildProcessorState([cluster], 'html', [])
    if (made === undefined || styledRuns(made[2]).length === 0) throw new Error('it writes nothing for a source')
    engine.makeBibliography()
    return { title: titleIn(text).slice(0, 300) || 'Untitled style', kind: engine.opt.xclass === 'note' ? 'note' : 'in-text', text }
  } catch (thrown) {
    return refuse(`it cannot be run (${String(thrown instanceof Error ? thrown.message : thrown).slice(0, 200)})`)
  }
}
