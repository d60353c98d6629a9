// Code queries: passages by what they are tagged with together, how often codes meet, and queries kept under a name.
import type { Api } from '../../shared/api.ts'
import { blockAt } from '../../shared/blocks.ts'
import { codeQuerySchema, type CodeTable, type KeptCodeQuery, type TableTerm, type Term } from '../../shared/code-queries.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageLine, Span } from '../../shared/passages.ts'
import type { Block } from '../../shared/sources.ts'
import { asTree } from '../codes/code-tree.ts'
import { codesStore } from '../codes/codes-store.ts'
import type { CoreContext } from '../context.ts'
import { codeQueriesStore, type CodeQueriesStore, type KeptRow, type TaggedSpan } from './code-queries-store.ts'
import { covered, touches, touching, type Widen } from './relate.ts'

/** Codes that a table shows at most, those with the most passages. */
const mostTerms = 40

const kindTitles = { claim: 'Claims', actor: 'Actors', recommendation: 'Recommendations' } as const
const fixedKinds = ['claim', 'actor', 'recommendation'] as const

/** The lines of spans, each tag once, in their order. */
function linesOf(spans: readonly TaggedSpan[], wanted: (tag: Id) => boolean): PassageLine[] {
  const lines = new Map<Id, PassageLine>()
  for (const { tag, passage } of spans) if (wanted(tag) && !lines.has(tag)) lines.set(tag, { tag, passage })
  return [...lines.values()]
}

/** Widens spans to the paragraphs that they stand in, however far they reach; each source's blocks are read once. */
function toParagraphs(store: CodeQueriesStore): Widen {
  const known = new Map<Id, Block[]>()
  return (source: Id, { start, end }: Span): Span => {
    const blocks = known.get(source) ?? (JSON.parse(store.blocks(source)) as Block[])
    known.set(source, blocks)
    return { start: blockAt(blocks, start)?.start ?? start, end: blockAt(blocks, end - 1)?.end ?? end }
  }
}

/** The feature's calls. */
export function createCodeQueries(context: CoreContext): Api['codeQueries'] {
  const store = codeQueriesStore(context.db)
  const codes = codesStore(context.db)

  function titleOf(term: Term): string {
    if ('kind' in term) return kindTitles[term.kind]
    if ('item' in term) {
      const statement = store.statement(term.item)
      if (statement === undefined) throw new GroundworkError('item.gone', 'An item of this query no longer exists. Undo brings back one that was deleted.')
      return statement.slice(0, 160)
    }
    const path = store.path(term.code)
    if (path === undefined) throw new GroundworkError('code.gone', 'A code of this query no longer exists. Undo brings back one that was deleted.')
    return path
  }

  function spansOf(term: Term, source: Id | null): TaggedSpan[] {
    if ('kind' in term) return store.ofKind(term.kind, source)
    if ('item' in term) return store.ofItem(term.item, source)
    return store.ofCode(term.code, source)
  }

  const run: Api['codeQueries']['run'] = ({ query: { a, relation, b, source } }) => {
    const titles = { a: titleOf(a), b: b && titleOf(b) }
    const spans = spansOf(a, source)
    if (!b) return { ...titles, lines: linesOf(spans, () => true) }
    const near = relation === 'near' || relation === 'apart'
    const found = touching(spans, covered(spansOf(b, source), near ? toParagraphs(store) : null))
    const negated = relation === 'without' || relation === 'apart'
    return { ...titles, lines: linesOf(spans, (tag) => found.has(tag) !== negated) }
  }

  function table({ under, relation, source }: Parameters<Api['codeQueries']['table']>[0]): CodeTable {
    if (under) titleOf({ code: under })
    const own = asTree(codes.list()).filter((code) => code.parent === under && code.total > 0)
    const shown = own.toSorted((a, b) => b.total - a.total).slice(0, mostTerms)
    const inOrder = own.filter((code) => shown.includes(code))
    const terms: Omit<TableTerm, 'passages'>[] = [
      ...inOrder.map(({ id, name, colour }) => ({ term: { code: id }, title: name, colour })),
      ...fixedKinds.map((kind) => ({ term: { kind }, title: kindTitles[kind], colour: null })),
    ]
    const spans = terms.map(({ term }) => spansOf(term, source))
    const widen = relation === 'near' ? toParagraphs(store) : null
    const covers = spans.map((each) => covered(each, widen))
    return {
      terms: terms.map((term, at) => ({ ...term, passages: new Set(spans[at]?.map((span) => span.tag)).size })),
      counts: spans.map((row) => countsOf(row, covers)),
      left: own.length - shown.length,
    }
  }

  const readKept = ({ id, name, query }: KeptRow): KeptCodeQuery[] => {
    const parsed = codeQuerySchema.safeParse(JSON.parse(query))
    return parsed.success ? [{ id, name, query: parsed.data }] : []
  }

  return {
    run,
    table,
    kept: () => store.list().flatMap(readKept),
    keep: ({ name, query }) =>
      context.command('Keep query', () => {
        const known = store.named(name)
        const row = { id: known?.id ?? context.newId(), name, query: JSON.stringify(query) }
        if (known) store.update(row)
        else store.insert(row)
        return { id: row.id, name, query }
      }),
    forget: ({ query }) => {
      context.command('Forget query', () => {
        if (!store.remove(query)) throw new GroundworkError('search.gone', 'This query is no longer kept. Undo brings back one that was forgotten.')
      })
      return null
    },
  }
}

/** For each of the covers, how many of the tags touch it. */
const countsOf = (spans: readonly TaggedSpan[], covers: readonly ReturnType<typeof covered>[]): number[] =>
  covers.map((cover) => {
    const tags = new Set<Id>()
    for (const span of spans) if (!tags.has(span.tag) && touches(cover, span)) tags.add(span.tag)
    return tags.size
  })
