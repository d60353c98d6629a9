// A note's text begins on the page of its mark.
import { afterAll, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { notePlaces } from '../../../src/core/exports/note-places.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import type { PassageDetail } from '../../../src/shared/passages.ts'
import { aSentence } from '../../bench/generated-text.ts'
import { randomFrom, type Random } from '../../campaigns/random.ts'
import { aFolder, resources } from '../a-core.ts'
import { aHead, anId, aPassage, bullets, cite, doc, h, item, p } from './a-memo.ts'
import { compiledFile } from './marked-content.ts'

afterAll(closeTypst)

/** A memo of headings, paragraphs and lists in which every other sentence has a note or two. */
function aNotedMemo(random: Random, blocks: number): { document: DocumentNode; passages: PassageDetail[] } {
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

it.each(['en', 'de'])('in memos made by chance, in the language %s', async (language) => {
  let notes = 0
  const apart: object[] = []
  for (const seed of language === 'en' ? [1, 2, 3, 7] : [4]) {
    const { document, passages } = aNotedMemo(randomFrom(seed), 40)
    const { path } = await exportMemoToFile({ memo: { head: aHead({ language }), document }, passages, format: 'pdf', options: { annex: false }, resources, folder: aFolder(), fontFolders: [] })
    const places = notePlaces(compiledFile(path).file, passages.length)
    notes += places.length
    apart.push(...places.filter(({ mark, text }) => mark !== text).map((place) => ({ seed, ...place })))
    expect(places).toHaveLength(passages.length)
  }
  expect(notes).toBeGreaterThan(60)
  expect(apart).toEqual([])
})
