// What crosses into Typst: as few elements as the words need, and each block with all that is set of it.
import { describe, expect, it } from 'vitest'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { layoutOf } from '../../../src/core/exports/paper-layout.ts'
import { typstInput } from '../../../src/core/exports/typst-input.ts'
import type { ExportOptions } from '../../../src/shared/exports.ts'
import type { PassageDetail } from '../../../src/shared/passages.ts'
import { resources } from '../a-core.ts'
import { aHead, aPassage, cite, doc, marked, p } from './a-memo.ts'

interface Crossed {
  body: { content: { kind: string; text: unknown; says?: { number: number; runs: { text: string }[] } }[] }[]
  notes: { number: number }[]
}

const passage = aPassage({ quote: 'The words of it.' })

function paperWith(cited: PassageDetail, options: ExportOptions = {}) {
  const document = doc(p('One. ', 'Two. ', marked('Three.', 'bold'), ' Four.', cite(cited), ' Five.'))
  return memoToPaper({ head: aHead(), document, passages: new Map([[cited.id, cited]]), size: 'a4', options }).paper
}

const crossed = (options: ExportOptions = {}) => JSON.parse(typstInput(paperWith(passage, options))) as Crossed

describe('what crosses into Typst', () => {
  it('is one stretch where neighbours wear no dress, in the text and in a note', () => {
    const [paragraph] = crossed().body
    expect(paragraph?.content.map(({ kind, text }) => (kind === 'text' ? text : kind))).toEqual(['One. Two. ', 'Three.', ' Four.', 'citation', ' Five.'])
    const runs = paragraph?.content.flatMap(({ says }) => says?.runs ?? []) ?? []
    expect(runs.filter((run, at) => Object.keys(run).length === 1 && Object.keys(runs[at + 1] ?? {}).length === 1)).toEqual([])
    expect(runs.map(({ text }) => text).join('')).toContain(': “The words of it.”')
  })

  it('has a footnote where its mark is, and notes after the text in a list', () => {
    const saying = ({ body }: Crossed) => body.flatMap(({ content }) => content.flatMap(({ says }) => says?.number ?? []))
    expect([saying(crossed()), crossed().notes]).toEqual([[1], []])
    const after = crossed({ notes: 'end' })
    expect([saying(after), after.notes.map(({ number }) => number)]).toEqual([[], [1]])
  })
})

/** The footnotes of a paper as a mark finds them when it counts. */
function footnotesOf(quote: string): string {
  const layout = layoutOf({ paper: paperWith(aPassage({ quote })), resources, fontFolders: [], madeAt: 0 })
  return JSON.stringify(layout.compiler.query(layout.lay(new Set()).document, { selector: 'footnote' }))
}

describe('what Typst is asked while it sets a mark', () => {
  it('is the same whatever a note says, so that a word of one leaves the others as they are', () => {
    const found = footnotesOf('Some words.')
    expect(found).toContain('"func":"footnote"')
    expect(footnotesOf('Other words.')).toBe(found)
  })
})
