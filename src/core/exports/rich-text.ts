// A memo for the clipboard: what a word processor or a mail takes when it is pasted, without links into a page it is not on.
import { chartKey, type ChartData } from '../../shared/charts.ts'
import type { MemoImage } from '../../shared/images.ts'
import type { RichText } from '../../shared/exports.ts'
import type { DocumentNode, MemoHead } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import type { Source } from '../../shared/sources.ts'
import { bodyHtml, escapeHtml } from './html-blocks.ts'
import { memoToPaper } from './memo-to-paper.ts'
import type { StyledMemo } from './styled-citations.ts'
import { notesHtml, sourceEntriesHtml, sourcesHtml } from './write-html.ts'
import { paperToText } from './write-text.ts'

/** The memo, its notes and its sources; passages and sources are those it cites. */
export function memoToRichText(material: {
  memo: { head: MemoHead; document: DocumentNode }
  passages: readonly PassageDetail[]
  sources: readonly Source[]
  styled?: StyledMemo
  charts?: readonly ChartData[]
  images?: readonly (MemoImage & { bytes: Uint8Array })[]
}): RichText {
  const { paper, warnings } = memoToPaper({
    ...material.memo,
    passages: new Map(material.passages.map((passage) => [passage.id, passage])),
    sources: new Map(material.sources.map((source) => [source.id, source])),
    size: 'a4',
    ...(material.images ? { images: material.images } : {}),
    charts: new Map((material.charts ?? []).map((data) => [chartKey(data), data])),
    ...(material.styled ? { styled: material.styled } : {}),
    options: { annex: false },
  })
  const head = paper.head.map(({ label, value }) => `${escapeHtml(label)}: ${escapeHtml(value)}`).join('<br>')
  const html = `<h1>${escapeHtml(paper.title)}</h1>\n<p>${head}</p>\n${bodyHtml(paper, false, sourceEntriesHtml(paper, false))}\n${notesHtml(paper, false)}${sourcesHtml(paper, false)}`
  return { html, text: paperToText(paper), warnings }
}
