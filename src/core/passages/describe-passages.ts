// A passage with all that shows it away from its source: paragraph, source, tags, memos that cite it.
import { blockAt, pagesOf, paragraphNumber } from '../../shared/blocks.ts'
import type { Id } from '../../shared/identifiers.ts'
import { authorsLine } from '../../shared/names.ts'
import type { PassageDetail, Segment } from '../../shared/passages.ts'
import { quoteOf } from '../../shared/selectors.ts'
import type { Block, Name } from '../../shared/sources.ts'
import { groupBy } from '../group-by.ts'
import type { PassagesStore, PassageWithSource } from './passages-store.ts'

interface ParsedText {
  text: string
  blocks: Block[]
}

/** What is to be read of segments in a text: their words, and the paragraph of the first with the spans in it. */
export function placeIn({ text, blocks }: ParsedText, segments: Segment[]) {
  const first = segments[0]?.start ?? 0
  const block = blockAt(blocks, first)
  const start = block?.start ?? 0
  const end = block?.end ?? text.length
  return {
    segments,
    quote: quoteOf(segments),
    paragraph: text.slice(start, end),
    paragraphSpans: segments
      .map((segment) => ({ start: Math.max(segment.start, start) - start, end: Math.min(segment.end, end) - start }))
      .filter((span) => span.start < span.end),
    paragraphNumber: paragraphNumber(blocks, first),
    pages: pagesOf(blocks, first, segments.at(-1)?.end ?? first),
  }
}

/** Those of the passages that exist, in the order asked for. */
export function describePassages(store: PassagesStore, ids: Id[]): PassageDetail[] {
  const wanted = JSON.stringify(ids)
  const segments = groupBy(store.segmentsOf(wanted), (row) => row.passage)
  const tags = groupBy(store.tagsOf(wanted), (row) => row.passage)
  const citing = groupBy(store.citingOf(wanted), (row) => row.passage)
  // Many passages share a source: its text is read and its blocks parsed once.
  const parsed = new Map<string, ParsedText>()
  const textOf = (row: PassageWithSource): ParsedText => {
    const key = `${row.source} ${row.version}`
    const known = parsed.get(key)
    if (known) return known
    const stored = store.textOf(row.source, row.version)
    const text = { text: stored?.text ?? '', blocks: JSON.parse(stored?.blocks ?? '[]') as Block[] }
    parsed.set(key, text)
    return text
  }
  return store.many(wanted).map((row) => ({
    id: row.id,
    source: row.source,
    version: row.version,
    state: row.state,
    sourceTitle: row.sourceTitle,
    containerTitle: row.containerTitle,
    authors: authorsLine(JSON.parse(row.authors) as Name[]),
    issued: row.issued,
    reliability: row.reliability,
    ...placeIn(
      textOf(row),
      (segments.get(row.id) ?? []).map(({ passage: _passage, ...segment }) => segment),
    ),
    tags: (tags.get(row.id) ?? []).map(({ passage: _passage, ...tag }) => tag),
    citedIn: (citing.get(row.id) ?? []).map(({ passage: _passage, ...memo }) => memo),
  }))
}
