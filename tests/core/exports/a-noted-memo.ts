// Memos made by chance that a typesetter has trouble with: notes everywhere.
import type { DocumentNode } from '../../../src/shared/memos.ts'
import type { PassageDetail } from '../../../src/shared/passages.ts'
import { aSentence } from '../../bench/generated-text.ts'
import type { Random } from '../../campaigns/random.ts'
import { anId, aPassage, bullets, cite, doc, h, item, p } from './a-memo.ts'

/** A memo of headings, paragraphs and lists in which every other sentence has a note or two. */
export function aNotedMemo(random: Random, blocks: number): { document: DocumentNode; passages: PassageDetail[] } {
  const passages: PassageDetail[] = []
  const citation = (): DocumentNode => {
    const passage = aPassage({ id: anId(passages.length + 1, 'p'), quote: aSentence(random) })
    passages.push(passage)
    return cite(passage)
  }
  const sentence = () => [aSentence(random), ...Array.from({ length: random.oneOf([0, 0, 1, 1, 1, 2]) }, citation), ' ']
  const block = (_: unknown, at: number): DocumentNode => {
    const kind = random.whole(0, 9)
    if (kind === 0) return h(2, `Heading ${at}`)
    if (kind === 1) return bullets(...Array.from({ length: random.whole(2, 5) }, () => item(p(...sentence()))))
    return p(...Array.from({ length: random.whole(1, 5) }, sentence).flat())
  }
  return { document: doc(...Array.from({ length: blocks }, block)), passages }
}
