// An open memo on a real core: it saves itself, follows what others do, and never writes over what it did not read.
// @vitest-environment jsdom
import { tellWindow, useCore } from './core-bridge.ts'
import { join } from 'node:path'
import { undo } from '@tiptap/pm/history'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { useDesk } from '../../../src/renderer/desk/desk-store.ts'
import { citePassage } from '../../../src/renderer/memos/cite-passage.ts'
import { followCiteRequests } from '../../../src/renderer/memos/cite-requests.ts'
import type { MemoSession } from '../../../src/renderer/memos/memo-session.ts'
import { followOpenMemos, keepOpen, sessionOf } from '../../../src/renderer/memos/open-memos.ts'
import { useNotices } from '../../../src/renderer/notices/notices.ts'
import { citationsOf, parseDocument, plainTextOf } from '../../../src/shared/memo-document.ts'
import { aCore, aDocument, aFolder, aSource, spanOf } from '../../core/a-core.ts'

/** A core with one source and one memo, open in the window. */
async function aDesk(document = aDocument(['One.', 'Two.'])) {
  const path = join(aFolder(), 'desk.groundwork')
  const core = aCore({ path, onEvent: tellWindow })
  useCore(core)
  const source = await aSource(core, 'Nothing was agreed in Moscow. More was said in Geneva.', 'Talks')
  const passage = core.api.passages.create({
    source: source.source,
    version: source.version,
    spans: [spanOf(source, 'Nothing was agreed')],
  })
  const memo = core.api.memos.create({ head: { title: 'Memo' } })
  core.api.memos.save({ memo: memo.id, revision: 0, document })
  useDesk.setState({ memos: [memo.id], activeMemo: memo.id })
  const end = followOpenMemos()
  const session = sessionOf(memo.id)
  onTestFinished(async () => {
    await session.flush()
    keepOpen([])
    end()
  })
  await session.ready
  return { core, path, memo: memo.id, passage, session, stored: () => core.api.memos.get({ memo: memo.id }) }
}

const wordsOf = (document: string): string => {
  const parsed = parseDocument(document)
  return 'document' in parsed ? plainTextOf(parsed.document) : parsed.problem
}
const typeAtEnd = (session: MemoSession, text: string): void => {
  const editor = session.editor()
  editor?.commands.insertContentAt(editor.state.doc.content.size - 1, text)
}
const textOf = (session: MemoSession): string => session.editor()?.getText({ blockSeparator: '\n' }) ?? ''
const chips = (session: MemoSession) =>
  [...session.host.querySelectorAll<HTMLElement>('.cite')].map((chip) => [chip.textContent, chip.dataset.state])

describe('saving', () => {
  it('keeps what was typed, one revision further', async () => {
    const { session, stored } = await aDesk()
    typeAtEnd(session, ' Three.')
    expect(await session.flush()).toBe(true)
    expect(stored()).toMatchObject({ revision: 2, savedAt: session.store.getState().savedAt })
    expect(wordsOf(stored().document)).toBe('One.\nTwo. Three.')
    typeAtEnd(session, ' Four.')
    await session.flush()
    expect([stored().revision, wordsOf(stored().document)]).toEqual([3, 'One.\nTwo. Three. Four.'])
  })

  it('happens by itself', async () => {
    const { session, stored } = await aDesk()
    typeAtEnd(session, ' Three.')
    expect(stored().revision).toBe(1)
    await vi.waitFor(() => expect(stored().revision).toBe(2), { timeout: 10_000 })
  })

  it('writes nothing for a memo that was only opened', async () => {
    const { session, stored } = await aDesk('{"type":"doc","content":[{"type":"heading"}]}')
    expect(await session.flush()).toBe(true)
    expect(stored()).toMatchObject({ revision: 1, document: '{"type":"doc","content":[{"type":"heading"}]}' })
  })

  it('keeps the head, several fields in one command', async () => {
    const { core, session, stored } = await aDesk()
    session.changeHead({ title: 'Pressure' })
    session.changeHead({ tlp: 'AMBER', audience: 'Policy director' })
    await session.flush()
    expect(stored().head).toMatchObject({ title: 'Pressure', tlp: 'AMBER', audience: 'Policy director' })
    expect(core.api.history.state({}).undo).toBe('Edit memo head')
    core.api.history.undo({})
    await vi.waitFor(() => expect(session.store.getState().head?.title).toBe('Memo'))
  })
})

describe('what somebody else saved', () => {
  const theirs = aDocument(['Theirs.'])

  it('comes in quietly where nothing is unsaved', async () => {
    const { core, memo, session } = await aDesk()
    core.api.memos.save({ memo, revision: 1, document: theirs })
    await vi.waitFor(() => expect(textOf(session)).toBe('Theirs.'))
    expect(session.store.getState()).toMatchObject({ phase: 'editing', saving: 'saved' })
    typeAtEnd(session, ' Mine.')
    await session.flush()
    expect(wordsOf(core.api.memos.get({ memo }).document)).toBe('Theirs. Mine.')
  })

  it('comes in with its comments, and a version that is put back brings its own; undo takes them away', async () => {
    const { core, memo, session, stored } = await aDesk()
    const id = '01890000-0000-7000-8000-000000000001'
    const comments = [{ id, text: 'Why?', at: '2026-11-26T12:00:00.000Z', resolved: null, replies: [] }]
    const commented = JSON.stringify({ ...JSON.parse(theirs), attrs: { comments } })
    core.api.memos.save({ memo, revision: 1, document: commented })
    await vi.waitFor(() => expect(session.editor()?.state.doc.attrs['comments']).toEqual(comments))
    core.api.memos.save({ memo, revision: 2, document: theirs })
    await vi.waitFor(() => expect(session.editor()?.state.doc.attrs['comments']).toEqual([]))
    expect(session.replaceText(JSON.parse(commented))).toBe(true)
    await session.flush()
    expect(JSON.parse(stored().document).attrs).toEqual({ comments })
    const view = session.editor()?.view
    if (view) undo(view.state, view.dispatch)
    await session.flush()
    expect(JSON.parse(stored().document).attrs).toBeUndefined()
  })

  it('is never written over, and the text here stays', async () => {
    const { core, memo, session, stored } = await aDesk()
    typeAtEnd(session, ' Mine.')
    core.api.memos.save({ memo, revision: 1, document: theirs })
    expect(await session.flush()).toBe(false)
    typeAtEnd(session, ' More.')
    expect(await session.flush()).toBe(false)
    expect([stored().document, textOf(session)]).toEqual([theirs, 'One.\nTwo. Mine. More.'])
    expect(session.store.getState().saving).toBe('stale')
    await session.loadStored()
    expect([textOf(session), session.store.getState().saving]).toEqual(['Theirs.', 'saved'])
  })

  it('is followed when they delete the memo, and when that is undone', async () => {
    const { core, memo, session, stored } = await aDesk()
    core.api.memos.remove({ memo })
    await vi.waitFor(() => expect(session.store.getState().phase).toBe('gone'))
    expect([textOf(session), session.editor()?.isEditable]).toEqual(['One.\nTwo.', false])
    core.api.history.undo({})
    await vi.waitFor(() => expect(session.store.getState().phase).toBe('editing'))
    typeAtEnd(session, ' Three.')
    await session.flush()
    expect(wordsOf(stored().document)).toBe('One.\nTwo. Three.')
  })
})

describe('a memo of a newer version', () => {
  it('is shown and never written', async () => {
    const { path, memo, session, stored } = await aDesk()
    const newer = '{"type":"doc","content":[ {"type":"timeline","content":[{"type":"text","text":"Likely."}]} ]}'
    const file = new Database(path)
    file.prepare('UPDATE memo_body SET document = ?, revision = 7 WHERE memo_id = ?').run(newer, memo)
    file.close()
    await session.loadStored()
    expect(session.store.getState()).toMatchObject({
      phase: 'read-only',
      problem: 'a node “timeline”',
      plain: 'Likely.',
    })
    expect(session.editor()).toBeNull()
    expect(await session.flush()).toBe(true)
    expect(stored()).toMatchObject({ document: newer, revision: 7 })
  })
})

describe('citing', () => {
  it('goes to the end of a memo that never had the caret, numbered and named', async () => {
    const { session, passage, stored } = await aDesk()
    expect(await citePassage(session, passage.id)).toBe(true)
    expect(await citePassage(session, passage.id)).toBe(true)
    await session.flush()
    const parsed = parseDocument(stored().document)
    expect('document' in parsed && citationsOf(parsed.document).map(({ cites }) => cites[0]?.quote)).toEqual([
      'Nothing was agreed',
      'Nothing was agreed',
    ])
    expect(chips(session)).toEqual([
      ['1', 'current'],
      ['2', 'current'],
    ])
    expect(session.host.querySelector('.cite')?.getAttribute('aria-label')).toBe(
      'Citation 1: “Nothing was agreed”, Talks, paragraph 1',
    )
  })

  it('numbers the author’s own footnotes with the citations, as a paper does, also one that is written only now', async () => {
    const footnote = (text: string) => ({ type: 'footnote', attrs: { text } })
    const { session, passage } = await aDesk(JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'One' }, footnote('Asked twice.'), footnote('')] }] }))
    await citePassage(session, passage.id)
    const shown = () => [...session.host.querySelectorAll('.cite, .own-footnote')].map(({ textContent }) => textContent)
    await vi.waitFor(() => expect(shown()).toEqual(['1', '…', '2']))
    const editor = session.editor()
    editor?.view.dispatch(editor.state.tr.setNodeMarkup(5, undefined, { text: 'And a third time.' }))
    await vi.waitFor(() => expect(shown()).toEqual(['1', '2', '3']))
  })

  it('gives judgments the language of the memo, and another one when it changes', async () => {
    const judgment = { type: 'keyJudgment', attrs: { likelihood: 'likely', confidence: 'low' }, content: [{ type: 'text', text: 'il part' }] }
    const { session } = await aDesk(JSON.stringify({ type: 'doc', content: [judgment] }))
    const said = () => Object.values((session.host.querySelector('.judgment-words') as HTMLElement).dataset)
    expect(said()).toEqual(['It is likely that ', ' We have low confidence in this judgment.'])
    session.changeHead({ language: 'fr' })
    expect([said(), session.editor()?.view.dom.lang]).toEqual([['Il est probable qu’', ' Notre confiance dans cette appréciation est faible.'], 'fr'])
  })

  it('answers a wish from another pane, and makes a memo where none is open', async () => {
    const { core, passage } = await aDesk()
    useDesk.setState({ memos: [], activeMemo: null })
    const end = followCiteRequests()
    onTestFinished(end)
    useDesk.getState().requestCitation(passage.id)
    await vi.waitFor(() => expect(useNotices.getState().notices.at(-1)?.text).toBe('Cited in the untitled memo'))
    const made = useDesk.getState().activeMemo ?? ''
    await sessionOf(made).flush()
    expect(core.api.memos.list({}).find(({ id }) => id === made)).toMatchObject({ citations: 1 })
    expect(useDesk.getState().cite).toBeNull()
  })

  it('tells when the passage changes or goes, keeps its words, and recovers', async () => {
    const { core, session, passage, stored } = await aDesk()
    await citePassage(session, passage.id)
    await session.flush()
    const spans = passage.segments.map(({ start, end }) => ({ start, end: end - 1 }))
    core.api.passages.setBounds({ passage: passage.id, spans })
    await vi.waitFor(() => expect(chips(session)).toEqual([['1', 'changed']]))
    core.api.passages.remove({ passage: passage.id })
    await vi.waitFor(() => expect(chips(session)).toEqual([['1', 'gone']]))
    expect(session.host.querySelector('.cite')?.getAttribute('aria-label')).toBe(
      'Citation 1: “Nothing was agreed”, the passage was deleted',
    )
    expect(stored().document).toContain('Nothing was agreed')
    core.api.history.undo({})
    core.api.history.undo({})
    await vi.waitFor(() => expect(chips(session)).toEqual([['1', 'current']]))
  })

  it('says so when the passage is already gone', async () => {
    const { core, session, passage } = await aDesk()
    core.api.passages.remove({ passage: passage.id })
    expect(await citePassage(session, passage.id)).toBe(false)
    expect(chips(session)).toEqual([])
  })
})
