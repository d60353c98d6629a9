// A note's text begins on the page of its mark.
import { afterAll, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { aFolder, resources } from '../a-core.ts'
import { aHead } from './a-memo.ts'
import { aNotedMemo } from './a-noted-memo.ts'
import { compiledFile } from './marked-content.ts'
import { notePlaces } from './note-places-in-pdf.ts'

afterAll(closeTypst)

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
