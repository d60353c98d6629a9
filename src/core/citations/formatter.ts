// One citeproc engine for each style and locale in use, kept alive and told only what changed.
import type { CiteprocCitation, Engine } from 'citeproc'
import type { AskedCite, StyledRun } from '../../shared/citations.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { Locator } from '../../shared/memos.ts'
import { whenUsed } from '../when-used.ts'
import { readLocale } from './locales.ts'
import { plainRuns, styledRuns } from './styled-runs.ts'

const engineOf = whenUsed('citeproc', ({ Engine }: typeof import('citeproc')) => Engine)

/** A citation whose passages are resolved to items; `place` is where the passage stands, null when it is gone. */
export interface ResolvedCitation {
  id: Id
  cites: { item: string; cite: AskedCite; place: Locator | null }[]
}

/** What to format. `key` names the style and everything that makes its text another one. */
export interface FormatOrder {
  key: string
  style: string
  locale: string
  items: ReadonlyMap<string, unknown>
  citations: readonly ResolvedCitation[]
}

/** The text of each citation, and the entries of the bibliography; `entries` names the item of each. */
export interface Formatted {
  texts: ReadonlyMap<Id, StyledRun[]>
  bibliography: StyledRun[][]
  entries: string[]
}

interface Session {
  engine: Engine
  items: ReadonlyMap<string, unknown>
  itemsKey: string
  /** What the engine was last told of each citation, in order. */
  told: Map<Id, string>
  texts: Map<Id, StyledRun[]>
  bibliographyKey: string
  bibliography: StyledRun[][]
  entries: string[]
}

/** More changes than this at once are read anew: one pass is then the shorter way. */
const mostSteps = 12
const mostSessions = 4

/** Tells citeproc that it was told all items already. */
const itemsAreKnown = 2

const suffixOf = (suffix: string): string => (/^[\s,.;:)\]]/.test(suffix) ? suffix : `, ${suffix}`)

/** A reference as citeproc takes it. */
function asItem({ item, cite, place }: ResolvedCitation['cites'][number]) {
  const locator = cite.locator ?? place
  return {
    id: item,
    ...(locator === null || locator.value === '' ? {} : { locator: locator.value, label: locator.label }),
    ...(cite.prefix.trim() === '' ? {} : { prefix: `${cite.prefix.trimEnd()} ` }),
    ...(cite.suffix.trim() === '' ? {} : { suffix: suffixOf(cite.suffix.trimEnd()) }),
    ...(cite.suppressAuthor ? { 'suppress-author': true } : {}),
  }
}

/** A citation as citeproc takes it; `at` is its place among all. */
export const clusterOf = (citation: ResolvedCitation, at: number): CiteprocCitation => ({
  citationID: citation.id,
  citationItems: citation.cites.map(asItem),
  properties: { noteIndex: at + 1 },
})

const placesOf = (citations: readonly ResolvedCitation[], from: number, to: number, known: ReadonlySet<Id>): [string, number][] =>
  citations.slice(from, to).flatMap(({ id }, index): [string, number][] => (known.has(id) ? [[id, from + index + 1]] : []))

/** `folder` is resources/csl. */
export function createFormatter(folder: string) {
  const sessions = new Map<string, Session>()

  function sessionFor({ key, style, locale }: FormatOrder): Session {
    const open = sessions.get(key)
    sessions.delete(key)
    const session: Session = open ?? openSession(style, locale)
    sessions.set(key, session)
    const [oldest] = sessions.keys()
    if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest)
    return session
  }

  function openSession(style: string, locale: string): Session {
    const made: Omit<Session, 'engine'> = {
      items: new Map(),
      itemsKey: '',
      told: new Map(),
      texts: new Map(),
      bibliographyKey: '',
      bibliography: [],
      entries: [],
    }
    const engine = new (engineOf())(
      { retrieveLocale: (tag) => readLocale(folder, tag), retrieveItem: (id) => session.items.get(id) },
      style,
      locale,
      true,
    )
    engine.setOutputFormat('html')
    const session: Session = { ...made, engine }
    return session
  }

  return {
    /** Throws what citeproc throws for a style it cannot run; the engine is then let go. */
    format(order: FormatOrder): Formatted {
      try {
        return formatIn(sessionFor(order), order)
      } catch (thrown) {
        sessions.delete(order.key)
        throw thrown
      }
    },
  }
}

export type Formatter = ReturnType<typeof createFormatter>

function formatIn(session: Session, { items, citations }: FormatOrder): Formatted {
  const itemsKey = JSON.stringify([...items])
  const now = new Map(citations.map((citation) => [citation.id, JSON.stringify(citation.cites)]))
  const changed = citations.flatMap((citation, at) => (session.told.get(citation.id) === now.get(citation.id) ? [] : [at]))
  const sameOrder = [...now.keys()].join() === [...session.told.keys()].join()
  const isNew = itemsKey !== session.itemsKey
  session.items = items
  session.itemsKey = itemsKey
  if (isNew || changed.length > mostSteps || citations.length === 0 || session.told.size === 0) readAnew(session, citations)
  else if (changed.length > 0 || !sameOrder) tell(session, citations, changed)
  withAuthors(session, citations)
  session.told = now
  const bibliographyKey = `${itemsKey} ${citations.map(({ cites }) => cites.map(({ item }) => item).join()).join(';')}`
  if (bibliographyKey !== session.bibliographyKey) {
    session.bibliographyKey = bibliographyKey
    const made = citations.length > 0 ? session.engine.makeBibliography() : false
    session.bibliography = made === false ? [] : made[1].map(styledRuns)
    session.entries = made === false ? [] : made[0].entry_ids.map(([first]) => first ?? '')
  }
  return { texts: session.texts, bibliography: session.bibliography, entries: session.entries }
}

/** What citeproc writes for a reference of which a style prints nothing. */
const nothingPrinted = '[NO_PRINTED_FORM]'

/** A citation that would be nothing without its authors gets them back, or it could not be seen in the text. */
function withAuthors(session: Session, citations: readonly ResolvedCitation[]): void {
  const known = new Set(citations.map(({ id }) => id))
  for (const [at, citation] of citations.entries()) {
    const isEmpty = plainRuns(session.texts.get(citation.id) ?? []).includes(nothingPrinted)
    if (!isEmpty || !citation.cites.some(({ cite }) => cite.suppressAuthor)) continue
    const cites = citation.cites.map((one) => ({ ...one, cite: { ...one.cite, suppressAuthor: false } }))
    const before = placesOf(citations, 0, at, known)
    const after = placesOf(citations, at + 1, citations.length, known)
    const [, texts] = session.engine.processCitationCluster(clusterOf({ ...citation, cites }, at), before, after)
    for (const [, text, id] of texts) session.texts.set(id, styledRuns(text))
  }
}

/**
 * Reads all citations. citeproc's own way, one after another, looks at all that came before at each of them: the square of
 * their number, 18 seconds for 6,000 of one source. So each is first read as if it stood alone, which sorts its sources, and
 * the last one then once more after all the others: citeproc finds where each stands and writes anew those that stand
 * otherwise than alone (decision 0046).
 */
function readAnew(session: Session, citations: readonly ResolvedCitation[]): void {
  const { engine } = session
  engine.updateItems([...new Set(citations.flatMap(({ cites }) => cites.map(({ item }) => item)))])
  const clusters = citations.map(clusterOf)
  const texts = new Map<Id, string>()
  const keep = (changed: readonly [number, string, string][]) => changed.forEach(([, text, id]) => texts.set(id, text))
  const places = new Map<Id, CiteprocCitation>()
  for (const cluster of clusters) {
    keep(engine.processCitationCluster(cluster, [], [], itemsAreKnown)[1])
    places.set(cluster.citationID, cluster)
  }
  engine.registry.citationreg.citationById = Object.fromEntries(places)
  const last = clusters.pop()
  if (last) keep(engine.processCitationCluster(last, clusters.map(({ citationID, properties }) => [citationID, properties.noteIndex]), [], itemsAreKnown)[1])
  engine.updateUncitedItems([])
  session.texts = new Map([...texts].map(([id, text]) => [id, styledRuns(text)]))
}

/** Tells the engine each change; it answers with every text that is another one by it. */
function tell(session: Session, citations: readonly ResolvedCitation[], changed: readonly number[]): void {
  const known = new Set(citations.filter(({ id }) => session.told.has(id)).map(({ id }) => id))
  // Where citations only went or moved, the first one is told again, among those that are left.
  for (const at of changed.length > 0 ? changed : [0]) {
    const citation = citations[at]
    if (!citation) continue
    const before = placesOf(citations, 0, at, known)
    const after = placesOf(citations, at + 1, citations.length, known)
    const [, texts] = session.engine.processCitationCluster(clusterOf(citation, at), before, after)
    known.add(citation.id)
    for (const [, text, id] of texts) session.texts.set(id, styledRuns(text))
  }
  session.texts = new Map([...session.texts].filter(([id]) => known.has(id)))
}
