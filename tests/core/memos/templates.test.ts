// Templates: those that come along are documents a memo may hold; one's own are kept without what belongs to one memo.
import { describe, expect, it } from 'vitest'
import { checkDocument, nodesOf, parseDocument } from '../../../src/shared/memo-document.ts'
import { asTemplate, builtInTemplates } from '../../../src/shared/memo-templates.ts'
import { aCite, type DocumentNode } from '../../../src/shared/memos.ts'
import { aCore } from '../a-core.ts'

const id = (last: number): string => `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`
const memoOf = (content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })
const prompts = (document: DocumentNode) => [...nodesOf(document)].filter(({ type }) => type === 'prompt').length

describe('a template that comes along', () => {
  it.each(builtInTemplates.map((template) => [template.title, template] as const))('makes a memo: %s', (_, { name, document }) => {
    expect(checkDocument(document)).toEqual({ problem: null })
    const core = aCore()
    const memo = core.api.memos.create({ template: name, head: { title: 'From it' } })
    expect(JSON.parse(memo.document)).toEqual(document)
    expect(core.api.memos.list({})[0]?.words === 0).toBe(name === 'blank')
    core.api.memos.save({ memo: memo.id, revision: 0, document: memo.document })
    core.api.history.undo({})
    expect(core.api.memos.list({})).toEqual([])
  })

  it('asks for words with prompts, except the blank one', () => {
    expect(builtInTemplates.map(({ document }) => prompts(document) > 3)).toEqual([false, true, true, true])
  })

  it('counts its headings as words and is found by them at once', () => {
    const core = aCore()
    const memo = core.api.memos.create({ template: 'policy' })
    expect(JSON.stringify(core.api.search.everything({ text: 'bottom line' }))).toContain(memo.id)
  })
})

describe('a template of one’s own', () => {
  const worked: DocumentNode = {
    ...memoOf([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Keep this', marks: [{ type: 'comment', attrs: { id: id(1) } }, { type: 'bold' }] },
          { type: 'citation', attrs: { id: id(2), cites: [aCite(id(3), 1, 'quote')] } },
          { type: 'prompt', attrs: { text: 'and write here' } },
        ],
      },
      { type: 'paragraph', content: [{ type: 'citation', attrs: { id: id(4), cites: [aCite(id(3), 1, 'quote')] } }] },
    ]),
    attrs: { comments: [{ id: id(1), text: 'Why?', at: '2026-11-26T12:00:00.000Z', resolved: null, replies: [] }] },
  }
  const stripped = memoOf([
    { type: 'paragraph', content: [{ type: 'text', text: 'Keep this', marks: [{ type: 'bold' }] }, { type: 'prompt', attrs: { text: 'and write here' } }] },
    { type: 'paragraph' },
  ])

  it('keeps words, marks and prompts, without citations and comments', () => {
    expect(asTemplate(worked)).toEqual(stripped)
    expect(worked.content?.[1]?.content).toHaveLength(1)
  })

  it('is saved, listed by name, used, deleted, and each undone', () => {
    const core = aCore()
    core.api.memos.saveTemplate({ name: 'weekly', document: JSON.stringify(memoOf([{ type: 'paragraph' }])) })
    const kept = core.api.memos.saveTemplate({ name: 'Brief', document: JSON.stringify(worked) })
    expect(core.api.memos.templates({}).map(({ name }) => name)).toEqual(['Brief', 'weekly'])
    const made = parseDocument(core.api.memos.create({ template: kept.id }).document)
    expect(made).toEqual({ document: stripped })
    core.api.memos.removeTemplate({ template: kept.id })
    expect(core.api.memos.templates({})).toHaveLength(1)
    core.api.history.undo({})
    expect(core.api.memos.templates({})).toHaveLength(2)
  })

  it('is refused when it is no document, or gone', () => {
    const core = aCore()
    expect(() => core.api.memos.saveTemplate({ name: 'x', document: '{"type":"doc","content":[{"type":"script"}]}' })).toThrow(expect.objectContaining({ code: 'memo.unreadable' }))
    const gone = expect.objectContaining({ code: 'template.gone' })
    expect(() => core.api.memos.create({ template: 'nothing' })).toThrow(gone)
    expect(() => core.api.memos.removeTemplate({ template: id(9) })).toThrow(gone)
    expect(core.api.memos.list({})).toEqual([])
  })
})
