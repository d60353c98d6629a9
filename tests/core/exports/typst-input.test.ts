// What crosses into Typst: as few elements as the words need, and each block with all that is set of it.
import { describe, expect, it } from 'vitest'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { typstInput } from '../../../src/core/exports/typst-input.ts'
import type { ExportOptions } from '../../../src/shared/exports.ts'
import { aHead, aPassage, cite, doc, marked, p } from './a-memo.ts'

interface Crossed {
  body: { content: { kind: string; text: unknown; says?: { number: number; runs: { text: string }[] } }[] }[]
  notes: { number: number }[]
}

const passage = aPassage({ quote: 'The words of it.' })

function crossed(options: ExportOptions = {}): Crossed {
  const document = doc(p('One. ', 'Two. ', marked('Three.', 'bold'), ' Four.', cite(passage), ' Five.'))
  const { paper } = memoToPaper({ head: aHead(), document, passages: new Map([[passage.id, passage]]), size: 'a4', options })
  return JSON.parse(typstInput(paper)) as Crossed
}

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
