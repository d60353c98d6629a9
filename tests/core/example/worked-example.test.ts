// The worked example is built through the contract, and every sentence of its memo that judges rests on a passage.
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { checkDocument } from '../../../src/shared/memo-document.ts'
import { aCore } from '../a-core.ts'
import { textOf as wordsOnPage } from '../exports/poppler.ts'

afterAll(closeTypst)

const theExample = () => aCore({ withExample: true })

const textOf = (node: DocumentNode): string => node.text ?? (node.content ?? []).map(textOf).join('')
const citationsIn = (node: DocumentNode): DocumentNode[] =>
  node.type === 'citation' ? [node] : (node.content ?? []).flatMap(citationsIn)

describe('the worked example', () => {
  it('tags the article through: actors, claims with speakers, recommendations with addressees, links and codes', () => {
    const { api } = theExample()
    const count = (kind: 'claim' | 'actor' | 'recommendation' | 'note') => api.items.list({ kind }).length
    expect([count('actor'), count('claim'), count('recommendation'), count('note')]).toEqual([15, 18, 7, 5])
    for (const { id } of api.items.list({ kind: 'claim' })) expect(api.items.get({ item: id }).claim?.speaker).not.toBeNull()
    for (const { id } of api.items.list({ kind: 'recommendation' })) expect(api.items.get({ item: id }).recommendation?.addressee).not.toBeNull()
    expect(api.codes.list({}).map((code) => [code.path, code.uses])).toEqual([
      ['Tactics', 1],
      ['Tactics / Drafting', 1],
      ['Pressure', 1],
      ['Pressure / Sanctions', 1],
      ['Settlement terms', 1],
    ])
  })

  it('has a memo whose every citation shows the words it was made from', () => {
    const { api } = theExample()
    const [summary] = api.memos.list({})
    const memo = api.memos.get({ memo: summary?.id ?? '' })
    const document = JSON.parse(memo.document) as DocumentNode
    expect(checkDocument(document)).toEqual({ problem: null })
    const cites = citationsIn(document).flatMap((citation) => citation.attrs?.cites as { passage: string; quote: string }[])
    expect(cites.length).toBeGreaterThan(12)
    for (const { passage, quote } of cites) expect(api.passages.get({ passage }).quote).toBe(quote)
    const bare = (document.content ?? []).filter((block) => block.type === 'paragraph' && citationsIn(block).length === 0).map(textOf)
    expect(bare).toEqual(['This memo rests on one article of opinion, published by TIME and graded B. It should be read beside reporting from Moscow and Kyiv before it is acted on.'])
    expect(api.memos.list({})).toMatchObject([{ title: 'Pressure before proposals', words: expect.any(Number) }])
  })

  it('leaves no finding of the checks without an answer', () => {
    const { api } = theExample()
    const { id, document, head } = api.memos.get({ memo: api.memos.list({})[0]?.id ?? '' })
    const findings = api.checks.run({ memo: id, document, language: head.language })
    expect(findings.length).toBeGreaterThan(5)
    expect(findings.filter((finding) => finding.setAside === null)).toEqual([])
  })

  it('prints on two pages, and the evidence follows them', async () => {
    const core = theExample()
    const memo = core.api.memos.list({})[0]?.id ?? ''
    const { file, warnings } = await core.api.exports.memo({ memo, format: 'pdf', paper: 'a4' })
    const { path } = core.files.served(file)
    expect([warnings, [2, 3].map((page) => wordsOnPage(path, page).includes('Evidence 1. TIME'))]).toEqual([[], [false, true]])
  })

  it('opens with the article and the memo side by side, and nothing to undo', () => {
    const { api } = theExample()
    expect(api.workspace.desk({})).toMatchObject({ activeReader: api.sources.list({})[0]?.id, activeMemo: api.memos.list({})[0]?.id })
    expect(api.history.undo({})).toEqual({ label: null })
  })
})
