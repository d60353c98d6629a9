import { describe, expect, it } from 'vitest'
import { aCore, aDocument, aSource, aTag } from '../a-core.ts'

describe('a memo', () => {
  it('is empty when made, and keeps its head', () => {
    const core = aCore()
    const memo = core.api.memos.create({ head: { title: 'Pressure', tlp: 'AMBER', language: 'en' } })
    expect(memo.revision).toBe(0)
    expect(JSON.parse(memo.document)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
    core.api.memos.updateHead({ memo: memo.id, head: { audience: 'Policy director', date: '2025-12-02' } })
    expect(core.api.memos.get({ memo: memo.id }).head).toEqual({
      title: 'Pressure',
      authors: '',
      audience: 'Policy director',
      date: '2025-12-02',
      tlp: 'AMBER',
      status: 'draft',
      language: 'en',
      citationStyle: 'house',
    })
  })

  it('is saved byte for byte with its citations, which the passage then names', async () => {
    const core = aCore()
    const source = await aSource(core, 'Putin met Witkoff in Moscow.')
    const { passage } = aTag(core, source, 'Putin met Witkoff', 'claim')
    const { id } = core.api.memos.create({ head: { title: 'A memo' } })
    const document = aDocument(['They met.[[0]] Twice.[[0]]'], [{ id: passage, quote: 'Putin met Witkoff' }])
    expect(core.api.memos.save({ memo: id, revision: 0, document })).toMatchObject({ revision: 1, words: 3 })
    expect(core.api.memos.get({ memo: id }).document).toBe(document)
    expect(core.api.passages.get({ passage }).citedIn).toEqual([{ memo: id, title: 'A memo', citations: 2 }])
    expect(core.api.passages.list({ source: source.source })[0]?.citedIn).toBe(1)
    expect(core.api.memos.list({})).toEqual([expect.objectContaining({ title: 'A memo', words: 3, citations: 2 })])
  })

  it('refuses a save with a stale revision and keeps what is stored', () => {
    const core = aCore()
    const { id } = core.api.memos.create({})
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['First.']) })
    const stale = () => core.api.memos.save({ memo: id, revision: 0, document: aDocument(['Second.']) })
    expect(stale).toThrow(expect.objectContaining({ code: 'memo.stale', details: { revision: 1 } }))
    expect(core.api.memos.get({ memo: id }).document).toBe(aDocument(['First.']))
  })

  it.each(['', 'not json', '{"type":"doc","content":[{"type":"script"}]}', '[]', 'null'])(
    'refuses the document %j and keeps what is stored',
    (document) => {
      const core = aCore()
      const { id } = core.api.memos.create({})
      core.api.memos.save({ memo: id, revision: 0, document: aDocument(['First.']) })
      const save = () => core.api.memos.save({ memo: id, revision: 1, document })
      expect(save).toThrow(expect.objectContaining({ code: 'memo.unreadable' }))
      expect(core.api.memos.get({ memo: id })).toMatchObject({ revision: 1, document: aDocument(['First.']) })
    },
  )

  it('is saved as what changed, by the same rules', () => {
    const core = aCore()
    const memo = core.api.memos.create({}).id
    const stored = aDocument(['First.', 'Second 𠮷.'])
    core.api.memos.save({ memo, revision: 0, document: stored })
    const at = stored.indexOf('First')
    const change = { before: stored.length, head: at, tail: stored.length - at - 5, middle: 'One' }
    expect(core.api.memos.saveChange({ memo, revision: 1, change })).toMatchObject({ revision: 2, words: 3 })
    const document = aDocument(['One.', 'Second 𠮷.'])
    expect(core.api.memos.get({ memo })).toMatchObject({ revision: 2, document })
    expect(core.api.memos.versions({ memo }).map(({ id }) => core.api.memos.version({ version: id }).document)).toEqual([stored])
    const refusal = (revision: number, other: Partial<typeof change>) => {
      try {
        core.api.memos.saveChange({ memo, revision, change: { ...change, before: document.length, ...other } })
        return null
      } catch (thrown) {
        return (thrown as { code: string }).code
      }
    }
    expect(refusal(1, {})).toBe('memo.stale')
    expect(refusal(2, { before: document.length - 1 })).toBe('memo.stale')
    expect(refusal(2, { head: document.length, tail: 1 })).toBe('memo.stale')
    expect(refusal(2, { middle: '"' })).toBe('memo.unreadable')
    expect(core.api.memos.get({ memo })).toMatchObject({ revision: 2, document })
  })

  it('keeps the quotation of a passage that is gone, and finds it again after undo', async () => {
    const core = aCore()
    const source = await aSource(core, 'Putin met Witkoff in Moscow.')
    const { passage } = aTag(core, source, 'Putin met Witkoff', 'claim')
    const { id } = core.api.memos.create({})
    const document = aDocument(['They met.[[0]]'], [{ id: passage, quote: 'Putin met Witkoff' }])
    core.api.memos.save({ memo: id, revision: 0, document })
    core.api.passages.remove({ passage })
    expect(core.api.passages.describe({ passages: [passage] })).toEqual([])
    expect(core.api.memos.get({ memo: id }).document).toBe(document)
    core.api.history.undo({})
    expect(core.api.passages.describe({ passages: [passage] })[0]?.citedIn).toHaveLength(1)
  })

  it('keeps a cited passage when its last tag is taken off', async () => {
    const core = aCore()
    const source = await aSource(core, 'Putin met Witkoff in Moscow.')
    const { passage, tag } = aTag(core, source, 'Putin met Witkoff', 'claim')
    const { id } = core.api.memos.create({})
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['[[0]]'], [{ id: passage, quote: 'x' }]) })
    core.api.items.untag({ tag })
    expect(core.api.passages.get({ passage }).tags).toEqual([])
  })
})

describe('the word target of a memo', () => {
  it('is set, changed, taken away and undone, and goes and comes with its memo', () => {
    const core = aCore()
    const memo = core.api.memos.create({}).id
    const target = () => core.api.memos.target({ memo })
    expect(target()).toBeNull()
    core.api.memos.setTarget({ memo, words: 1500 })
    core.api.memos.setTarget({ memo, words: 2000 })
    core.api.history.undo({})
    expect(target()).toBe(1500)
    core.api.memos.remove({ memo })
    expect(target()).toBeNull()
    core.api.history.undo({})
    expect(target()).toBe(1500)
    core.api.memos.setTarget({ memo, words: null })
    expect(target()).toBeNull()
  })

  it('is refused where it is none, or where there is no memo', () => {
    const core = aCore()
    const memo = core.api.memos.create({}).id
    expect(() => core.call('memos.setTarget', { memo, words: 0 })).toThrow(expect.objectContaining({ code: 'call.invalid' }))
    core.api.memos.remove({ memo })
    expect(() => core.api.memos.setTarget({ memo, words: 5 })).toThrow(expect.objectContaining({ code: 'memo.gone' }))
  })
})
