// Builders for memos to export: short words for ProseMirror's JSON and for what citations point at.
import { aCite, type DocumentNode, type MemoHead } from '../../../src/shared/memos.ts'
import type { PassageDetail } from '../../../src/shared/passages.ts'

/** The nth identifier of a kind; the same in every run. */
export const anId = (n: number, kind = 'a'): string =>
  `0190${kind.charCodeAt(0).toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const aHead = (head: Partial<MemoHead> = {}): MemoHead => ({
  title: 'Pressure before proposals',
  authors: 'Anna Lindqvist',
  audience: 'Policy director',
  date: '2025-12-02',
  tlp: 'AMBER',
  status: 'draft',
  language: 'en',
  citationStyle: 'house',
  ...head,
})

export const aPassage = (passage: Partial<PassageDetail> = {}): PassageDetail => {
  const quote = passage.quote ?? 'Putin has never negotiated in good faith since his first invasion of Ukraine in 2014'
  return {
    id: anId(1, 'p'),
    source: anId(1, 's'),
    state: 'placed',
    sourceTitle: 'Why the U.S.-Russia Ukraine Talks Failed',
    containerTitle: 'TIME',
    authors: '',
    issued: null,
    reliability: 'B',
    version: 1,
    segments: [{ start: 0, end: quote.length, quote, prefix: '', suffix: '' }],
    quote,
    paragraph: quote,
    paragraphSpans: [{ start: 0, end: quote.length }],
    paragraphNumber: 1,
    pages: null,
    tags: [],
    citedIn: [],
    ...passage,
  }
}

type Child = DocumentNode | string

const nodes = (children: Child[]): DocumentNode[] =>
  children.filter((child) => child !== '').map((child) => (typeof child === 'string' ? { type: 'text', text: child } : child))

export const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })
export const p = (...children: Child[]): DocumentNode => ({ type: 'paragraph', content: nodes(children) })
export const h = (level: number, ...children: Child[]): DocumentNode => ({
  type: 'heading',
  attrs: { level },
  content: nodes(children),
})
export const marked = (text: string, ...marks: (string | { type: string; attrs: Record<string, unknown> })[]): DocumentNode => ({
  type: 'text',
  text,
  marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
})
export const linked = (text: string, href: string): DocumentNode => marked(text, { type: 'link', attrs: { href } })
export const br = (): DocumentNode => ({ type: 'hardBreak' })
export const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content })
export const bullets = (...content: DocumentNode[]): DocumentNode => ({ type: 'bulletList', content })
export const numbered = (start: number, ...content: DocumentNode[]): DocumentNode => ({
  type: 'orderedList',
  attrs: { start },
  content,
})
export const quotation = (...content: DocumentNode[]): DocumentNode => ({ type: 'blockquote', content })
export const th = (...children: Child[]): DocumentNode => ({ type: 'tableHeader', content: [p(...children)] })
export const td = (...children: Child[]): DocumentNode => ({ type: 'tableCell', content: [p(...children)] })
export const row = (...content: DocumentNode[]): DocumentNode => ({ type: 'tableRow', content })
export const table = (...content: DocumentNode[]): DocumentNode => ({ type: 'table', content })

/** A citation of a passage, as the editor keeps it. */
export const cite = (passage: PassageDetail | { id: string; quote: string }): DocumentNode => ({
  type: 'citation',
  attrs: { id: anId(1, 'c'), cites: [aCite(passage.id, 1, passage.quote)] },
})

const sentences = [
  'The Kremlin has been in the happy position of sitting back and waiting for new concessions.',
  'Lines of authority remained uncertain, and the two delegations read the same clause in different ways.',
  'Revenue from seaborne exports fell in the third quarter, though by less than the finance ministry had feared.',
  'Nothing in the public record suggests that the aims of either side have moved since the spring.',
  'A cease-fire along current lines would leave four of the five open questions where they are.',
  'Officials in three capitals described the text as a basis for talks rather than as their result.',
]

/** A memo with `notes` citations, each of a passage of its own, two to a paragraph; a heading before every tenth paragraph. */
export function aLongMemo(notes: number): { document: DocumentNode; passages: PassageDetail[] } {
  const sentence = (n: number) => sentences[n % sentences.length] ?? ''
  const passages = Array.from({ length: notes }, (_, n) =>
    aPassage({
      id: anId(n + 1, 'p'),
      source: anId((n % 12) + 1, 's'),
      sourceTitle: `Report ${(n % 12) + 1}`,
      paragraphNumber: n + 1,
      quote: `passage ${n + 1}: ${sentence(n + 2)}`,
    }),
  )
  const content: DocumentNode[] = []
  for (let n = 0; n < notes; n += 2) {
    if (n % 20 === 0) content.push(h(1 + ((n / 20) % 3), `Section ${n / 20 + 1}`))
    content.push(p(...passages.slice(n, n + 2).flatMap((one, k) => [`Point ${n + k + 1}. ${sentence(n + k)}`, cite(one), ' '])))
  }
  return { document: doc(...content), passages }
}
