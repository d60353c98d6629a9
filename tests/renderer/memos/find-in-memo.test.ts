// Find and replace in a memo: words as people type them, bounded patterns, never inside citations, one undo.
// @vitest-environment jsdom
import './core-bridge.ts'
import { Editor } from '@tiptap/core'
import { undo } from '@tiptap/pm/history'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findInMemo, replacementFor, type FindOptions } from '../../../src/renderer/memos/find-in-memo.ts'
import { openMemoFind, replaceAll, replaceMatch, seek, stepMatch, useMemoFind } from '../../../src/renderer/memos/finding-in-memo.ts'
import { schemaExtensions } from '../../../src/renderer/memos/memo-schema.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { aCitation, aDocument, aParagraph, aState, aText } from './memo-builders.ts'

const plain: FindOptions = { query: '', matchCase: false, wholeWords: false, pattern: false }

function found(document: DocumentNode, query: string, options: Partial<FindOptions> = {}) {
  const { doc } = aState(document)
  const { matches, problem } = findInMemo(doc, { ...plain, ...options, query })
  return { words: matches.map(({ from, to }) => doc.textBetween(from, to, '|', '\n')), problem }
}

describe('finding', () => {
  const memo = aDocument(
    aParagraph('The talks', aText(' fai', { type: 'bold' }), 'led. “Don’t” — he said.', { type: 'hardBreak' }, 'The end'),
    { type: 'bulletList', content: [{ type: 'listItem', content: [aParagraph('Talks again')] }] },
  )

  it('goes over marks and hard breaks, in every block, whatever the case and kind of quotation marks', () => {
    expect(found(memo, 'talks').words).toEqual(['talks', 'Talks'])
    expect(found(memo, 'talks failed').words).toEqual(['talks failed'])
    expect(found(memo, `"don't" -`).words).toEqual(['“Don’t” —'])
    expect(found(memo, 'said. The').words).toEqual(['said.\nThe'])
  })

  it('heeds case and whole words when asked', () => {
    expect(found(memo, 'talks', { matchCase: true }).words).toEqual(['talks'])
    expect(found(memo, 'talk', { wholeWords: true }).words).toEqual([])
    expect(found(memo, 'the', { wholeWords: true }).words).toEqual(['The', 'The'])
  })

  it('does not enter or cross citations', () => {
    const cited = aDocument(aParagraph('ab', aCitation(1, 'secret quote'), 'cd'))
    expect(found(cited, 'quote').words).toEqual([])
    expect(found(cited, 'abcd').words).toEqual([])
    expect(found(cited, '.+', { pattern: true }).words).toEqual(['ab', 'cd'])
  })

  it('takes plain words as they are and patterns as patterns', () => {
    const dots = aDocument(aParagraph('a.c abc 2024-05'))
    expect(found(dots, 'a.c').words).toEqual(['a.c'])
    expect(found(dots, 'a.c', { pattern: true }).words).toEqual(['a.c', 'abc'])
    expect(found(dots, String.raw`(\d{4})-(\d\d)`, { pattern: true }).words).toEqual(['2024-05'])
    expect(found(dots, 'x*', { pattern: true }).words).toEqual([])
  })

  it.each(['(', '[a', '(a+)+$', '(a|aa)+$', '((a*)b)*c', '(a{1,9}){1,9}', 'a*a*a*a*b', String.raw`(a)\1`])('refuses the pattern %s with a sentence', (query) => {
    const { words, problem } = found(aDocument(aParagraph('a'.repeat(5000))), query, { pattern: true })
    expect([words, problem]).toEqual([[], expect.stringMatching(/^This pattern .*\.$/)])
  })
})

describe('what replaces', () => {
  const match = { from: 1, to: 2, groups: ['2024-05', '2024', '05'] }
  it('fills in parts of a pattern, and is plain words otherwise', () => {
    expect(replacementFor(match, '$2/$1 $& $$1 $9', true)).toBe('05/2024 2024-05 $1 $9')
    expect(replacementFor(match, '$1', false)).toBe('$1')
  })
})

describe('replacing', () => {
  function anEditor(): Editor {
    const editor = new Editor({ extensions: [...schemaExtensions], content: aDocument(aParagraph('One two ', aText('one', { type: 'bold' }), ' two.', aCitation(1, 'one'))) })
    onTestFinished(() => editor.destroy())
    editor.commands.setTextSelection(1)
    openMemoFind(editor, true)
    return editor
  }

  it('all is one change that one undo takes back; marks and citations stay', () => {
    const editor = anEditor()
    editor.commands.insertContentAt(1, 'A ')
    seek(editor, { query: 'one' })
    useMemoFind.setState({ replacement: 'three' })
    replaceAll(editor)
    expect(editor.getText()).toBe('A three two three two.')
    expect(editor.getHTML()).toContain('<strong>three</strong>')
    expect(JSON.stringify(editor.getJSON())).toContain('"quote":"one"')
    undo(editor.state, editor.view.dispatch)
    expect(editor.getText()).toBe('A One two one two.')
  })

  it('one goes on to the next, and what was put in is not found again', () => {
    const editor = anEditor()
    seek(editor, { query: 'one' })
    useMemoFind.setState({ replacement: 'one one' })
    replaceMatch(editor)
    expect([editor.getText(), useMemoFind.getState().at]).toEqual(['one one two one two.', 2])
    stepMatch(editor, 1)
    expect(useMemoFind.getState().at).toBe(0)
  })

  it('with nothing deletes', () => {
    const editor = anEditor()
    seek(editor, { query: ' two' })
    useMemoFind.setState({ replacement: '' })
    replaceAll(editor)
    expect(editor.getText()).toBe('One one.')
  })
})
