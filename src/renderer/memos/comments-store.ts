// What is done with comments: begun on a selection, answered, settled, deleted, walked through. All of it is undone in the text.
import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import { longestRemark, type Comment } from '../../shared/memo-comments.ts'
import { say } from '../notices/notices.ts'
import { commentPlaces, commentsIn, markPending, pendingStretch } from './comments-plugin.ts'
import { newId } from './memo-clipboard.ts'

interface CommentsState {
  /** Whether the list shows. */
  open: boolean
  /** The thread in hand. */
  active: Id | null
  /** What is being written: a new comment, or a reply to the thread in hand. */
  writing: 'comment' | 'reply' | null
}

export const useComments = create<CommentsState>(() => ({ open: false, active: null, writing: null }))

/** Text as a remark may have it; null for none. */
function remarkOf(text: string): { text: string; at: string } | null {
  const trimmed = text.trim().slice(0, longestRemark).toWellFormed()
  return trimmed === '' ? null : { text: trimmed, at: new Date().toISOString() }
}

const setComments = (change: Transaction, comments: readonly Comment[]): Transaction =>
  closeHistory(change).setDocAttribute('comments', comments)

/** Whether a comment can stand somewhere in a range: not on blocks without words of their own. */
function isCommentable({ state }: Editor, from: number, to: number): boolean {
  const type = state.schema.marks['comment']
  let found = false
  state.doc.nodesBetween(from, to, (node, _position, parent) => {
    found ||= Boolean(type && node.isInline && parent?.type.allowsMarkType(type))
    return !found
  })
  return found
}

/** Begins a comment on what is selected, else on the word at the caret. False where there is nothing to comment on. */
export function startComment(editor: Editor): boolean {
  const { selection, doc, tr } = editor.state
  let { from, to } = selection
  if (selection.empty) {
    const text = selection.$from.parent.textBetween(0, selection.$from.parent.content.size, null, '\uFFFC')
    const at = selection.$from.parentOffset
    from -= /[\p{L}\p{N}\p{M}'’-]*$/u.exec(text.slice(0, at))?.[0].length ?? 0
    to += /^[\p{L}\p{N}\p{M}'’-]*/u.exec(text.slice(at))?.[0].length ?? 0
  }
  if (from === to || !isCommentable(editor, from, to)) {
    say('Select the words that the comment is about.')
    return false
  }
  const [first, last] = [doc.resolve(from), doc.resolve(to)]
  editor.view.dispatch(markPending(tr, { from: first.pos, to: last.pos }))
  useComments.setState({ open: true, writing: 'comment', active: null })
  return true
}

/** Ends the writing of a comment or reply without keeping it; the focus goes back to the text. */
export function stopWriting(editor: Editor): void {
  if (pendingStretch(editor.state)) editor.view.dispatch(markPending(editor.state.tr, null))
  useComments.setState({ writing: null })
}

/** Keeps the comment that was begun; nothing for an empty text, or when its words are gone. */
export function keepComment(editor: Editor, text: string): void {
  const stretch = pendingStretch(editor.state)
  const remark = remarkOf(text)
  const type = editor.state.schema.marks['comment']
  if (!stretch || !remark || !type) return stopWriting(editor)
  const comment: Comment = { id: newId(), ...remark, resolved: null, replies: [] }
  const change = editor.state.tr.addMark(stretch.from, stretch.to, type.create({ id: comment.id }))
  // The words are no longer in hand: the toolbar over a selection would lie over the text.
  change.setSelection(TextSelection.near(change.doc.resolve(stretch.to), -1))
  editor.view.dispatch(markPending(setComments(change, [...commentsIn(editor.state.doc), comment]), null))
  useComments.setState({ writing: null, active: comment.id })
}

function changeComment(editor: Editor, id: Id, change: (comment: Comment) => Comment): void {
  const comments = commentsIn(editor.state.doc).map((comment) => (comment.id === id ? change(comment) : comment))
  editor.view.dispatch(setComments(editor.state.tr, comments))
}

/** Adds a reply to a thread; nothing for an empty text. */
export function keepReply(editor: Editor, id: Id, text: string): void {
  const remark = remarkOf(text)
  if (remark) changeComment(editor, id, (comment) => ({ ...comment, replies: [...comment.replies, remark].slice(0, 200) }))
  useComments.setState({ writing: null })
}

/** Settles a thread, or takes it up again. */
export const settle = (editor: Editor, id: Id): void =>
  changeComment(editor, id, (comment) => ({ ...comment, resolved: comment.resolved === null ? new Date().toISOString() : null }))

/** Deletes a thread with its place in the text. */
export function deleteComment(editor: Editor, id: Id): void {
  const { doc, tr, schema } = editor.state
  doc.descendants((node, position) => {
    const mark = node.marks.find(({ type, attrs }) => type === schema.marks['comment'] && attrs['id'] === id)
    if (mark) tr.removeMark(position, position + node.nodeSize, mark)
  })
  editor.view.dispatch(setComments(tr, commentsIn(doc).filter((comment) => comment.id !== id)))
}

/** Selects the words of a comment and brings them into sight; false when they are gone. */
export function goToComment(editor: Editor, id: Id): boolean {
  const place = commentPlaces(editor.state.doc).get(id)
  if (!place) return false
  editor.view.focus()
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, place.from, place.to)).scrollIntoView())
  return true
}

/** Goes to the open comment after or before the caret, round the ends. */
export function stepComment(editor: Editor, step: 1 | -1): void {
  const { doc, selection } = editor.state
  const open = new Set(commentsIn(doc).flatMap(({ id, resolved }) => (resolved === null ? [id] : [])))
  const places = [...commentPlaces(doc)].filter(([id]) => open.has(id)).toSorted(([, a], [, b]) => a.from - b.from)
  const next =
    step === 1
      ? (places.find(([, { from }]) => from > selection.from) ?? places[0])
      : (places.findLast(([, { from }]) => from < selection.from) ?? places.at(-1))
  if (!next) return say('This memo has no open comments.')
  goToComment(editor, next[0])
  useComments.setState({ open: true, active: next[0] })
}
