// Exports: gathers a memo with what it cites and hands it to the writer of its format.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { paperFor, type ExportFormat } from '../../shared/exports.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { MemoImage } from '../../shared/images.ts'
import { citationsOf, nodesOf, parseDocument } from '../../shared/memo-document.ts'
import { citationAttributesSchema, type CitationAttributes, type DocumentNode, type MemoHead } from '../../shared/memos.ts'
import type { CoreContext } from '../context.ts'
import { chartsIn } from './chart-blocks.ts'
import { makeTypesetterReady } from './compile-paper.ts'
import { cslJson } from './csl-json.ts'
import { houseStyle } from '../citations/bundled-styles.ts'
import type { Orders } from '../citations/orders.ts'
import { drawMemo, exportMemoToFile, styledMemo, type CitingOrder } from './export-memo.ts'
import { fileNameFor } from './file-name.ts'
import { imagesIn } from './image-blocks.ts'
import { memoToRichText } from './rich-text.ts'
import { askedOf } from './styled-citations.ts'

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

/** What a file of each format is sent as, and what its making is called. */
const formats: Record<ExportFormat, { mediaType: string; label: string }> = {
  pdf: { mediaType: 'application/pdf', label: 'Writing the PDF' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', label: 'Writing the Word document' },
  md: { mediaType: 'text/markdown; charset=utf-8', label: 'Writing Markdown' },
  zip: { mediaType: 'application/zip', label: 'Writing Markdown and references' },
  html: { mediaType: 'text/html; charset=utf-8', label: 'Writing the page' },
  txt: { mediaType: 'text/plain; charset=utf-8', label: 'Writing plain text' },
}

/** The feature's calls. */
export function createExports(
  context: CoreContext,
  { charts, memos, passages, sources }: Pick<Api, 'charts' | 'memos' | 'passages' | 'sources'>,
  orders: Orders,
  imageOf: (id: Id) => (MemoImage & { bytes: Uint8Array }) | null,
): Api['exports'] {
  /** What the memo's style is to write; nothing for the house's own notes, which quote what they cite. */
  const citingOrder = (head: MemoHead, cited: readonly CitationAttributes[]): { citing?: CitingOrder } => {
    const { style, order } = orders.orderFor({ style: head.citationStyle, language: head.language, citations: askedOf(cited) })
    return style.id === houseStyle ? {} : { citing: { kind: style.kind, order, nodes: cited } }
  }

  /** A memo with everything it cites. */
  const gathered = (id: Id) => {
    const { head, document: stored } = memos.get({ memo: id })
    const document = readableDocument(stored)
    const cited = citationsOf(document).filter((citation) => citationAttributesSchema.safeParse(citation).success)
    const details = passages.describe({ passages: [...new Set(cited.flatMap(({ cites }) => cites.map(({ passage }) => passage)))] })
    const citedSources = [...new Set(details.map((passage) => passage.source))]
    return { memo: { head, document }, passages: details, sources: citedSources.map((source) => sources.get({ source })), charts: chartsIn(nodesOf(document)).map((chart) => charts.data(chart)), images: imagesIn(nodesOf(document)).flatMap((image) => imageOf(image) ?? []), ...citingOrder(head, cited) }
  }
  return {
    memo: ({ memo: id, format, job, ...options }) => {
      if (format === 'pdf') makeTypesetterReady(context.resources)
      const material = gathered(id)
      const { mediaType, label } = formats[format]
      return context.jobs.run(job ?? context.newId(), async ({ signal, report }) => {
        report(label, 0, null)
        const written = await exportMemoToFile({
          ...material,
          format,
          options: { ...options, paper: options.paper ?? paperFor(material.memo.head.language) },
          resources: context.resources,
          folder: context.files.folder(),
          signal,
        })
        const { path, name, size, warnings } = written
        return { file: context.files.serve({ path, name, mediaType }), name, size, warnings }
      })
    },
    preview: ({ memo: id, from, count, settle, job, ...options }) => {
      makeTypesetterReady(context.resources)
      const material = gathered(id)
      return context.jobs.run(job ?? context.newId(), ({ signal }) =>
        drawMemo(
          { ...material, options: { ...options, paper: options.paper ?? paperFor(material.memo.head.language) }, resources: context.resources, signal },
          { from, count, settle: settle ?? false },
        ),
      )
    },
    references: ({ memo: id }) => {
      const { memo, sources: cited } = gathered(id)
      const bytes = new TextEncoder().encode(cslJson(cited))
      const name = fileNameFor(memo.head.title, 'json')
      return { file: context.files.serveBytes(bytes, name, 'application/json'), name, size: bytes.byteLength, warnings: [] }
    },
    richText: ({ memo: id }) => {
      const { citing, ...material } = gathered(id)
      return context.jobs.run(context.newId(), async ({ signal }) =>
        memoToRichText({ ...material, ...(citing ? { styled: await styledMemo(citing, context.resources, signal) } : {}) }),
      )
    },
  }
}
