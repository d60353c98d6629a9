// Memos made by chance, with every kind of block and mark, words that look like markup, and citations everywhere.
import { chartKinds, type ChartData } from '../../../src/shared/charts.ts'
import type { MemoImage } from '../../../src/shared/images.ts'
import { judgmentClose, judgmentLead } from '../../../src/shared/judgment-words.ts'
import type { Comment } from '../../../src/shared/memo-comments.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import type { PassageDetail } from '../../../src/shared/passages.ts'
import { wordsOfQuotation } from '../../../src/shared/passage-quotation.ts'
import type { Random } from '../../campaigns/random.ts'
import { aPng } from '../images/a-png.ts'
import { anId, aPassage, br, bullets, cite, doc, h, item, linked, marked, numbered, p, quotation, row, table } from './a-memo.ts'
import { hostileStrings, scriptStrings } from './sample-text.ts'

/**
 * A memo, what it cites and shows, and what no export may lose: its stretches of text, how many citations and footnotes
 * it has, what its charts name, and the words of its images and comments.
 */
export interface RandomMemo {
  document: DocumentNode
  passages: PassageDetail[]
  charts: ChartData[]
  images: (MemoImage & { bytes: Uint8Array })[]
  stretches: string[]
  citations: number
  charted: string[]
  pictured: string[]
  commented: string[]
}

const marks = ['bold', 'italic', 'underline', 'strike', 'code', 'superscript', 'subscript']
const texts = [...hostileStrings, ...scriptStrings, 'plain words', '1. no list', '> no quotation', 'x_y_z', '**no bold**', '+ - no item']

/** Every kind of chart, with names that look like markup. */
function theCharts(random: Random): ChartData[] {
  const rows = (names: string[], series: number) => names.map((key) => ({ key, values: Array.from({ length: series }, () => random.whole(0, 9)) }))
  return [
    { chart: 'claims-by-status', series: ['claims'], rows: rows(['open', 'refuted'], 1), left: 0, within: [] },
    { chart: 'actors-by-stance', series: ['supports', 'opposes', 'none'], rows: rows(['<b>Meyer & Söhne</b>', 'Ada "Ace" Okafor'], 3), left: 2, within: [] },
    { chart: 'timeline', series: ['claims'], rows: rows(['2024-11', '2024-12', '2025-01'], 1), left: 1, within: [] },
  ]
}

/** A memo of some twenty blocks. */
export function aRandomMemo(random: Random): RandomMemo {
  const stretches: string[] = []
  const passages = Array.from({ length: 6 }, (_, n) =>
    aPassage({ id: anId(n + 1, 'p'), source: anId((n % 3) + 1, 's'), quote: `quotation ${n} of ${random.oneOf(texts)} end`, paragraphNumber: n + 1 }),
  )
  const charts = theCharts(random)
  const images = [1, 2].map((n) => ({ id: anId(n, 'i'), mediaType: 'image/png' as const, width: 30 * n, height: 20, bytes: aPng(30 * n, 20) }))
  const charted: string[] = []
  const pictured: string[] = []
  const commented: string[] = []
  const comments: Comment[] = []
  let citations = 0
  const words = (): string => {
    const text = `w${stretches.length}: ${random.oneOf(texts)} end`
    stretches.push(text)
    return text
  }
  const commentedText = (): DocumentNode => {
    const remark = (text: string) => ({ text, at: '2026-11-26T12:00:00.000Z' })
    const said = [`remark ${comments.length}: ${random.oneOf(texts)}`, `reply ${comments.length}: ${random.oneOf(texts)}`] as const
    const id = anId(comments.length + 1, 'k')
    comments.push({ id, ...remark(said[0]), resolved: null, replies: [remark(said[1])] })
    commented.push(...said)
    return marked(words(), { type: 'comment', attrs: { id } })
  }
  const cited = (): DocumentNode => {
    citations += 1
    return cite(random.oneOf(passages))
  }
  const inlineKinds: (() => DocumentNode | string)[] = [
    br,
    () => linked(words(), `https://example.org/a_(b)?c=${stretches.length}&d=*`),
    () => marked(words(), ...new Set([random.oneOf(marks), random.oneOf(marks)])),
    () => marked(words(), random.oneOf(marks)),
    cited,
    () => {
      citations += 1
      return { type: 'footnote', attrs: { text: words() } }
    },
    commentedText,
    () => ({ type: 'prompt', attrs: { text: 'Say what follows' } }),
    words,
    words,
  ]
  const inline = (): (DocumentNode | string)[] => Array.from({ length: random.whole(1, 4) }, () => random.oneOf(inlineKinds)()).concat(words())
  const judgment = (): DocumentNode => {
    const likelihood = random.oneOf([null, 'likely', 'almost certain'] as const)
    const confidence = random.oneOf([null, 'low'] as const)
    stretches.push(...[judgmentLead(likelihood, 'en', ''), judgmentClose(confidence, 'en')].map((said) => said.trim()).filter((said) => said !== ''))
    return { type: 'keyJudgment', attrs: { likelihood, confidence }, content: p(...inline()).content ?? [] }
  }
  const chart = (): DocumentNode => {
    const kind = random.oneOf(chartKinds)
    const data = charts.find((one) => one.chart === kind)
    charted.push(...(kind === 'claims-by-status' ? [] : (data?.rows ?? []).map(({ key }) => key)))
    return { type: 'chart', attrs: { chart: kind, form: random.oneOf(['chart', 'table']) } }
  }
  const image = (): DocumentNode => {
    const alt = `picture ${pictured.length}: ${random.oneOf(texts)}`
    pictured.push(alt)
    return { type: 'image', attrs: { image: random.oneOf(images).id, alt } }
  }
  const quoted = (): DocumentNode => {
    const node = { type: 'passageQuotation', attrs: { edits: random.oneOf([null, [{ start: 0, end: 9, text: 'A quotation' }, { start: 10, end: 11, text: '' }]]) }, content: [cited()] }
    stretches.push(wordsOfQuotation(node))
    return node
  }
  const cell = (): DocumentNode => ({ type: random.oneOf(['tableCell', 'tableHeader']), content: blocks(1, 5) })
  const simple: ((depth: number) => DocumentNode)[] = [() => p(...inline()), () => p(...inline()), () => h(random.whole(1, 3), ...inline()), judgment]
  const all: ((depth: number) => DocumentNode)[] = [
    ...simple,
    (depth) => bullets(...Array.from({ length: random.whole(1, 3) }, () => item(...blocks(2, depth + 1)))),
    (depth) => numbered(random.whole(0, 12), ...Array.from({ length: random.whole(1, 3) }, () => item(p(...inline()), ...blocks(1, depth + 1)))),
    (depth) => quotation(...blocks(2, depth + 1)),
    () => ({ type: 'codeBlock', content: [{ type: 'text', text: words() }] }),
    (depth) => ({ type: 'callout', attrs: { kind: 'gap' }, content: blocks(2, depth + 1) }),
    () => table(...Array.from({ length: random.whole(1, 3) }, () => row(cell(), cell()))),
    chart,
    image,
    quoted,
    () => ({ type: 'horizontalRule' }),
  ]
  const block = (depth: number): DocumentNode => random.oneOf(depth > 3 ? simple : all)(depth)
  const blocks = (most: number, depth: number): DocumentNode[] => Array.from({ length: random.whole(1, most) }, () => block(depth))
  const content = [...Array.from({ length: 20 }, () => block(0)), { type: random.oneOf(['evidenceTable', 'sourceList']) }, p(...inline())]
  return { document: { ...doc(...content), attrs: { comments } }, passages, charts, images, stretches, citations, charted, pictured, commented }
}
