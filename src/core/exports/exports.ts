// Exports: gathers a memo with what it cites and hands it to the writer of its format.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { citationsOf, parseDocument } from '../../shared/memo-document.ts'
import { citationAttributesSchema, type DocumentNode } from '../../shared/memos.ts'
import type { CoreContext } from '../context.ts'
import { exportMemoToPdf } from './export-memo.ts'

/**
 * The stored document, even one that holds what this version does not know: the writer prints the words of unknown
 * parts and says so, where a refusal would keep the analyst's own text from her.
 */
function readableDocument(stored: string): DocumentNode {
  const parsed = parseDocument(stored)
  if ('document' in parsed) return parsed.document
  try {
    const value: unknown = JSON.parse(stored)
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc') return value as DocumentNode
  } catch {
    // Not JSON at all: refused below with the problem that the check named.
  }
  throw new GroundworkError('export.failed', `The memo was not exported: it holds ${parsed.problem}. Nothing was written.`)
}

/** The feature's calls. */
export function createExports(
  context: CoreContext,
  { memos, passages, sources }: Pick<Api, 'memos' | 'passages' | 'sources'>,
): Api['exports'] {
  return {
    memo: ({ memo: id, format, paper, job }) => {
      const { head, document: stored } = memos.get({ memo: id })
      const document = readableDocument(stored)
      const cited = citationsOf(document).filter((citation) => citationAttributesSchema.safeParse(citation).success)
      const details = passages.describe({ passages: [...new Set(cited.flatMap(({ cites }) => cites.map(({ passage }) => passage)))] })
      const citedSources = [...new Set(details.map((passage) => passage.source))]
      return context.jobs.run(job ?? context.newId(), async ({ signal, report }) => {
        report('Writing the PDF', 0, null)
        const written = await exportMemoToPdf({
          memo: { head, document },
          passages: details,
          sources: citedSources.map((source) => sources.get({ source })),
          format,
          paper,
          resources: context.resources,
          folder: context.files.folder(),
          signal,
        })
        const file = context.files.serve({ path: written.path, name: written.name, mediaType: 'application/pdf' })
        return { file, name: written.name, size: written.size, warnings: written.warnings }
      })
    },
  }
}
