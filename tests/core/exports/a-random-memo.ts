// Memos made by chance, with every kind of block and mark, words that look like markup, and citations everywhere.
import type { DocumentNode } from '../../../src/shared/memos.ts'
import type { PassageDetail } from '../../../src/shared/passages.ts'
import type { Random } from '../../campaigns/random.ts'
import { anId, aPassage, br, bullets, cite, doc, h, item, linked, marked, numbered, p, quotation, row, table } from './a-memo.ts'
import { hostileStrings, scriptStrings } from './sample-text.ts'

/** A memo, what it cites, and what no export may lose: its stretches of text, and how many citations and footnotes it has. */
export interface RandomMemo {
  document: DocumentNode
  passages: PassageDetail[]
  stretches: string[]
  citations: number
}

const marks = ['bold', 'italic', 'underline', 'strike', 'code', 'superscript', 'subscript']
const texts = [...hostileStrings, ...scriptStrings, 'plain words', '1. no list', '> no quotation', 'x_y_z', '**no bold**', '+ - no item']

/** A memo of some twenty blocks. */
export function aRandomMemo(random: Random): RandomMemo {
  const stretches: string[] = []
  const passages = Array.from({ length: 6 }, (_, n) =>
    aPassage({ id: anId(n + 1, 'p'), source: anId((n % 3) + 1, 's'), quote: `quotation ${n} of ${random.oneOf(texts)} end`, paragraphNumber: n + 1 }),
  )
  let citations = 0
  const words = (): string => {
    const text = `w${stretches.length}: ${random.oneOf(texts)} end`
    stretches.push(text)
    return text
  }
  const inline = (): (DocumentNode | string)[] =>
    Array.from({ length: random.whole(1, 4) }, (): DocumentNode | string => {
      const kind = random.whole(0, 7)
      if (kind === 0) return br()
      if (kind === 1) return linked(words(), `https://example.org/a_(b)?c=${stretches.length}&d=*`)
      if (kind <= 3) return marked(words(), ...new Set([random.oneOf(marks), random.oneOf(marks)]))
      if (kind === 4) {
        citations += 1
        return cite(random.oneOf(passages))
      }
      if (kind === 5) {
        citations += 1
        return { type: 'footnote', attrs: { text: words() } }
      }
      return words()
    }).concat(words())
  const cell = (): DocumentNode => ({ type: random.oneOf(['tableCell', 'tableHeader']), content: blocks(1, 5) })
  const block = (depth: number): DocumentNode => {
    const kind = random.whole(0, depth > 3 ? 4 : 10)
    if (kind <= 2) return p(...inline())
    if (kind === 3) return h(random.whole(1, 3), ...inline())
    if (kind === 4) return { type: 'keyJudgment', attrs: { likelihood: random.oneOf([null, 'likely', 'almost certain']), confidence: random.oneOf([null, 'low']) }, content: p(...inline()).content ?? [] }
    if (kind === 9) return { type: 'callout', attrs: { kind: 'gap' }, content: blocks(2, depth + 1) }
    if (kind === 5) return bullets(...Array.from({ length: random.whole(1, 3) }, () => item(...blocks(2, depth + 1))))
    if (kind === 6) return numbered(random.whole(0, 12), ...Array.from({ length: random.whole(1, 3) }, () => item(p(...inline()), ...blocks(1, depth + 1))))
    if (kind === 7) return quotation(...blocks(2, depth + 1))
    if (kind === 8) return { type: 'codeBlock', content: [{ type: 'text', text: words() }] }
    return table(...Array.from({ length: random.whole(1, 3) }, () => row(cell(), cell())))
  }
  const blocks = (most: number, depth: number): DocumentNode[] => Array.from({ length: random.whole(1, most) }, () => block(depth))
  const content = Array.from({ length: 20 }, () => block(0))
  return { document: doc(...content), passages, stretches, citations }
}
