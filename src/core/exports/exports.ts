// Exports: gathers a memo with what it cites and hands it to the writer of its format.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { citationsOf, parseDocument } from '../../shared/memo-document.ts'
import type { CoreContext } from '../context.ts'
import { exportMemoToPdf } from './export-memo.ts'

/** The feature's calls. */
export function createExports(
  context: CoreContext,
  { memos, passages }: Pick<Api, 'memos' | 'passages'>,
): Api['exports'] {
  return {
    memo: ({ memo: id, format, paper, job }) => {
      const memo = memos.get({ memo: id })
      const parsed = parseDocument(memo.document)
      if ('problem' in parsed) {
        throw new GroundworkError('export.failed', `The memo was not exported: ${parsed.problem}. Nothing was written.`)
      }
      const cited = [...new Set(citationsOf(parsed.document).map((citation) => citation.passage))]
      return context.jobs.run(job ?? context.newId(), async ({ signal, report }) => {
        report('Writing the PDF', 0, null)
        const written = await exportMemoToPdf({
          memo: { head: memo.head, document: parsed.document },
          passages: passages.describe({ passages: cited }),
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
