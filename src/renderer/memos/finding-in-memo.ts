// The search in the memo in front: its words, its matches, going from one to the next, replacing one or all.
import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { TextSelection } from '@tiptap/pm/state'
import { create } from 'zustand'
import { counted } from '../interface/counted.ts'
import { say } from '../notices/notices.ts'
import { findInMemo, matchAfter, replacementFor, type FindOptions, type Found } from './find-in-memo.ts'
import { paintMatches, showMatch } from './match-painting.ts'

interface MemoFind extends FindOptions, Found {
  open: boolean
  replacing: boolean
  replacement: string
  /** Index of the match in hand; -1 for none. */
  at: number
  /** Where the caret was when the search was opened: the first match is the one from there on. */
  from: number
  /** Counts wishes for the caret in the search field. */
  focusWanted: number
}

export const useMemoFind = create<MemoFind>(() => ({
  open: false,
  replacing: false,
  query: '',
  replacement: '',
  matchCase: false,
  wholeWords: false,
  pattern: false,
  matches: [],
  problem: null,
  at: -1,
  from: 0,
  focusWanted: 0,
}))

function show(editor: Editor, at: number): void {
  const { matches } = useMemoFind.getState()
  useMemoFind.setState({ at })
  paintMatches(editor, matches, at)
  const match = matches[at]
  if (match) showMatch(editor, match)
}

/** Opens the search, with the few words that are selected as what is sought. */
export function openMemoFind(editor: Editor, replacing: boolean): void {
  const { selection, doc } = editor.state
  const words = doc.textBetween(selection.from, selection.to, '\n', '\n')
  const brief = words.length > 0 && words.length <= 60 && !words.includes('\n') ? { query: words } : {}
  useMemoFind.setState((find) => ({ ...brief, open: true, replacing: replacing || (find.open && find.replacing), from: selection.from, focusWanted: find.focusWanted + 1 }))
  seek(editor, {})
}

/** Seeks something else, from where the search was opened. */
export function seek(editor: Editor, change: Partial<FindOptions>): void {
  useMemoFind.setState(change)
  const find = useMemoFind.getState()
  const found = findInMemo(editor.state.doc, find)
  useMemoFind.setState(found)
  show(editor, matchAfter(found.matches, find.from))
}

/** Seeks again after the text changed; the match in hand stays the one that is nearest. */
export function seekAgain(editor: Editor): void {
  const find = useMemoFind.getState()
  const place = find.matches[find.at]?.from ?? find.from
  const found = findInMemo(editor.state.doc, find)
  const at = matchAfter(found.matches, place)
  useMemoFind.setState({ ...found, at })
  paintMatches(editor, found.matches, at)
}

/** Goes to the next match or the one before, round the ends. */
export function stepMatch(editor: Editor, step: 1 | -1): void {
  const { matches, at } = useMemoFind.getState()
  if (matches.length > 0) show(editor, (at + step + matches.length) % matches.length)
}

/** Ends the search; the match in hand is selected in the text. */
export function closeMemoFind(editor: Editor | null): void {
  const { open, matches, at } = useMemoFind.getState()
  if (!open) return
  useMemoFind.setState({ open: false, replacing: false, matches: [], at: -1 })
  if (!editor) return
  paintMatches(editor, [], -1)
  const match = matches[at]
  editor.view.focus()
  if (match && match.to <= editor.state.doc.content.size) {
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, match.from, match.to)))
  }
}

/** Replaces the match in hand and goes to the next. Undone like typing. */
export function replaceMatch(editor: Editor): void {
  seekAgain(editor)
  const { matches, at, replacement, pattern } = useMemoFind.getState()
  const match = matches[at]
  if (!match || !editor.isEditable) return
  const words = replacementFor(match, replacement, pattern)
  editor.view.dispatch(closeHistory(editor.state.tr.insertText(words, match.from, match.to)))
  const found = findInMemo(editor.state.doc, useMemoFind.getState())
  useMemoFind.setState(found)
  show(editor, matchAfter(found.matches, match.from + words.length))
}

/** Replaces every match as one change, which one undo takes back. */
export function replaceAll(editor: Editor): void {
  seekAgain(editor)
  const { matches, replacement, pattern } = useMemoFind.getState()
  if (matches.length === 0 || !editor.isEditable) return
  const change = closeHistory(editor.state.tr)
  for (const match of matches.toReversed()) change.insertText(replacementFor(match, replacement, pattern), match.from, match.to)
  editor.view.dispatch(change)
  seekAgain(editor)
  say(`Replaced ${counted(matches.length, 'match', 'matches')}`, { title: 'Undo', run: () => void editor.commands.undo() })
}
