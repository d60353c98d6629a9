// Whether exports keep every word and every citation of a memo: what each format holds, read back by other eyes than ours.
import { chartKey } from '../../../src/shared/charts.ts'
import { marked } from 'marked'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { paperToDocx } from '../../../src/core/exports/write-docx.ts'
import { paperToHtml } from '../../../src/core/exports/write-html.ts'
import { paperToMarkdown } from '../../../src/core/exports/write-markdown.ts'
import { paperToText } from '../../../src/core/exports/write-text.ts'
import { aHead } from './a-memo.ts'
import type { RandomMemo } from './a-random-memo.ts'
import { decoded, wordsIn, zipParts } from './read-docx.ts'

/**
 * What a format holds of a memo: its words with white space as one space, the words of charts, images and comments where
 * they are no words of the text, and how many marks and notes.
 */
interface Held {
  words: string
  beside: string
  marks: number
  notes: number
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const wordsOfHtml = (html: string): string => decoded(html.replaceAll(/<(?:br|\/p|\/li|\/h\d|\/t[dh]|\/pre|hr)[^>]*>/g, ' ').replaceAll(/<[^>]*>/g, ''))

const alternativesIn = (html: string): string => decoded([...html.matchAll(/ alt="([^"]*)"/g)].map(([, words]) => words).join(' '))

/** Markdown's footnotes are an extension: their marks and notes are counted and set apart before it is read. */
function heldByMarkdown(markdown: string): Held {
  const marks = count(markdown, /(?<!\\)\[\^\d+\](?!:)/g)
  const notes = count(markdown, /^\[\^\d+\]:/gm)
  const rest = markdown.replaceAll(/^\[\^\d+\]: /gm, '\n').replaceAll(/(?<!\\)\[\^\d+\]/g, '')
  const html = marked.parse(rest, { async: false })
  // Read from the text itself: the parser decodes the words of images twice.
  const beside = [...markdown.matchAll(/!\[((?:\\[^]|[^\]\\])*)\]/g)].map(([, words]) => words?.replaceAll(/\\([^A-Za-z0-9\s])/g, '$1'))
  return { words: wordsOfHtml(html), beside: beside.join(' '), marks, notes }
}

async function heldByDocx(bytes: Uint8Array): Promise<Held> {
  const parts = await zipParts(bytes)
  const body = parts['word/document.xml'] ?? ''
  const notes = parts['word/footnotes.xml'] ?? ''
  const charts = Object.entries(parts).flatMap(([name, xml]) => (name.startsWith('word/charts/chart') ? [decoded(xml.replaceAll(/<[^>]*>/g, ' '))] : []))
  const described = decoded([...body.matchAll(/ descr="([^"]*)"/g)].map(([, words]) => words).join(' '))
  return {
    words: `${wordsIn(body)} ${wordsIn(notes)}`,
    beside: [...charts, described, wordsIn(parts['word/comments.xml'] ?? '')].join(' '),
    marks: count(body, /<w:footnoteReference /g),
    notes: count(notes, /<w:footnote (?![^>]*w:type)[^>]*>/g),
  }
}

/** Sentences that name what a format lost of a memo; none when it kept all. */
export async function lossesOf(memo: RandomMemo): Promise<string[]> {
  const passages = new Map(memo.passages.map((passage) => [passage.id, passage]))
  const charts = new Map(memo.charts.map((data) => [chartKey(data), data]))
  const { paper } = memoToPaper({ head: aHead(), document: memo.document, passages, charts, images: memo.images, size: 'a4' })
  const html = paperToHtml(paper)
  const text = paperToText(paper)
  const held: Record<string, Held> = {
    docx: await heldByDocx(await paperToDocx(paper)),
    markdown: heldByMarkdown(paperToMarkdown(paper)),
    html: { words: wordsOfHtml(html), beside: alternativesIn(html), marks: count(html, /role="doc-noteref"/g), notes: count(html, /<li id="note-/g) },
    text: { words: decoded(text.replaceAll('&', '&amp;')), beside: '', marks: Number.NaN, notes: count(text, /^\[\d+\] /gm) },
  }
  const quotes = paper.notes.map(({ quote }) => quote)
  const inText = [...memo.stretches, ...quotes]
  const besideText = (format: string) => [...memo.charted, ...memo.pictured, ...(format === 'docx' ? memo.commented : [])]
  return Object.entries(held).flatMap(([format, { words, beside, marks, notes }]) => [
    ...inText.map((part) => part.replaceAll(/\s+/g, ' ')).filter((part) => !words.includes(part)).map((part) => `${format} lost “${part}”`),
    ...besideText(format).map((part) => part.replaceAll(/\s+/g, ' ')).filter((part) => !`${words} ${beside}`.includes(part)).map((part) => `${format} lost “${part}”`),
    ...(Number.isNaN(marks) || marks === memo.citations ? [] : [`${format} has ${marks} marks of ${memo.citations}`]),
    ...(notes === memo.citations ? [] : [`${format} has ${notes} notes of ${memo.citations}`]),
  ])
}
