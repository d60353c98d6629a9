// The evidence of a memo as a file for machines: attached to the PDF, so that paper and proof travel together.
import type { MemoHead } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import type { Source } from '../../shared/sources.ts'
import { sourceToCsl } from '../citations/source-to-csl.ts'

/** What the file is made from; `number` is that of the annex. */
export interface EvidenceMaterial {
  head: MemoHead
  cited: readonly { number: number; notes: readonly number[]; passage: PassageDetail }[]
  sources: readonly Source[]
}

/** Each cited passage with its place (UTF-16 code units of the numbered text version) and its source with the whole hash. */
export function evidenceFile({ head, cited, sources }: EvidenceMaterial): string {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const evidence = cited.map(({ number, notes, passage }) => {
    const source = byId.get(passage.source)
    return {
      number,
      notes,
      quote: passage.quote,
      paragraph: passage.paragraph,
      paragraphNumber: passage.paragraphNumber,
      pages: passage.pages,
      textVersion: passage.version,
      segments: passage.segments,
      passage: passage.id,
      source: source && {
        ...sourceToCsl(source),
        reliability: source.reliability,
        sha256: source.sha256,
        mediaType: source.mediaType,
        capturedAt: source.capturedAt,
      },
    }
  })
  const { title, authors, date, tlp } = head
  return JSON.stringify({ format: 'groundwork-evidence', version: 1, memo: { title, authors, date, tlp }, evidence }, null, 1)
}
