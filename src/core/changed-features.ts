// Which queries of the interface go out of date when rows of a table change.
import type { Feature } from '../shared/api.ts'

const featuresByTable: Record<string, readonly Feature[]> = {
  suggestion_decision: ['suggestions'],
  source: ['charts', 'codeQueries', 'codes', 'library', 'collections', 'trash', 'actors', 'citations', 'board', 'likeness', 'suggestions', 'sources', 'passages', 'items', 'search', 'workspace', 'reviews'],
  source_text: ['codeQueries', 'library', 'actors', 'citations', 'board', 'likeness', 'items', 'suggestions', 'sources', 'passages', 'search'],
  collection: ['charts', 'collections', 'library'],
  collection_source: ['charts', 'collections', 'library'],
  code: ['charts', 'codeQueries', 'board', 'codes', 'passages', 'items'],
  item: ['charts', 'codeQueries', 'actors', 'links', 'board', 'items', 'passages', 'sources', 'codes', 'search', 'workspace', 'reviews'],
  claim: ['charts', 'actors', 'board', 'items', 'passages', 'reviews'],
  actor: ['actors', 'board', 'suggestions', 'items', 'passages'],
  recommendation: ['actors', 'board', 'items', 'passages'],
  link: ['actors', 'board', 'links', 'items', 'reviews'],
  passage: ['codeQueries', 'actors', 'citations', 'board', 'passages', 'items', 'sources', 'search', 'workspace', 'reviews'],
  passage_review: ['passages', 'memos'],
  segment: ['codeQueries', 'actors', 'citations', 'passages', 'items', 'search', 'reviews'],
  tag: ['charts', 'codeQueries', 'search', 'actors', 'citations', 'board', 'suggestions', 'passages', 'items', 'sources', 'codes', 'workspace', 'reviews'],
  saved_search: ['search'],
  code_query: ['codeQueries'],
  tag_example: ['codes', 'items', 'passages'],
  memo: ['citations', 'memos', 'passages', 'items', 'search', 'workspace', 'reviews'],
  memo_body: ['citations', 'memos', 'passages', 'items', 'search', 'reviews'],
  memo_citation: ['citations', 'memos', 'passages', 'items', 'reviews'],
  memo_version_name: ['memos'],
  memo_target: ['memos'],
  memo_template: ['memos'],
  csl_style: ['citations'],
  finding_decision: ['checks'],
  cited_state: ['reviews'],
}

/** The features whose answers may have changed, always with `history`, without repetition. */
export function changedFeatures(tables: readonly string[]): Feature[] {
  const features = new Set<Feature>(['history'])
  for (const table of tables) for (const feature of featuresByTable[table] ?? []) features.add(feature)
  return [...features]
}
