// Citations and source list as the memo's style writes them, made ready for a page.
import type { StyledRun, StyleKind } from '../../shared/citations.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationAttributes, DocumentNode } from '../../shared/memos.ts'
import { safeLink, type NoteMaterial } from './notes.ts'
import type { Note, ReferenceRun, SourceEntry } from './paper.ts'
import { spaced } from './printable-text.ts'

/** What a style made of a memo: the text of each citation by the attributes of its node, and the source list in its order. */
export interface StyledMemo {
  kind: StyleKind
  texts: ReadonlyMap<object, StyledRun[]>
  bibliography: { source: Id; runs: StyledRun[] }[]
}

/** The text of a citation node; null where the style was not asked for it. */
export const styledTextOf = (node: DocumentNode, styled: StyledMemo | null): StyledRun[] | null =>
  (node.attrs && styled?.texts.get(node.attrs)) ?? null

/** Citations as they are asked of a style: named by their place, since a copied citation keeps its identifier. */
export const askedOf = (citations: readonly CitationAttributes[]) =>
  citations.map(({ cites }, at) => ({
    id: String(at),
    cites: cites.map(({ version: _version, quote: _quote, ...cite }) => cite),
  }))

const address = /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:)\]]/g

const plain = (text: string, { looks }: StyledRun): ReferenceRun => ({ text, looks, marked: false, source: null, link: null, fixed: false })

/** A run in pieces, web addresses as links. */
function withAddresses(run: StyledRun): ReferenceRun[] {
  const pieces: ReferenceRun[] = []
  let at = 0
  for (const { 0: found, index } of run.text.matchAll(address)) {
    const link = safeLink(found)
    if (link === null) continue
    pieces.push(plain(run.text.slice(at, index), run), { ...plain(found, run), link })
    at = index + found.length
  }
  return [...pieces, plain(run.text.slice(at), run)].filter(({ text }) => text !== '')
}

/** Runs for a page: what cannot be printed goes, addresses can be clicked. */
export const printedRuns = (runs: readonly StyledRun[], { removals }: Pick<NoteMaterial, 'removals'>): ReferenceRun[] =>
  runs.flatMap((run) => withAddresses({ ...run, text: spaced(run.text, removals) }))

/** The same with the titles of sources leading to their entries; where none is written, the first words do. */
export function leadingRuns(runs: readonly StyledRun[], note: Note, material: NoteMaterial): ReferenceRun[] {
  const printed = printedRuns(runs, material)
  const cited = [note, ...note.further].flatMap(({ source, title }) => (source === null || title === null ? [] : [{ source, title }]))
  for (const { source, title } of cited) linkTitle(printed, source, title)
  const [first] = printed
  const [one] = cited
  if (first && one && !printed.some((run) => run.source !== null) && first.link === null) first.source = one.source
  return printed
}

function linkTitle(runs: ReferenceRun[], source: Id, title: string): void {
  const at = runs.findIndex((run) => run.source === null && run.link === null && run.text.toLowerCase().includes(title.toLowerCase()))
  const run = runs[at]
  if (!run || title === '') return
  const start = run.text.toLowerCase().indexOf(title.toLowerCase())
  const end = start + title.length
  const pieces = [
    { ...run, text: run.text.slice(0, start) },
    { ...run, text: run.text.slice(start, end), source },
    { ...run, text: run.text.slice(end) },
  ]
  runs.splice(at, 1, ...pieces.filter(({ text }) => text !== ''))
}

/** The source list in the style's words and order; `entries` are the same sources in the house's. */
export function styledSources(styled: StyledMemo, entries: readonly SourceEntry[], material: NoteMaterial): SourceEntry[] {
  const bySource = new Map(entries.map((entry) => [entry.source, entry]))
  return styled.bibliography.flatMap(({ source, runs }): SourceEntry[] => {
    const entry = bySource.get(source)
    return entry ? [{ ...entry, styled: printedRuns(runs, material) }] : []
  })
}
