// Whether a document is a changed copy of a source that is here: the same article, imported again.
import type { DocumentRow } from '../import/read-document.ts'
import { titleKey } from './attach-references.ts'
import type { SourceRow, SourcesStore } from './sources-store.ts'

/** The least share of words that two versions of one article have in common. */
const leastShared = 0.3
const mostWords = 20_000

/**
 * The source of which a document is a new version: at the same address, or from a file of the same name and title,
 * and with enough of the same words. Sites that give all their pages one address do not make one article of them.
 */
export function olderVersion(store: SourcesStore, document: DocumentRow, fileName: string | null): SourceRow | null {
  const { url, title } = document.metadata
  const candidates = [
    ...(url ? store.byUrl(url) : []),
    ...(fileName ? store.byFileName(fileName).filter((row) => titleKey(row.title) === titleKey(title) && row.title !== '') : []),
  ]
  if (candidates.length === 0) return null
  const words = wordsOf(document.text)
  for (const row of candidates) {
    const text = store.text(row.id, row.version)?.text
    if (text !== undefined && sharedWords(words, wordsOf(text)) >= leastShared) return row
  }
  return null
}

function wordsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]+|\p{Script=Han}/gu) ?? []).slice(0, mostWords))
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared / Math.max(1, a.size + b.size - shared)
}
